/**
 * How much is tried. A short part runs in `npm test`, the same each time; `npm run test:faults` runs it in full, and with another
 * `--seed` tries other moments.
 */
const isFull = process.env['ETCDECK_FAULTS'] === 'full';

/** All chance in the faults comes from here. */
export const seed = process.env['ETCDECK_SEED'] ?? '1';

/** @param short how often in `npm test` */
export const times = (short: number, full: number): number => (isFull ? full : short);

/** Kills at moments drawn by chance. */
export const kills = times(3, Number(process.env['ETCDECK_KILLS'] ?? 1000));

/** Says what was found out, beside that it held. */
export const tell = (text: string): void => console.log(`[faults, seed ${seed}] ${text}`);

/** Some of a list, evenly spread over it and with both ends. */
export const spread = <T>(items: readonly T[], most: number): T[] =>
  items.length <= most
    ? [...items]
    : Array.from({ length: most }, (_, at) => items[Math.round((at * (items.length - 1)) / (most - 1))] as T);
