/** How the API server prints objects for kubectl, and a Pod to print. */
import { type node, objectCanary, pod } from './objects.js';

/** A Pod of the learner's own, with secrets in every place people put them. */
export const web = {
  ...pod('web', { node: 'worker-1', image: 'nginx:1.29' }),
  metadata: {
    name: 'web',
    namespace: 'default',
    labels: { app: 'web' },
    managedFields: [{ manager: objectCanary }],
    annotations: {
      'kubectl.kubernetes.io/last-applied-configuration': `{"password":"${objectCanary}"}`,
      'example.org/token': objectCanary,
    },
  },
};

export const webLog = `listening on :80\nlogin with password=${objectCanary}\nAuthorization: Bearer ${objectCanary}\n`;

/** How the API server prints a kind of object: columns with their priority, and the cells of a row. */
export interface Table {
  kind: string;
  columns: [name: string, priority: number][];
  cells(item: object): unknown[];
}

/** Events about an object of a name: of a Pod, and of a Deployment that is called the same. */
export const events = (about: string): object[] =>
  ['pod', 'deployment'].map((kind) => ({
    metadata: { name: `${about}.17a`, namespace: 'default' },
    cells: ['2m', 'Warning', kind === 'pod' ? 'BackOff' : 'ScalingReplicaSet', `${kind}/${about}`, `Back-off of ${kind} ${about}`],
  }));

export const eventTable: Table = {
  kind: 'Event',
  columns: [
    ['Last Seen', 0],
    ['Type', 0],
    ['Reason', 0],
    ['Object', 0],
    ['Message', 0],
  ],
  cells: (item) => (item as { cells: string[] }).cells,
};

export const podTable: Table = {
  kind: 'Pod',
  columns: [
    ['Name', 0],
    ['Ready', 0],
    ['Status', 0],
    ['Restarts', 0],
    ['Age', 0],
    ['Node', 1],
  ],
  cells(item) {
    const { metadata, spec, status } = item as ReturnType<typeof pod>;
    const ready = status.containerStatuses.filter((each) => each.ready).length;
    const restarts = status.containerStatuses.reduce((sum, each) => sum + each.restartCount, 0);
    return [metadata.name, `${ready}/${spec.containers.length}`, status.phase, restarts, '5d', spec.nodeName];
  },
};

export const nodeTable: Table = {
  kind: 'Node',
  columns: [
    ['Name', 0],
    ['Status', 0],
    ['Roles', 0],
    ['Age', 0],
    ['Version', 0],
    ['Container-Runtime', 1],
  ],
  cells(item) {
    const { metadata, status } = item as ReturnType<typeof node>;
    const ready = status.conditions.find(({ type }) => type === 'Ready')?.status === 'True';
    return [
      metadata.name,
      ready ? 'Ready' : 'NotReady',
      '<none>',
      '5d',
      status.nodeInfo.kubeletVersion,
      status.nodeInfo.containerRuntimeVersion,
    ];
  },
};
