import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { accessOf } from '../../src/main/features/cluster/access.js';
import { type ApiOptions, type ClusterApi, createApi } from '../../src/main/features/cluster/api.js';
import { type ReadName, reads } from '../../src/main/features/cluster/reads.js';
import { type ApiDouble } from './api-double.js';
import { startDouble } from './doubles.js';
import { makeAuthority } from './certificates.js';
import { type ConfigOptions, configText } from './config-text.js';
import { configFile, contextIn, closedServer } from './kubeconfigs.js';
import { serverNowAt } from './objects.js';
import { withEnoughTime } from './patience.js';
import { kubeadm } from './scenarios.js';

function apiFor(double: ApiDouble, config: ConfigOptions = {}, options: Partial<ApiOptions> = {}): ClusterApi {
  const api = createApi(accessOf(contextIn(configFile(configText(double, config))), null), { limitMs: 30_000, ...options });
  onTestFinished(() => api.close());
  return api;
}

const never = new AbortController().signal;

async function failureFor(api: ClusterApi, name: ReadName = 'version'): Promise<string> {
  const answer = await api.read(name, never);
  return answer.kind === 'failed' ? answer.failure.kind : `answered ${answer.status}`;
}

describe('a read of a cluster', () => {
  it('brings back what the server said, over mutual TLS, with the time of its clock', async () => {
    const double = await startDouble(kubeadm());
    const answer = await apiFor(double).read('version', never);
    expect(answer).toMatchObject({ kind: 'answered', status: 200, body: { gitVersion: 'v1.33.4' }, serverNowAt });
  });

  it('knows every path of the table, and asks it with GET only', async () => {
    const double = await startDouble(kubeadm());
    const api = apiFor(double);
    for (const name of Object.keys(reads) as ReadName[]) expect(await failureFor(api, name)).toMatch(/^answered 200$/);
    expect(new Set(double.requests)).toEqual(new Set(Object.values(reads).map(({ path }) => `GET ${path}`)));
  });

  it('shows when the certificate of the server ends', async () => {
    const double = await startDouble(kubeadm());
    const api = apiFor(double);
    await api.read('version', never);
    expect(((api.serverCertificateEndsAt() ?? 0) - Date.now()) / 86_400_000).toBeCloseTo(5, 1);
  });

  it('keeps one connection for one read after the other', async () => {
    const double = await startDouble(kubeadm());
    const api = apiFor(double);
    let connections = 0;
    double.onConnection(() => connections++);
    for (let turn = 0; turn < 5; turn += 1) await api.read('version', never);
    expect(connections).toBe(1);
  });

  it('uses a base path of the server, as proxies in front of clusters have one', async () => {
    const double = await startDouble(kubeadm());
    const api = apiFor(double, { server: `${double.url}/k8s/clusters/c-1/` });
    await api.read('version', never);
    expect(double.requests).toEqual(['GET /k8s/clusters/c-1/version']);
    expect(double.violations.splice(0)).toEqual(['unknown path /k8s/clusters/c-1/version']);
  });
});

describe('what goes wrong is told apart', () => {
  it.each([
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [429, 'busy'],
  ] as const)('status %i is %s', async (status, kind) => {
    const double = await startDouble(kubeadm(), { faults: { '/version': { kind: 'status', status } } });
    expect(await failureFor(apiFor(double))).toBe(kind);
  });

  it('a server that never answers costs its time limit', async () => {
    const double = await startDouble(kubeadm(), { faults: { '*': { kind: 'hang' } } });
    const answer = await apiFor(double, {}, { limitMs: 200 }).read('version', never);
    expect(answer).toMatchObject({ kind: 'failed', failure: { kind: 'timeout' } });
    expect(answer.tookMs).toBeGreaterThan(150);
  });

  it('a server that falls silent in the middle of its answer costs its time limit', async () => {
    const double = await startDouble(kubeadm(), { faults: { '*': { kind: 'stall' } } });
    await withEnoughTime(async (limitMs) => {
      expect(await failureFor(apiFor(double, {}, { limitMs }), 'nodes')).toBe('stalled');
    });
  });

  it('a certificate that another CA signed is refused before anything is sent', async () => {
    const double = await startDouble(kubeadm());
    const other = await makeAuthority('other');
    expect(await failureFor(apiFor(double, { ca: other.certificate }))).toBe('wrong-ca');
    expect(double.requests).toEqual([]);
  });

  it('an expired certificate is refused before anything is sent', async () => {
    const double = await startDouble(kubeadm(), { expired: true });
    expect(await failureFor(apiFor(double))).toBe('expired');
    expect(double.requests).toEqual([]);
  });

  it('a certificate for another name is refused', async () => {
    const double = await startDouble(kubeadm());
    expect(await failureFor(apiFor(double, { cluster: '    tls-server-name: other.example' }))).toBe('wrong-name');
  });

  it('a server that hangs up on an unknown client certificate is told apart from one that is down', async () => {
    const double = await startDouble(kubeadm());
    const stranger = await (await makeAuthority('other')).sign({ name: 'stranger' });
    const context = contextIn(configFile(configText(double)));
    const access = accessOf(context, { token: '', ...stranger });
    const api = createApi(access, { limitMs: 30_000 });
    onTestFinished(() => api.close());
    expect(await failureFor(api)).toMatch(/^(client-certificate|dropped)$/);
  });

  it('a port nobody listens at is refused', async () => {
    const double = await startDouble(kubeadm());
    expect(await failureFor(apiFor(double, { server: closedServer }))).toBe('refused');
  });

  it('a server that does not speak TLS is no API server', async () => {
    const double = await startDouble(kubeadm());
    const talker = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.end('220 mail.example ESMTP\r\n');
    });
    await new Promise<void>((resolve) => talker.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void talker.close());
    const { port } = talker.address() as AddressInfo;
    expect(await failureFor(apiFor(double, { server: `https://127.0.0.1:${port}` }))).toBe('not-tls');
  });

  it('an answer that is no JSON is garbled', async () => {
    const double = await startDouble(kubeadm(), { faults: { '/version': { kind: 'body', text: '<html>Sign in</html>' } } });
    expect(await failureFor(apiFor(double))).toBe('garbled');
  });

  it('an answer beyond the cap is not read to its end', async () => {
    const double = await startDouble(kubeadm(), { faults: { '/api/v1/nodes': { kind: 'body', text: 'x'.repeat(3_000_000) } } });
    expect(await failureFor(apiFor(double, {}, { maxBytes: 100_000 }), 'nodes')).toBe('too-large');
  });

  it('stopping ends a read at once and leaves nothing open', async () => {
    const double = await startDouble(kubeadm(), { faults: { '*': { kind: 'hang' } } });
    const api = apiFor(double);
    const stop = new AbortController();
    const reading = Promise.all([api.read('version', stop.signal), api.read('nodes', stop.signal)]);
    await expect.poll(() => double.open()).toBe(2);
    stop.abort();
    expect((await reading).map((answer) => answer.kind === 'failed' && answer.failure.kind)).toEqual(['cancelled', 'cancelled']);
    await expect.poll(() => double.open()).toBe(0);
  });
});
