import type { CommandLine, Session } from 'electron';

/**
 * Keeps Chromium itself off the network: without these it looks for proxies, warms up DNS and fetches lists for features that
 * Etcdeck does not use. The page is kept off it by the CSP, and should that fail, by these switches and `refuseNetwork`.
 * The one connection Etcdeck makes itself, to a cluster a person switched on, is of Node and not of Chromium (`features/cluster/api.ts`).
 * To be called before the app is ready.
 */
export function keepOffline(commandLine: CommandLine): void {
  // No name and no address resolves, whatever asks: requests, prefetches, WebRTC.
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  commandLine.appendSwitch('no-proxy-server');
  commandLine.appendSwitch('dns-prefetch-disable');
  commandLine.appendSwitch('no-pings');
  commandLine.appendSwitch('disable-background-networking');
  commandLine.appendSwitch('disable-component-update');
  commandLine.appendSwitch('disable-domain-reliability');
  commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
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
