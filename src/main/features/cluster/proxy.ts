/**
 * The proxy of the environment on the way to a server, as kubectl and every program in Go finds it. The rules of NO_PROXY are theirs,
 * networks (`10.0.0.0/8`) included, which Node's own agents and the packages for it do not know. Pure.
 * Source: https://pkg.go.dev/golang.org/x/net/http/httpproxy#Config
 */
import { BlockList, isIP } from 'node:net';

/** @returns the proxy as the environment has it, http where it says nothing else; null when the server is asked directly */
export function proxyIn(env: NodeJS.ProcessEnv, server: URL): string | null {
  const [upper, lower] = server.protocol === 'https:' ? ['HTTPS_PROXY', 'https_proxy'] : ['HTTP_PROXY', 'http_proxy'];
  const proxy = (env[upper] || env[lower] || '').trim();
  if (proxy === '' || isDirect(env['NO_PROXY'] || env['no_proxy'] || '', server)) return null;
  return /^[a-z][a-z\d+.-]*:\/\//i.test(proxy) ? proxy : `http://${proxy}`;
}

/** Whether a server is asked without the proxy: this computer always is. */
function isDirect(noProxy: string, server: URL): boolean {
  const host = server.hostname.replace(/^\[|\]$/g, '').toLowerCase();
  const port = server.port || (server.protocol === 'https:' ? '443' : '80');
  if (host === 'localhost' || /^127\.|^::1$/.test(host)) return true;
  return noProxy
    .toLowerCase()
    .split(',')
    .map((entry) => entry.trim())
    .some((entry) => entry !== '' && covers(entry, host, port));
}

function covers(entry: string, host: string, port: string): boolean {
  if (entry === '*') return true;
  const [, network = '', bits] = /^([\da-f.:]+)\/(\d{1,3})$/.exec(entry) ?? [];
  if (bits !== undefined) return isInNetwork(network, Number(bits), host);
  const [, name = entry, only] = /^(\[[^\]]+\]|[^:]+):(\d+)$/.exec(entry) ?? [];
  const bare = name.replace(/^\[|\]$/g, '');
  if (only !== undefined && only !== port) return false;
  if (isIP(bare) || isIP(host)) return bare === host;
  const suffix = bare.replace(/^\*/, '');
  return suffix.startsWith('.') ? host.endsWith(suffix) : host === suffix || host.endsWith(`.${suffix}`);
}

function isInNetwork(network: string, bits: number, host: string): boolean {
  const family = isIP(network);
  if (family === 0 || family !== isIP(host) || bits > (family === 4 ? 32 : 128)) return false;
  const type = family === 4 ? 'ipv4' : 'ipv6';
  const list = new BlockList();
  list.addSubnet(network, bits, type);
  return list.check(host, type);
}
