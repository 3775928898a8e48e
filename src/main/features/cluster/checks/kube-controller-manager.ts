import { leaderCheck } from './leader.js';

export const kubeControllerManager = leaderCheck({
  id: 'kube-controller-manager',
  subject: 'the controller manager',
  lease: 'controllerManagerLease',
  pods: 'controllerManagerPods',
});
