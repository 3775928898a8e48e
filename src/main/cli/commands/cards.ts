import { parsePaths } from '../../features/import/dry-run.js';
import type { DraftCard, ParsedNote } from '../../domain/notes/card.js';
import { readArguments } from '../command.js';
import type { Command, Context } from '../command.js';
import { count, indented, pathFrom, problemLine } from '../notes-on-screen.js';

/** Shows the cards notes would give. Stores nothing. */
export const cards: Command = {
  usage: 'cards PATH… [--json]',
  summary: 'shows the cards that notes give, without storing anything',
  async run(args, context) {
    const { paths, flags } = readArguments(args, context, { paths: 'some', flags: ['json'] });
    const { cwd } = context.surroundings;
    const pool = context.createParsePool();
    const totals = { notes: 0, cards: 0 };
    try {
      for await (const entry of parsePaths(paths, pool)) {
        if (entry.kind === 'problem') {
          context.report(problemLine(pathFrom(cwd, entry.problem.path), entry.problem));
          continue;
        }
        const file = pathFrom(cwd, entry.path);
        for (const problem of entry.note.problems) context.report(problemLine(file, problem));
        if (flags.json) printJson(entry.note, file, context);
        else printReadably(entry.note, file, context);
        totals.notes += 1;
        totals.cards += entry.note.cards.length;
      }
    } finally {
      await pool.close();
    }
    if (!flags.json) context.print(`${count(totals.cards, 'card')} from ${count(totals.notes, 'note')}`);
    return totals.notes > 0 ? 0 : 1;
  },
};

function printJson({ cards: drafts }: ParsedNote, file: string, { print }: Context): void {
  for (const { kind, front, back, headings, deck, tags, line, endLine, rule, reasons } of drafts) {
    print(JSON.stringify({ kind, front, back, path: headings, deck, tags, line, endLine, file, rule, problems: reasons }));
  }
}

function printReadably(note: ParsedNote, file: string, { print }: Context): void {
  const heldBack = note.cards.filter(({ reasons }) => reasons.length > 0).length;
  print(`${file}: ${count(note.cards.length, 'card')}${heldBack > 0 ? `, ${heldBack} held back` : ''}`);
  if (note.emptyReason) print(`  ${note.emptyReason}`);
  for (const card of note.cards) print(readable(card));
  print('');
}

const margin = ' '.repeat(8);

function readable({ line, kind, front, back, reasons }: DraftCard): string {
  const held = reasons.map((reason) => `\n${margin}held back: ${reason}`).join('');
  return `${String(line).padStart(6)}  ${indented(front, margin)} (${kind})\n${margin}${indented(back, margin)}${held}`;
}
