import { readArguments } from '../command.js';
import type { Command } from '../command.js';
import { reading } from '../reading.js';

/** Lists the decks with what waits in them today. */
export const decks: Command = {
  usage: 'decks [--json]',
  summary: 'lists the decks with what waits in them today',
  run(args, context) {
    const { flags, dataFolder } = readArguments(args, context, { paths: 'none', flags: ['json'] });
    const rows = reading(dataFolder, context.clock, ({ today }) => today().decks) ?? [];
    if (flags.json) {
      context.print(JSON.stringify(rows.map(({ path, cards, counts }) => ({ path, cards, ...counts }))));
    } else if (rows.length === 0) {
      context.print('No decks yet. Bring in notes with: etcdeck import PATH…');
    } else {
      context.print(' cards    new  learning    due  deck');
      for (const { cards, counts, depth, name } of rows) {
        const numbers = [String(cards).padStart(6), String(counts.new).padStart(7), String(counts.learning).padStart(10)];
        context.print(`${numbers.join('')}${String(counts.due).padStart(7)}  ${'  '.repeat(depth)}${name}`);
      }
    }
    return Promise.resolve(0);
  },
};
