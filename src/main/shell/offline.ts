import type { CommandLine, Session, WebContents } from 'electron';

/**
 * Keeps Chromium itself off the network: without these it looks for proxies, warms up DNS and fetches lists for features that
 * Etcdeck does not use. The page is kept off it by the CSP, and should that fail, by these switches, `refuseNetwork` and, for
 * datagrams, `refuseDatagrams`.
 * The one connection Etcdeck makes itself, to a cluster a person switched on, is of Node and not of Chromium (`features/cluster/api.ts`).
 * To be called before the app is ready.
 */
export function keepOffline(commandLine: CommandLine): void {
  // No name and no address resolves for requests and prefetches. WebRTC sends to an address without asking.
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  commandLine.appendSwitch('no-proxy-server');
  commandLine.appendSwitch('dns-prefetch-disable');
  commandLine.appendSwitch('no-pings');
  commandLine.appendSwitch('disable-background-networking');
  commandLine.appendSwitch('disable-component-update');
  commandLine.appendSwitch('disable-domain-reliability');
}

/**
 * Keeps WebRTC from sending datagrams, which neither the CSP nor the session sees: it may use UDP through a proxy only, and there is
 * none. The switch of that name has no effect in Electron. To be called for every page that is made, whatever made it.
 */
export function refuseDatagrams(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** Cancels every request for anything but the page's own files, refuses downloads, and fetches no spelling dictionaries. */
export function refuseNetwork(session: Session): void {
  session.setSpellCheckerEnabled(false);
  // Chromium goes for the dictionary of the system's language before it looks whether spelling is checked at all.
  session.setSpellCheckerLanguages([]);
  const elsewhere = ['http', 'https', 'ws', 'wss', 'ftp', 'file'].map((scheme) => `${scheme}://*/*`);
  session.webRequest.onBeforeRequest({ urls: elsewhere }, (_, answer) => {
    answer({ cancel: true });
  });
  session.on('will-download', (event) => {
    event.preventDefault();
  });
}
