import { expect, it } from 'vitest';
import { proxyIn } from '../../../src/main/features/cluster/proxy.js';

const through = (server: string, env: NodeJS.ProcessEnv): string | null => proxyIn(env, new URL(server));

it.each([
  [{ HTTPS_PROXY: 'http://proxy.example:3128' }, 'http://proxy.example:3128'],
  [{ https_proxy: 'proxy.example:3128' }, 'http://proxy.example:3128'],
  [{ HTTPS_PROXY: 'socks5://proxy.example:1080' }, 'socks5://proxy.example:1080'],
  [{ HTTP_PROXY: 'http://proxy.example:3128' }, null],
  [{ ALL_PROXY: 'http://proxy.example:3128' }, null],
  [{ HTTPS_PROXY: '' }, null],
  [{}, null],
])('with %j a server over https is asked through %s', (env, proxy) => {
  expect(through('https://k8s.example:6443', env)).toBe(proxy);
});

it.each([
  ['*', 'k8s.example', true],
  ['k8s.example', 'k8s.example', true],
  ['example', 'k8s.example', true],
  ['.example', 'k8s.example', true],
  ['*.example', 'k8s.example', true],
  ['.k8s.example', 'k8s.example', false],
  ['8s.example', 'k8s.example', false],
  ['other.example, k8s.example', 'k8s.example', true],
  ['K8S.Example', 'k8s.example', true],
  ['k8s.example:6443', 'k8s.example', true],
  ['k8s.example:443', 'k8s.example', false],
  ['10.1.2.3', '10.1.2.3', true],
  ['10.0.0.0/8', '10.1.2.3', true],
  ['10.0.0.0/16', '10.1.2.3', false],
  ['10.0.0.0/99', '10.1.2.3', false],
  ['2.3', '10.1.2.3', false],
  ['fd00::/8', '[fd12::1]', true],
  ['[fd12::1]:6443', '[fd12::1]', true],
  ['10.0.0.0/8', '[fd12::1]', false],
  ['10.0.0.0/8', 'k8s.example', false],
  [',, ,', 'k8s.example', false],
])('NO_PROXY=%s and %s: asked directly is %s', (list, host, isDirect) => {
  expect(through(`https://${host}:6443`, { HTTPS_PROXY: 'http://p:1', NO_PROXY: list }) === null).toBe(isDirect);
});

it.each(['localhost', '127.0.0.1', '127.8.8.8', '[::1]'])('%s is this computer, and never asked through a proxy', (host) => {
  expect(through(`https://${host}:6443`, { HTTPS_PROXY: 'http://p:1' })).toBeNull();
});
