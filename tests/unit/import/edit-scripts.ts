/**
 * Synthetic notes and random edits of them, with the truth kept beside: every item has an id that no edit changes, so a test can
 * tell whether a schedule stayed with its text.
 */
import fc from 'fast-check';
import type { CardKind, Evidence } from '../../../src/main/domain/notes/card.js';

export interface Item {
  id: number;
  term: string;
  text: string;
}
export interface Section {
  id: number;
  heading: string;
  style: 'terms' | 'steps' | 'prose';
  items: Item[];
}
export interface Note {
  name: string;
  sections: Section[];
}
export type Vault = Note[];

const subjects =
  'cluster node pod container volume claim secret token role binding proxy kubelet scheduler controller manager server endpoint service ingress gateway policy quota namespace label selector taint toleration probe event webhook snapshot replica rollout manifest certificate key flag port socket cache queue lease'.split(
    ' ',
  );
const verbs =
  'stores reads writes watches selects rejects restarts renews rotates mounts binds schedules evicts drains routes balances validates signs encrypts limits counts reports exposes replaces deletes creates updates'.split(
    ' ',
  );
const flags = 'cert cacert key endpoints data-dir name listen-client-urls advertise-client-urls initial-cluster peer-cert-file'.split(' ');

const tails = [
  '',
  ' at once',
  ' every 30 seconds',
  ' while the node is ready',
  ' in memory',
  ' with `etcd`',
  ' for 5 minutes',
  ' on port 443',
];
const qualities = 'current desired local remote default failed ready missing expired static dynamic shared private'.split(' ');

/** "kubelet stores the local token of every node at once.": real notes are sentences, and only of sentences are cards made. */
const sentenceArb = fc
  .record({
    who: fc.constantFrom(...subjects),
    does: fc.constantFrom(...verbs),
    which: fc.constantFrom(...qualities),
    what: fc.constantFrom(...subjects),
    whose: fc.constantFrom(...subjects),
    tail: fc.constantFrom(...tails),
  })
  .map(({ who, does, which, what, whose, tail }) => `${who} ${does} the ${which} ${what} of every ${whose}${tail}.`);
const termArb = fc.oneof(
  fc.tuple(fc.constantFrom(...qualities), fc.constantFrom(...subjects)).map(([a, b]) => `${a.charAt(0).toUpperCase()}${a.slice(1)} ${b}`),
  fc.constantFrom(...flags).map((flag) => `--${flag}`),
);
const sectionArb = fc.record({
  heading: fc
    .tuple(fc.constantFrom(...subjects), fc.constantFrom('basics', 'operation', 'notes', 'flags', 'setup'))
    .map((w) => w.join(' ')),
  style: fc.constantFrom('terms' as const, 'terms' as const, 'steps' as const, 'prose' as const),
  items: fc.uniqueArray(fc.record({ term: termArb, text: sentenceArb }), { minLength: 2, maxLength: 8, selector: ({ term }) => term }),
});

/** A few notes; ids are given in order, so the same seed gives the same vault. */
export const vaultArb: fc.Arbitrary<Vault> = fc
  .array(fc.uniqueArray(sectionArb, { minLength: 2, maxLength: 5, selector: ({ heading }) => heading }), { minLength: 2, maxLength: 5 })
  .map((notes) => {
    let next = 1;
    return notes.map((sections, index) => ({
      name: `note-${index}.md`,
      sections: sections.map((section) => ({
        ...section,
        id: next++,
        items: section.items.map((item) => ({ ...item, id: next++ })),
      })),
    }));
  });

export const editKinds = [
  'typo',
  'word',
  'append',
  'heading',
  'move-in-note',
  'move-to-note',
  'rename-file',
  'split-file',
  'merge-files',
  'reorder',
  'delete',
  'insert',
  'copy',
  'replace',
] as const;
export type EditKind = (typeof editKinds)[number] | 'three-words';

export interface Edit {
  kind: EditKind;
  /** What it is done to, each taken modulo what there is. */
  note: number;
  section: number;
  item: number;
  at: number;
  word: string;
  sentence: string;
}

export const editArb = (kinds: readonly EditKind[]): fc.Arbitrary<Edit> =>
  fc.record({
    kind: fc.constantFrom(...kinds),
    note: fc.nat(1000),
    section: fc.nat(1000),
    item: fc.nat(1000),
    at: fc.nat(1000),
    word: fc.constantFrom(...subjects, ...verbs),
    sentence: sentenceArb,
  });

const pick = <T>(list: readonly T[], index: number): T => {
  const value = list[index % list.length];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
};

/** The vault after the edits; the one given is left as it is. Each item is reworded at most once. */
export function applyEdits(vault: Vault, edits: readonly Edit[]): Vault {
  const notes = structuredClone(vault);
  const reworded = new Set<number>();
  let next = 1_000_000;
  for (const edit of edits) {
    const note = pick(notes, edit.note);
    const section = pick(note.sections, edit.section);
    const item = pick(section.items, edit.item);
    switch (edit.kind) {
      case 'typo':
      case 'word':
      case 'three-words':
      case 'append':
        if (!reworded.has(item.id)) reword(item, edit);
        reworded.add(item.id);
        break;
      case 'heading':
        section.heading = `${section.heading} ${edit.word}`;
        break;
      case 'move-in-note':
        move(note.sections, note.sections.indexOf(section), edit.at % note.sections.length);
        break;
      case 'move-to-note': {
        const target = pick(notes, edit.at);
        if (note.sections.length < 2 || target === note) break;
        note.sections.splice(note.sections.indexOf(section), 1);
        target.sections.push(section);
        break;
      }
      case 'rename-file':
        note.name = `renamed-${next++}.md`;
        break;
      case 'split-file':
        if (note.sections.length > 1) {
          const half = note.sections.splice(Math.ceil(note.sections.length / 2));
          notes.push({ name: `split-${next++}.md`, sections: half });
        }
        break;
      case 'merge-files': {
        const target = pick(notes, edit.at);
        if (target === note) break;
        target.sections.push(...note.sections);
        notes.splice(notes.indexOf(note), 1);
        break;
      }
      case 'reorder':
        move(section.items, section.items.indexOf(item), edit.at % section.items.length);
        break;
      case 'delete':
        if (section.items.length > 1) section.items.splice(section.items.indexOf(item), 1);
        break;
      case 'insert':
        section.items.splice(edit.at % section.items.length, 0, { id: next++, term: `${edit.word} ${next}`, text: edit.sentence });
        break;
      case 'copy': {
        // A near-copy of a live item is a new card, not the old one.
        const copy = { ...item, id: next++, term: `${item.term} too` };
        reword(copy, { ...edit, kind: 'three-words' });
        section.items.splice(section.items.indexOf(item) + 1, 0, copy);
        break;
      }
      case 'replace':
        section.items.splice(section.items.indexOf(item), 1, { id: next++, term: `${edit.word} ${next}`, text: edit.sentence });
        break;
    }
  }
  return notes;
}

function move<T>(list: T[], from: number, to: number): void {
  const [taken] = list.splice(from, 1);
  if (taken !== undefined) list.splice(to, 0, taken);
}

function reword(item: Item, edit: Edit): void {
  const words = item.text.slice(0, -1).split(' ');
  const at = edit.at % words.length;
  if (edit.kind === 'append') item.text = `${item.text.slice(0, -1)} and ${edit.word}s are kept.`;
  else if (edit.kind === 'typo') {
    const word = pick(words, at);
    words[at] = word.slice(0, word.length >> 1) + word.slice((word.length >> 1) + 1);
    item.text = `${words.join(' ')}.`;
  } else {
    const changes = edit.kind === 'word' ? 1 : 3;
    const step = Math.max(1, Math.floor(words.length / 3));
    for (let n = 0; n < changes; n++) words[(at + n * step) % words.length] = `${edit.word}${n > 0 ? n : ''}`;
    item.text = `${words.join(' ')}.`;
  }
}

/** A draft with the truth about where it comes from: the same key before and after an edit means the same card. */
export interface TrueDraft {
  kind: CardKind;
  evidence: Evidence;
  truth: string;
}

const separator = ' › ';

/** What a rule would make of the note: a card for each item, one for the items of a list together. */
export function draftsOf(note: Note): TrueDraft[] {
  const seen = new Map<string, number>();
  return note.sections.flatMap((section) => {
    const items = section.items.map((item): TrueDraft => {
      const named = section.style !== 'prose';
      const text = named ? `${item.term} ${item.text}` : item.text;
      const place = named ? [section.heading, item.term, 'what'] : [section.heading, 'sentence'];
      const slot = place.join(separator);
      const ordinal = seen.get(slot) ?? 0;
      seen.set(slot, ordinal + 1);
      return {
        kind: 'definition',
        evidence: { spanHash: `definition ${text}`, slot, text, userId: null },
        truth: `item ${item.id}`,
      };
    });
    if (section.style === 'prose') return items;
    const kind = section.style === 'steps' ? 'sequence' : 'list';
    const text = section.items.map(({ term }) => term).join(', ');
    const slot = [section.heading, section.style, 'all'].join(separator);
    return [...items, { kind, evidence: { spanHash: `${kind} ${text}`, slot, text, userId: null }, truth: `list ${section.id}` }];
  });
}

/** The note as a Markdown file, and the item and section each line belongs to. */
export function render(note: Note): { text: string; truthOfLine: Map<number, { item: string; section: string }> } {
  const lines: string[] = [];
  const truthOfLine = new Map<number, { item: string; section: string }>();
  const line = (text: string, item?: Item, section?: Section): void => {
    lines.push(text);
    if (item && section) truthOfLine.set(lines.length, { item: `item-${item.id}`, section: `section-${section.id}` });
  };
  line(`# ${note.sections[0]?.heading.split(' ')[0] ?? 'note'}`);
  for (const section of note.sections) {
    line('');
    line(`## ${section.heading}`);
    section.items.forEach((item, index) => {
      if (section.style === 'prose' || index === 0) line('');
      const mark = section.style === 'terms' ? '- ' : section.style === 'steps' ? `${index + 1}. ` : '';
      const text = section.style === 'prose' ? `The ${item.text}` : `**${item.term}**: a ${item.text.replace(' ', ' that ')}`;
      line(mark + text, item, section);
    });
  }
  return { text: `${lines.join('\n')}\n`, truthOfLine };
}
