/** The way to a cluster: through the proxy of the kubeconfig or of the environment, and trust in who is there. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { AccessError, accessOf } from '../../src/main/features/cluster/access.js';
import { type Answer, createApi } from '../../src/main/features/cluster/api.js';
import { freshFolder } from '../unit/folder.js';
import { makeAuthority } from './certificates.js';
import { type ConfigOptions, configText } from './config-text.js';
import { startDouble } from './doubles.js';
import { configFile, contextIn } from './kubeconfigs.js';
import { panel, settled } from './panel-fixture.js';
import { connectProxy, socksProxy } from './proxies.js';
import { inItsPlace } from './real-answers.js';
import { kubeadm } from './scenarios.js';

const far = 'https://api.study.example:6443';
const named = '    tls-server-name: localhost';

/** Asks the double for its version, as it is reached with a kubeconfig in an environment. */
async function versionBy(config: string, env: NodeJS.ProcessEnv = {}): Promise<Answer> {
  const api = createApi(accessOf(contextIn(configFile(config)), null, env), { limitMs: 30_000 });
  onTestFinished(() => api.close());
  return api.read('version', new AbortController().signal);
}
const kindOf = (answer: Answer): string => (answer.kind === 'failed' ? answer.failure.kind : answer.kind);

describe('a proxy', () => {
  async function double() {
    const started = await startDouble(kubeadm());
    return {
      port: started.port,
      config: (cluster: string, options: ConfigOptions = {}) =>
        configText(started, { server: far, cluster: `${named}\n${cluster}`, ...options }),
    };
  }

  it('of the environment is the way to a server that is elsewhere, and not where NO_PROXY leads past it', async () => {
    const { port, config } = await double();
    const proxy = await connectProxy(port);
    const env = { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` };
    expect(kindOf(await versionBy(config(''), env))).toBe('answered');
    expect(proxy.asked).toEqual(['api.study.example:6443']);
    expect(kindOf(await versionBy(config(''), { ...env, NO_PROXY: '.study.example' }))).toBe('no-name');
    expect(proxy.asked).toHaveLength(1);
  });

  it('of the kubeconfig goes before that of the environment', async () => {
    const { port, config } = await double();
    const [own, other] = [await connectProxy(port), await connectProxy(port)];
    await versionBy(config(`    proxy-url: http://127.0.0.1:${own.port}`), { HTTPS_PROXY: `http://127.0.0.1:${other.port}` });
    expect([own.asked.length, other.asked.length]).toEqual([1, 0]);
  });

  it.each(['socks5', 'socks5h'])('of %s looks up the name of the server itself', async (scheme) => {
    const { port, config } = await double();
    const proxy = await socksProxy(port, { password: 'let-me-through' });
    expect(kindOf(await versionBy(config(`    proxy-url: ${scheme}://me:let-me-through@127.0.0.1:${proxy.port}`)))).toBe('answered');
    expect(proxy.asked).toEqual(['api.study.example:6443']);
  });

  it.each([
    ['http that is not there', () => 'http://127.0.0.1:1', 'proxy-gone'],
    ['socks that is not there', () => 'socks5://127.0.0.1:1', 'proxy-gone'],
    ['http with a name nobody knows', () => 'http://proxy.invalid:1', 'proxy-gone'],
    [
      'socks that does not reach the server',
      async (port: number) => `socks5://127.0.0.1:${(await socksProxy(port, { reply: 5 })).port}`,
      'behind-proxy',
    ],
    [
      'socks that wants another password',
      async (port: number) => `socks5://a:b@127.0.0.1:${(await socksProxy(port, { password: 'x' })).port}`,
      'proxy-credentials',
    ],
    [
      'http that wants credentials',
      async (port: number) => `http://127.0.0.1:${(await connectProxy(port, 407)).port}`,
      'proxy-credentials',
    ],
    ['http that does not reach the server', async (port: number) => `http://127.0.0.1:${(await connectProxy(port, 502)).port}`, 'gateway'],
  ] as const)('of %s is told apart from the server', async (_what, proxyOf, kind) => {
    const { port, config } = await double();
    expect(kindOf(await versionBy(config(`    proxy-url: ${await proxyOf(port)}`)))).toBe(kind);
  });

  it('whose password is in its address keeps it secret', async () => {
    const { config } = await double();
    const access = accessOf(contextIn(configFile(config(''))), null, { HTTPS_PROXY: 'http://me:p%40ss-word@127.0.0.1:1' });
    expect(access.secrets).toEqual(expect.arrayContaining(['p%40ss-word', 'p@ss-word']));
  });

  it.each(['ftp://p:1', 'socks4://p:1', 'http://'])('at %s is refused before anything is asked', async (url) => {
    const { config } = await double();
    const context = contextIn(configFile(config('')));
    expect(() => accessOf(context, null, { HTTPS_PROXY: url })).toThrow(AccessError);
  });
});

describe('a kubeconfig that names no CA', () => {
  const without = (text: string): string => text.replace(/ *certificate-authority-data: .*\n/, '');

  it('trusts the authorities that the environment names, as kubectl does', async () => {
    const double = await startDouble(kubeadm());
    const file = join(freshFolder(), 'ca.pem');
    writeFileSync(file, double.authority.certificate);
    for (const name of ['SSL_CERT_FILE', 'NODE_EXTRA_CA_CERTS'])
      expect(kindOf(await versionBy(without(configText(double)), { [name]: file }))).toBe('answered');
  });

  it('says that no known authority signed the certificate of the server', async () => {
    const double = await startDouble(kubeadm());
    for (const env of [{}, { SSL_CERT_FILE: '/nowhere' }])
      expect(kindOf(await versionBy(without(configText(double)), env))).toBe('unknown-ca');
    expect(kindOf(await versionBy(configText(double, { ca: (await makeAuthority('other')).certificate })))).toBe('wrong-ca');
    expect(double.requests).toEqual([]);
  });

  it('and says not to check the server is as it was; with a CA it is refused, as kubectl refuses it', async () => {
    const double = await startDouble(kubeadm());
    const cluster = '    insecure-skip-tls-verify: true';
    expect(kindOf(await versionBy(without(configText(double, { cluster }))))).toBe('answered');
    await expect(versionBy(configText(double, { cluster }))).rejects.toThrow(/has a CA, and says not to check/);
  });
});

it('an answer in the place of a proxied server is no API server', async () => {
  const double = await startDouble(kubeadm(), { faults: { '*': { kind: 'answer', ...inItsPlace.loadBalancer } } });
  const proxy = await socksProxy(double.port);
  const config = configText(double, { server: far, cluster: `${named}\n    proxy-url: socks5://127.0.0.1:${proxy.port}` });
  expect(kindOf(await versionBy(config))).toBe('gateway');
});

it('the panel finds the proxy, and the authorities, of the environment it is started in', async () => {
  const double = await startDouble(kubeadm());
  const proxy = await connectProxy(double.port);
  const file = join(freshFolder(), 'ca.pem');
  writeFileSync(file, double.authority.certificate);
  const config = configText(double, { server: far, cluster: named }).replace(/ *certificate-authority-data: .*\n/, '');
  const env = { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`, SSL_CERT_FILE: file };
  const on = panel(configFile(config), {}, undefined, env);
  on.service.connect('study');
  await settled(on);
  expect(on.now()).toMatchObject({ state: 'connected', connection: { trust: 'verified' } });
  expect(new Set(proxy.asked)).toEqual(new Set(['api.study.example:6443']));
});
