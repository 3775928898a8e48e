/** Switches that give other programs a way into a running Etcdeck: they open a port, which every user of the computer can reach. */
const doors =
  /^--?(?:remote-debugging-(?:port|pipe|address|targets)|remote-allow-origins|inspect(?:-brk|-wait|-port|-publish-uid)?|debug(?:-brk|-port)?)(?:=|$)/;

/** The first of the arguments of a start that opens such a way; null when there is none. Chromium and Node take them from any place. */
export const refusedSwitch = (argv: readonly string[]): string | null => argv.slice(1).find((argument) => doors.test(argument)) ?? null;
