import { describe, expect, it } from 'vitest';
import type { DraftCard } from '../../../src/main/domain/notes/card.js';
import { parseNote } from '../../../src/main/domain/notes/parse-note.js';

const cardsOf = (text: string, path = 'sea/ropes.md'): readonly DraftCard[] => parseNote({ path, text }).cards;
const about = (text: string, term: string, path?: string): DraftCard[] =>
  cardsOf(text, path).filter((card) => card.evidence.text.includes(term) && card.evidence.slot.endsWith('› what'));
const keys = (cards: readonly DraftCard[]): string[] => cards.map((card) => `${card.evidence.spanHash} at ${card.evidence.slot}`);
const hashes = (cards: readonly DraftCard[]): string[] => cards.map((card) => card.evidence.spanHash);
const slots = (cards: readonly DraftCard[]): string[] => cards.map((card) => card.evidence.slot);

const note = `# Ropes

- **Halyard**: a line that hoists a sail.
- **Painter**: a line that ties a dinghy to the quay.
`;
const halyard = about(note, 'Halyard');

describe('the evidence of a card', () => {
  it('is the same each time the note is read', () => {
    expect(halyard).not.toEqual([]);
    expect(keys(cardsOf(note))).toEqual(keys(cardsOf(note)));
  });

  it('does not know the name of the file', () => {
    expect(keys(about(note, 'Halyard', 'other/place.md'))).toEqual(keys(halyard));
  });

  it('stays when something is written above and below', () => {
    const edited = `${note.replace('# Ropes\n', '# Ropes\n\nSome words about ropes on board.\n')}\n## More\n\n- **Boom**: the pole below a sail.\n`;
    expect(keys(about(edited, 'Halyard'))).toEqual(keys(halyard));
  });

  it('stays when white space or case changes', () => {
    const edited = note.replace('a line that hoists', 'A  line that\u00a0hoists').replace('- **Halyard', '* **Halyard');
    expect(keys(about(edited, 'Halyard'))).toEqual(keys(halyard));
  });

  it('keeps its slot and changes its hash when the definition changes', () => {
    const edited = about(note.replace('hoists a sail', 'lifts a sail'), 'Halyard');
    expect(slots(edited)).toEqual(slots(halyard));
    expect(hashes(edited)).not.toEqual(hashes(halyard));
  });

  it('keeps its hash and changes its slot when its heading changes', () => {
    const edited = about(note.replace('# Ropes', '# Ropes\n\n## On deck'), 'Halyard');
    expect(hashes(edited)).toEqual(hashes(halyard));
    expect(slots(edited)).not.toEqual(slots(halyard));
  });

  it('is apart for each card of a note', () => {
    const all = slots(cardsOf(note));
    expect(new Set(all).size).toBe(all.length);
  });

  it('numbers items that are otherwise the same', () => {
    const twice = cardsOf('Q: What is a sheet?\nA: A line.\n\nText between.\n\nQ: What is a sheet?\nA: A rope.\n');
    expect(twice).toHaveLength(2);
    expect(slots(twice)[1]).toBe(`${slots(twice)[0]} #2`);
  });

  it('does not number across headings', () => {
    const items = cardsOf('# Port\n\nQ: What is a sheet?\nA: A line.\n\n# Starboard\n\nQ: What is a sheet?\nA: A rope.\n');
    expect(new Set(slots(items)).size).toBe(2);
    expect(slots(items).filter((slot) => slot.includes('#2'))).toEqual([]);
  });

  it('puts cards of one source under one item and others under another', () => {
    const [first, second, other] = cardsOf('The {{c1::jib}} hangs before the {{c2::mast}}.\n\nA {{c1::yawl}} has two masts.\n');
    expect(first?.item).toBe(second?.item);
    expect(first?.item).not.toBe(other?.item);
    expect(first?.evidence.spanHash).not.toBe(second?.evidence.spanHash);
  });

  it.each([
    ['a block id', '- **Halyard**: a line that hoists a sail. ^rope-1', 'rope-1'],
    ['a comment', '- **Halyard**: a line that hoists a sail. <!--ID: 1623456789012-->', '1623456789012'],
  ])('reads an id the person wrote as %s', (_, line, id) => {
    const cards = about(`# Ropes\n\n${line}\n`, 'Halyard');
    expect(cards.map((card) => card.evidence.userId)).toEqual(cards.map(() => id));
    expect(cards).not.toEqual([]);
    expect(cards.filter((card) => `${card.front}${card.back}`.includes(id))).toEqual([]);
  });
});
