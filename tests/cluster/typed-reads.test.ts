/** Reads that are typed on cards besides plain lists: what they ask, what they show, and what they say of what they leave out. */
import { describe, expect, it } from 'vitest';
import { objectCanary, pod } from './objects.js';
import { inItsPlace, unwell } from './real-answers.js';
import { runnerOn } from './runners.js';
import { kubeadmWith } from './scenarios.js';
import { web } from './tables.js';

const named = (name: string, labels: Record<string, string>, phase = 'Running') => {
  const own = pod('web', { node: 'worker-1' });
  return { ...own, metadata: { name, namespace: 'default', labels }, status: { ...own.status, phase } };
};
const withOwn = (own: object[]) => kubeadmWith(() => ({ own }));
const many = (count: number): object[] => Array.from({ length: count }, (_, index) => named(`web-${index}`, { app: 'web' }));

describe('how many rows are not shown', () => {
  it('counts those that the server did not send, too', async () => {
    const { run } = await runnerOn({}, {}, 30_000, withOwn(many(3_418)));
    expect(await run('kubectl get pods')).toMatchObject({ more: 3_318, isAtLeast: false });
  });

  it('is told as the least there are where the server does not count', async () => {
    const { run } = await runnerOn({}, {}, 30_000, withOwn(many(700)));
    const output = await run('kubectl get pods -l app=web');
    expect(output.rows).toHaveLength(100);
    expect(output).toMatchObject({ more: 401, isAtLeast: true });
  });

  it('is no whole for a text that was cut short of its objects', async () => {
    const { run } = await runnerOn({}, {}, 30_000, withOwn(many(700)));
    for (const form of ['yaml', 'json', 'name']) expect(await run(`kubectl get pods -o ${form}`)).toMatchObject({ isAtLeast: true });
    expect(await run('kubectl get pods -n kube-system -o yaml')).toMatchObject({ isAtLeast: false });
  });

  it('says so when a log is longer than what is read of it', async () => {
    const text = 'a line\n'.repeat(200);
    const { run } = await runnerOn({ faults: { '/api/v1/namespaces/default/pods/web/log': { kind: 'body', text } } });
    expect((await run('kubectl logs web')).note).toContain('may have more');
    expect((await run('kubectl logs web --tail=150')).note).toBe('');
  });
});

describe('kubectl describe', () => {
  it('shows the object as YAML and its events, says so, and asks nothing else', async () => {
    const { double, runner, run } = await runnerOn();
    const asked =
      'GET /api/v1/namespaces/default/pods/web, then GET /api/v1/namespaces/default/events?fieldSelector=involvedObject.name%3Dweb&limit=500';
    expect(runner.plan('kubectl describe pod web', 'study')).toMatchObject({ request: asked });
    const output = await run('kubectl describe pod web');
    expect(output.request).toBe(asked);
    expect(output.text).toContain('image: nginx:1.29');
    expect(output.text).toMatch(
      /# Events\n# Last Seen +Type +Reason +Object +Message\n# 2m +Warning +BackOff +pod\/web +Back-off of pod web$/,
    );
    expect(output.note).toContain('The object as YAML, and its events');
    expect(JSON.stringify(output)).not.toContain(objectCanary);
    expect(double.requests).toHaveLength(2);
  });

  it.each([
    ['may not be read', { kind: 'status', status: 403 }, 'Your user may not'],
    ['are answered by something else', { kind: 'answer', ...inItsPlace.loadBalancer }, 'What answers is not an API server'],
    ['are not to be had', { kind: 'answer', ...unwell.etcdGone }, 'the cluster answered 500'],
  ] as const)('whose events %s shows the object, and says why they are missing', async (_what, fault, why) => {
    const { run } = await runnerOn({ faults: { '/api/v1/namespaces/default/events': fault } });
    const output = await run('kubectl describe pod web');
    expect(output.failure).toBeNull();
    expect(output.text).toContain('image: nginx:1.29');
    expect(output.note).toContain(`events were not read: ${why}`);
  });

  it('of all objects says that it shows none of their events', async () => {
    const { run } = await runnerOn();
    expect((await run('kubectl describe pods')).note).toContain('without the events');
  });
});

describe('output that is asked for in another form', () => {
  const scenario = () => withOwn([named('b', { app: 'web' }, 'Running'), named('a', { app: 'db', tier: 'back' }, 'Pending')]);
  it.each([
    ['kubectl get pods -o name', 'pod/b\npod/a'],
    ['kubectl get pods --no-headers', 'b   1/1   Running   0   5d\na   1/1   Pending   0   5d'],
    ['kubectl get pods -o jsonpath={.items[*].metadata.name}', 'b a'],
    [`kubectl get pods -o jsonpath='{range .items[*]}{.metadata.name}{"\\n"}{end}'`, 'b\na'],
    ['kubectl get pods -o custom-columns=N:.metadata.name --no-headers', 'b\na'],
  ])('%s', async (command, text) => {
    const { run } = await runnerOn({}, {}, 30_000, scenario());
    expect((await run(command)).text).toBe(text);
  });

  it('is sorted by a path, shows labels, and names its own columns', async () => {
    const { run } = await runnerOn({}, {}, 30_000, scenario());
    expect((await run('kubectl get pods --sort-by=.metadata.name')).rows.map(([name]) => name)).toEqual(['a', 'b']);
    expect((await run('kubectl get pods --sort-by=.status.phase')).rows.map(([name]) => name)).toEqual(['a', 'b']);
    const labelled = await run('kubectl get pods --show-labels');
    expect(labelled.columns.at(-1)).toBe('Labels');
    expect(labelled.rows.map((row) => row.at(-1))).toEqual(['app=web', 'app=db,tier=back']);
    const custom = await run('kubectl get pods -o custom-columns=NAME:.metadata.name,TIER:.metadata.labels.tier');
    expect([custom.columns, ...custom.rows]).toEqual([
      ['NAME', 'TIER'],
      ['b', '<none>'],
      ['a', 'back'],
    ]);
  });

  it('says that an order is of what was read only', async () => {
    const { run } = await runnerOn({}, {}, 30_000, withOwn(many(600)));
    expect((await run('kubectl get pods --sort-by=.metadata.name')).note).toContain('Only what was read');
  });

  it('shows no secret, whatever path leads to it', async () => {
    const { run } = await runnerOn();
    for (const path of ['{.items[*]}', '{..value}', '{..annotations}', '{..metadata}']) {
      const output = await run(`kubectl get pods -o jsonpath='${path}'`);
      expect(JSON.stringify(output)).not.toContain(objectCanary);
    }
  });

  it('is nothing where nothing is there and that is said to be well', async () => {
    const { run } = await runnerOn();
    expect(await run('kubectl get pod gone --ignore-not-found')).toMatchObject({ failure: null, text: '', rows: [] });
  });
});

describe('several requests for one command', () => {
  it('the logs of Pods by their labels, and which were not read', async () => {
    const { runner, run } = await runnerOn({}, {}, 30_000, withOwn([web, named('gone', { app: 'web' })]));
    expect(runner.plan('kubectl logs -l app=web', 'study')).toMatchObject({
      request: expect.stringMatching(/pods\?labelSelector=app%3Dweb&limit=5, then GET .*\/pods\/…\/log\?.* of each$/),
    });
    const output = await run('kubectl logs -l app=web');
    expect(output.text).toContain('listening on :80');
    expect(output.note).toBe('Not read: gone.');
    expect(JSON.stringify(output)).not.toContain(objectCanary);
  });

  it('the kinds of objects there are, and which versions did not answer', async () => {
    const { run, double } = await runnerOn();
    const output = await run('kubectl api-resources');
    expect(output.rows).toContainEqual(['deployments', 'deploy', 'apps/v1', 'true', 'Deployment']);
    expect(output.rows).toContainEqual(['nodes', 'no', 'v1', 'false', 'Node']);
    double.fault('/apis/apps/v1', { kind: 'status', status: 500 });
    expect(await run('kubectl api-resources')).toMatchObject({ note: 'Without apps/v1, which did not answer.' });
  });
});

describe('a cluster that is older than a version of the API', () => {
  const missing = {
    kind: 'answer',
    status: 404,
    type: 'application/json',
    text: JSON.stringify({ kind: 'Status', message: 'the server could not find the requested resource', code: 404 }),
  } as const;
  const table = {
    kind: 'answer',
    status: 200,
    type: 'application/json',
    text: JSON.stringify({ kind: 'Table', columnDefinitions: [{ name: 'Name' }], rows: [{ cells: ['nightly'] }] }),
  } as const;
  it.each([
    ['cronjobs', 'batch', 'v1', 'v1beta1'],
    ['hpa', 'autoscaling', 'v2', 'v1'],
    ['pdb', 'policy', 'v1', 'v1beta1'],
    ['endpointslices', 'discovery.k8s.io', 'v1', 'v1beta1'],
  ])('is asked for %s in the version it has', async (kind, group, today, before) => {
    const plural = { hpa: 'horizontalpodautoscalers', pdb: 'poddisruptionbudgets' }[kind] ?? kind;
    const path = (version: string): string => `/apis/${group}/${version}/namespaces/default/${plural}`;
    const { run, double } = await runnerOn({ faults: { [path(today)]: missing, [path(before)]: table } });
    expect(await run(`kubectl get ${kind}`)).toMatchObject({
      failure: null,
      rows: [['nightly']],
      request: `GET ${path(before)}?limit=500`,
    });
    double.violations.length = 0;
  });
});
