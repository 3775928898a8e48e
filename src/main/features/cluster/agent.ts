/** The connections to a cluster, directly or through a proxy. */
import { Agent as HttpAgent } from 'node:http';
import { Agent } from 'node:https';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { SocksProxyAgent } from 'socks-proxy-agent';
import type { Access } from './access.js';
import { SocksError } from './failure.js';

/** Tells what went wrong on the way through the proxy from what went wrong behind it: the library gives its errors no code. */
class SocksAgent extends SocksProxyAgent {
  override async connect(...given: Parameters<SocksProxyAgent['connect']>): ReturnType<SocksProxyAgent['connect']> {
    try {
      return await super.connect(...given);
    } catch (error) {
      throw new SocksError(error instanceof Error ? error.message : '');
    }
  }
}

/** An agent of its own for each connection: whoever makes it destroys it. */
export function agentFor({ server, proxy, tls }: Access): HttpAgent {
  if (proxy?.protocol.startsWith('socks')) {
    // As kubectl has it, the proxy looks the name of the server up.
    const far = new URL(proxy.href.replace(/^socks5h?:/, 'socks5h:'));
    return new SocksAgent(far, { keepAlive: true });
  }
  if (proxy && server.protocol === 'https:') return new HttpsProxyAgent(proxy, { keepAlive: true });
  return server.protocol === 'http:' ? new HttpAgent({ keepAlive: true }) : new Agent({ ...tls, keepAlive: true });
}
