import { leaderCheck } from './leader.js';

export const kubeScheduler = leaderCheck({
  id: 'kube-scheduler',
  subject: 'the scheduler',
  lease: 'schedulerLease',
  pods: 'schedulerPods',
});
