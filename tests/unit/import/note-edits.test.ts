/** Schedules survive edits of real Markdown, through the real parser. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DraftCard } from '../../../src/main/domain/notes/card.js';
import type { KnownCard } from '../../../src/main/domain/notes/matching.js';
import { parseNote } from '../../../src/main/domain/notes/parse-note.js';
import { applyEdits, editArb, editKinds, render, vaultArb, type EditKind, type Note, type Vault } from './edit-scripts.js';
import { recogniseAll } from './recognise.js';

interface Parsed {
  noteId: string;
  cards: { card: DraftCard; truth: string }[];
}

const parsed = new Map<string, Parsed>();

/** The cards of a note; the truth about each is the item or list it stands at and which card of it it is. */
function parse(note: Note): Parsed {
  const { text, truthOfLine } = render(note);
  const known = parsed.get(`${note.name} ${text}`);
  if (known) return known;
  const count = new Map<string, number>();
  const cards = parseNote({ path: note.name, text }).cards.map((card) => {
    const { slot } = card.evidence;
    const part = slot.slice(slot.lastIndexOf(' › ') + 3).replace(/ #\d+$/, '');
    const line = truthOfLine.get(card.line);
    const base = `${slot.includes(' › list ') ? line?.section : line?.item} ${card.kind} ${part}`;
    const ordinal = (count.get(base) ?? 0) + 1;
    count.set(base, ordinal);
    return { card, truth: `${base} ${ordinal}` };
  });
  const result = { noteId: note.name, cards };
  parsed.set(`${note.name} ${text}`, result);
  return result;
}

function judge(before: Vault, after: Vault) {
  const known = before.map(parse).flatMap(({ noteId, cards }) =>
    cards.map(({ card, truth }, position): KnownCard & { truth: string } => ({
      cardId: `${noteId} ${position}`,
      noteId,
      kind: card.kind,
      evidence: card.evidence,
      position,
      orphaned: false,
      truth,
    })),
  );
  const byTruth = new Map(known.map((card) => [card.truth, card]));
  const now = after.map(parse);
  const plan = recogniseAll({
    known,
    notes: now.map(({ noteId, cards }) => ({ noteId, cards: cards.map(({ card }) => card) })),
    cardIdFor: (evidence) => evidence,
    taken: () => new Set(),
  });
  const tally = { touched: 0, kept: 0, matched: 0, wrong: 0, lost: [] as string[] };
  for (const { noteId, cards } of now) {
    cards.forEach(({ card, truth }, index) => {
      const match = plan.notes.get(noteId)?.[index]?.known ?? null;
      const itemOf = (text: string): string | undefined => text.split(' ')[0];
      if (match) tally.matched++;
      if (match && itemOf(match.truth) !== itemOf(truth)) {
        tally.wrong++;
        tally.lost.push(`WRONG ${match.evidence.slot} | ${match.evidence.text} => ${card.evidence.slot} | ${card.evidence.text}`);
      }
      const old = byTruth.get(truth);
      if (!old) return;
      const same = old.noteId === noteId && old.evidence.slot === card.evidence.slot && old.evidence.spanHash === card.evidence.spanHash;
      if (same && match === old) return;
      tally.touched++;
      if (match === old) tally.kept++;
      else
        tally.lost.push(
          `${truth}: ${old.evidence.slot} | ${old.evidence.text} => ${card.evidence.slot} | ${card.evidence.text} MATCHED ${match?.truth ?? '-'}`,
        );
    });
  }
  return tally;
}

const vaults = fc.sample(vaultArb, { numRuns: 12, seed: 20261124 });

function judgeAll(kinds: readonly EditKind[], edits: { minLength: number; maxLength: number }, numRuns: number) {
  const scripts = fc.sample(fc.array(editArb(kinds), edits), { numRuns, seed: 20261123 });
  const tallies = scripts.flatMap((script, index) => {
    const vault = vaults[index % vaults.length];
    return vault ? [judge(vault, applyEdits(vault, script))] : [];
  });
  const sum = (of: 'touched' | 'kept' | 'matched' | 'wrong'): number => tallies.reduce((total, tally) => total + tally[of], 0);
  if (process.env['SHOW_LOST']) {
    console.log(kinds.join(), sum('touched'), sum('kept') / sum('touched'), sum('matched'), sum('wrong') / sum('matched'));
    tallies
      .flatMap(({ lost }) => lost)
      .slice(0, 14)
      .forEach((line) => console.log(line));
  }
  return { touched: sum('touched'), keptShare: sum('kept') / sum('touched'), wrongShare: sum('wrong') / sum('matched') };
}

describe('schedules survive edits of Markdown', () => {
  it('of notes that give enough cards to tell', () => {
    expect(vaults.flatMap((vault) => vault.map(parse)).flatMap(({ cards }) => cards).length).toBeGreaterThan(400);
  });

  it.each(editKinds.map((kind) => [kind]))('when the only edit is: %s', (kind) => {
    const { touched, keptShare, wrongShare } = judgeAll([kind], { minLength: 1, maxLength: 3 }, 12);
    if (touched > 0) expect(keptShare).toBeGreaterThanOrEqual(0.99);
    expect(wrongShare).toBeLessThanOrEqual(0.01);
  });

  it('when many edits of every sort come at once', () => {
    const { keptShare, wrongShare } = judgeAll(editKinds, { minLength: 3, maxLength: 15 }, 30);
    expect(keptShare).toBeGreaterThanOrEqual(0.99);
    expect(wrongShare).toBeLessThanOrEqual(0.01);
  });

  it('when three words of many items change', () => {
    const { keptShare, wrongShare } = judgeAll(['three-words'], { minLength: 5, maxLength: 20 }, 12);
    expect(keptShare).toBeGreaterThanOrEqual(0.95);
    expect(wrongShare).toBeLessThanOrEqual(0.01);
  });
});
