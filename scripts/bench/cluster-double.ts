/** An API server for the rounds that are measured, in a process of its own, as a cluster is. */
import { type ApiDouble, openDouble } from '../../tests/cluster/api-double.js';
import { configText } from '../../tests/cluster/config-text.js';
import { kubeadm } from '../../tests/cluster/scenarios.js';
import { serve } from './serve.js';

/** As far away as a server on another continent. */
const slowMs = 300;
const hung = '/apis/coordination.k8s.io/v1/namespaces/kube-system/leases/kube-scheduler';
let double: ApiDouble | undefined;
// A server that listens would keep the process for ever.
process.once('disconnect', () => void double?.stop());

serve({
  /** @returns the kubeconfig that leads to it */
  async open() {
    double = await openDouble(kubeadm(), { faults: { '*': { kind: 'slow', ms: slowMs } } });
    return { config: configText(double) };
  },
  /** From now on one path never answers. */
  hang() {
    double?.fault(hung, { kind: 'hang' });
    return {};
  },

  quit: () => process.disconnect(),
});
