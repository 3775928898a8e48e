import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KnownCard, NoteDrafts } from '../../../src/main/domain/notes/matching.js';
import { applyEdits, draftsOf, editArb, editKinds, vaultArb, type EditKind, type Vault } from './edit-scripts.js';
import { recogniseAll, type WholePlan } from './recognise.js';

interface TrueCard extends KnownCard {
  truth: string;
}

const cardIdFor = (evidence: string): string => `card of ${evidence}`;

/** The vault as it stands in the store after a first import. */
function stored(vault: Vault, orphaned = false): TrueCard[] {
  const given = new Set<string>();
  return vault.flatMap((note) =>
    draftsOf(note).map((draft, position) => {
      let cardId = `${draft.truth}`;
      for (let n = 2; given.has(cardId); n++) cardId = `${draft.truth} ${n}`;
      given.add(cardId);
      return { cardId, noteId: note.name, kind: draft.kind, evidence: draft.evidence, position, orphaned, truth: draft.truth };
    }),
  );
}

const draftsFor = (vault: Vault): NoteDrafts[] => vault.map((note) => ({ noteId: note.name, cards: draftsOf(note) }));

function plan(known: TrueCard[], vault: Vault): WholePlan<TrueCard> {
  const ids = new Set(known.map(({ cardId }) => cardId));
  return recogniseAll({ known, notes: draftsFor(vault), cardIdFor, taken: (asked) => new Set(asked.filter((cardId) => ids.has(cardId))) });
}

interface Tally {
  /** Cards that are there before and after and whose text, slot or note changed. */
  touched: number;
  /** Those of them that kept their schedule. */
  kept: number;
  /** Drafts that continue some card, and how many of them got somebody else's schedule. */
  matched: number;
  wrong: number;
  lost: string[];
}

function judge(before: Vault, after: Vault): Tally {
  const known = stored(before);
  const byTruth = new Map(known.map((card) => [card.truth, card]));
  const result = plan(known, after);
  const tally: Tally = { touched: 0, kept: 0, matched: 0, wrong: 0, lost: [] };
  for (const note of after) {
    const recognised = result.notes.get(note.name) ?? [];
    draftsOf(note).forEach((draft, index) => {
      const match = recognised[index]?.known ?? null;
      if (match) tally.matched++;
      if (match && match.truth !== draft.truth) tally.wrong++;
      const old = byTruth.get(draft.truth);
      if (!old) return;
      const { spanHash, slot } = draft.evidence;
      const same = old.noteId === note.name && old.evidence.slot === slot && old.evidence.spanHash === spanHash;
      if (same && match === old) return;
      tally.touched++;
      if (match === old) tally.kept++;
      else tally.lost.push(`${old.noteId} ${old.evidence.slot} | ${old.evidence.text}\n  -> ${note.name} ${slot} | ${draft.evidence.text}`);
    });
  }
  return tally;
}

/** Shares over many scripts; cards no edit came near do not count, or they would hide what is lost. */
function judgeAll(kinds: readonly EditKind[], edits: { minLength: number; maxLength: number }, numRuns: number) {
  const scripts = fc.sample(fc.tuple(vaultArb, fc.array(editArb(kinds), edits)), { numRuns, seed: 20261122 });
  const tallies = scripts.map(([vault, script]) => judge(vault, applyEdits(vault, script)));
  const sum = (of: 'touched' | 'kept' | 'matched' | 'wrong'): number => tallies.reduce((total, tally) => total + tally[of], 0);
  if (process.env['SHOW_LOST']) {
    console.log(kinds.join(), sum('touched'), sum('kept') / sum('touched'), sum('wrong') / sum('matched'));
    tallies
      .flatMap(({ lost }) => lost)
      .slice(0, 12)
      .forEach((line) => console.log(line.toString()));
  }
  return {
    touched: sum('touched'),
    keptShare: sum('touched') === 0 ? 1 : sum('kept') / sum('touched'),
    wrongShare: sum('wrong') / sum('matched'),
  };
}

describe('schedules stay with their text', () => {
  it.each(editKinds.map((kind) => [kind]))('when the only edit is: %s', (kind) => {
    const { keptShare, wrongShare } = judgeAll([kind], { minLength: 1, maxLength: 2 }, 25);
    expect(keptShare).toBeGreaterThanOrEqual(0.99);
    expect(wrongShare).toBeLessThanOrEqual(0.01);
  });

  it('when many edits of every sort come at once', () => {
    const { keptShare, wrongShare } = judgeAll(editKinds, { minLength: 3, maxLength: 15 }, 80);
    expect(keptShare).toBeGreaterThanOrEqual(0.99);
    expect(wrongShare).toBeLessThanOrEqual(0.01);
  });

  it('when three words of many items change', () => {
    const { keptShare, wrongShare } = judgeAll(['three-words'], { minLength: 5, maxLength: 20 }, 60);
    expect(keptShare).toBeGreaterThanOrEqual(0.95);
    expect(wrongShare).toBeLessThanOrEqual(0.01);
  });
});

describe('recognising cards', () => {
  const evidence = (slot: string, text: string, userId: string | null = null) => ({ spanHash: `hash ${text}`, slot, text, userId });
  const card = (cardId: string, noteId: string, slot: string, text: string, more: Partial<TrueCard> = {}): TrueCard => ({
    cardId,
    noteId,
    kind: 'definition',
    evidence: evidence(slot, text),
    position: 0,
    orphaned: false,
    truth: cardId,
    ...more,
  });
  const note = (noteId: string, ...cards: [slot: string, text: string, userId?: string][]): NoteDrafts => ({
    noteId,
    cards: cards.map(([slot, text, userId]) => ({ kind: 'definition', evidence: evidence(slot, text, userId ?? null) })),
  });
  const recognise = (known: TrueCard[], ...notes: NoteDrafts[]) =>
    recogniseAll({
      known,
      notes,
      cardIdFor,
      taken: (asked) => new Set(asked.filter((cardId) => known.some((other) => other.cardId === cardId))),
    });
  const outcome = (result: WholePlan<TrueCard>, noteId: string) =>
    result.notes.get(noteId)?.map(({ change, known }) => (known ? `${change} ${known.cardId}` : change));

  it('keeps a card whose text and place are the same', () => {
    expect(outcome(recognise([card('a', 'n', 'x', 'etcd stores state')], note('n', ['x', 'etcd stores state'])), 'n')).toEqual(['kept a']);
  });

  it('takes other text in the same place for an edit, however different', () => {
    const result = recognise([card('a', 'n', 'Ports > API server', '6443')], note('n', ['Ports > API server', 'any free port above 1024']));
    expect(outcome(result, 'n')).toEqual(['edited a']);
  });

  it('follows text that was cut from one note and pasted into another of the batch', () => {
    const known = [card('a', 'one', 'x', 'etcd stores state'), card('b', 'two', 'y', 'kubelet runs pods')];
    const result = recognise(known, note('one'), note('two', ['y', 'kubelet runs pods'], ['z', 'etcd stores state']));
    expect(outcome(result, 'two')).toEqual(['kept b', 'moved a']);
    expect(result.vanished).toEqual([]);
  });

  it('makes a new card of text that was copied, since the old one is still in its place', () => {
    const known = [card('a', 'one', 'x', 'etcd stores state')];
    const result = recognise(known, note('one', ['x', 'etcd stores state']), note('two', ['x', 'etcd stores state']));
    expect(outcome(result, 'one')).toEqual(['kept a']);
    expect(outcome(result, 'two')).toEqual(['added']);
  });

  it('never takes a live neighbour for the card, however alike', () => {
    const known = [card('a', 'n', 'cert', 'path of the certificate file that the server shows')];
    const result = recognise(
      known,
      note(
        'n',
        ['cert', 'path of the certificate file that the server shows'],
        ['cacert', 'path of the CA certificate file that the server shows'],
      ),
    );
    expect(outcome(result, 'n')).toEqual(['kept a', 'added']);
  });

  it('finds edited text in a renamed note by the place it has there', () => {
    const known = [card('a', 'old', 'x', 'etcd stores state'), card('b', 'old', 'port', '2379', { position: 1 })];
    const result = recognise(known, note('new', ['x', 'etcd stores state'], ['port', '2380']));
    expect(outcome(result, 'new')).toEqual(['moved a', 'moved b']);
  });

  it('revives an orphan when its text returns', () => {
    const known = [card('a', 'n', 'x', 'etcd stores state', { orphaned: true })];
    expect(outcome(recognise(known, note('n', ['x', 'etcd stores state'])), 'n')).toEqual(['revived a']);
  });

  it('prefers the live card to an orphan of the same text', () => {
    const known = [card('old', 'n', 'x', 'etcd stores state', { orphaned: true }), card('live', 'n', 'x', 'etcd stores state')];
    expect(outcome(recognise(known, note('n', ['x', 'etcd stores state'])), 'n')).toEqual(['kept live']);
  });

  it('counts identical items, so that each keeps its own schedule', () => {
    const known = [1, 2, 3].map((n) => card(`c${n}`, 'n', 'x', 'same words', { position: n }));
    const result = recognise(known, note('n', ['x', 'same words'], ['x', 'same words'], ['x', 'same words'], ['x', 'same words']));
    expect(outcome(result, 'n')).toEqual(['kept c1', 'kept c2', 'kept c3', 'added']);
  });

  it('gives identical new items different ids', () => {
    const result = recognise([], note('n', ['x', 'same words'], ['x', 'same words']), note('m', ['x', 'same words']));
    const ids = [...result.notes.values()].flat().map(({ cardId }) => cardId);
    expect(new Set(ids).size).toBe(3);
  });

  it('asks for one id a card, however many are identical', () => {
    const same = Array.from({ length: 1_000 }, (): [string, string] => ['x', 'same words']);
    let asked = 0;
    const count = (evidence: string): string => {
      asked++;
      return cardIdFor(evidence);
    };
    const result = recogniseAll({ known: [], notes: [note('n', ...same)], cardIdFor: count, taken: () => new Set() });
    expect(new Set(result.notes.get('n')?.map(({ cardId }) => cardId)).size).toBe(1_000);
    expect(asked).toBe(1_000);
  });

  it('asks the store once for each note, and passes over the numbers that are taken', () => {
    const notes = [note('n', ['x', 'same words'], ['x', 'same words'], ['y', 'other words']), note('m', ['x', 'same words'])];
    const [first = '', second = ''] =
      recogniseAll({ known: [], notes, cardIdFor, taken: () => new Set() })
        .notes.get('n')
        ?.map((one) => one.cardId) ?? [];
    const questions: number[] = [];
    const taken = (ids: readonly string[]): Set<string> => {
      questions.push(ids.length);
      return new Set(ids.filter((cardId) => cardId === first));
    };
    const named = recogniseAll({ known: [], notes, cardIdFor, taken });
    expect(named.notes.get('n')?.[0]?.cardId).toBe(second);
    expect(questions).toEqual([3, 1, 1]);
  });

  it('does not give a new card the id of a card that moved on from that text', () => {
    const first = recognise([], note('n', ['x', 'etcd stores state']));
    const cardId = first.notes.get('n')?.[0]?.cardId ?? '';
    const known = [card(cardId, 'n', 'y', 'something else by now')];
    const result = recognise(known, note('n', ['y', 'something else by now'], ['x', 'etcd stores state']));
    expect(result.notes.get('n')?.[1]?.cardId).not.toBe(cardId);
  });

  it('holds on to an id the person wrote, when text, place and note all changed', () => {
    const known = [card('a', 'one', 'x', 'etcd stores state', { evidence: evidence('x', 'etcd stores state', 'fact-1') })];
    const result = recognise(known, note('two', ['elsewhere', 'rewritten from scratch', 'fact-1']));
    expect(outcome(result, 'two')).toEqual(['moved a']);
  });

  it('asks when a vanished card is alike but not surely the same', () => {
    const known = [card('a', 'one', 'x', 'the kubelet restarts a failed container on its node at once')];
    const result = recognise(known, note('one'), note('two', ['y', 'the kubelet restarts a crashed container after a short delay']));
    expect(outcome(result, 'two')).toEqual(['added']);
    expect(result.notes.get('two')?.[0]?.maybe?.cardId).toBe('a');
    expect(result.vanished.map(({ cardId }) => cardId)).toEqual(['a']);
  });

  it('keeps cards of one item apart when the item moves and changes', () => {
    const item = (part: string) => `Node controller › ${part}`;
    const before = 'Node controller notices and responds when nodes go down in the cluster';
    const after = 'Node controller notices and reacts when nodes go down in the cluster';
    const known = [card('what', 'one', item('what'), before), card('which', 'one', item('which'), before, { position: 1 })];
    const result = recognise(known, note('one'), note('two', [`Nodes › ${item('which')}`, after], [`Nodes › ${item('what')}`, after]));
    expect(outcome(result, 'two')).toEqual(['moved which', 'moved what']);
  });

  it('changes nothing when the same notes are planned twice', () => {
    fc.assert(
      fc.property(vaultArb, (vault) => {
        const result = plan(stored(vault), vault);
        expect(result.vanished).toEqual([]);
        for (const { change } of [...result.notes.values()].flat()) expect(change).toBe('kept');
      }),
      { numRuns: 50, seed: 1 },
    );
  });

  it('gives a deleted and restored note all its schedules back', () => {
    fc.assert(
      fc.property(vaultArb, (vault) => {
        const known = stored(vault, true);
        const result = plan(known, vault);
        for (const note of vault) {
          const recognised = result.notes.get(note.name) ?? [];
          draftsOf(note).forEach((draft, index) => expect(recognised[index]?.known?.truth).toBe(draft.truth));
        }
      }),
      { numRuns: 50, seed: 2 },
    );
  });

  it('never throws, never uses a card or an id twice, and loses no card, whatever it is given', () => {
    const word = fc.constantFrom(
      'a',
      'b',
      'etcd stores the state of the cluster',
      'etcd stores the state of a cluster',
      '',
      '\u001f',
      '日本',
    );
    const kind = fc.constantFrom('definition' as const, 'list' as const);
    const draft = fc.record({
      kind,
      evidence: fc.record({ spanHash: word, slot: word, text: word, userId: fc.option(word) }),
    });
    const noteId = fc.constantFrom('n1', 'n2', 'n3');
    const knownArb = fc.array(fc.record({ draft, noteId, orphaned: fc.boolean() }), { maxLength: 30 });
    const notesArb = fc.uniqueArray(fc.record({ noteId, cards: fc.array(draft, { maxLength: 15 }) }), {
      selector: (entry) => entry.noteId,
    });
    fc.assert(
      fc.property(knownArb, notesArb, (knownParts, notes) => {
        const known = knownParts.map((part, index) => ({
          ...part.draft,
          cardId: `c${index}`,
          noteId: part.noteId,
          orphaned: part.orphaned,
          position: index,
          truth: '',
        }));
        const result = recogniseAll({ known, notes, cardIdFor, taken: () => new Set() });
        const all = [...result.notes.values()].flat();
        const continued = all.flatMap((entry) => (entry.known ? [entry.known] : []));
        expect(new Set(all.map(({ cardId }) => cardId)).size).toBe(all.length);
        expect(new Set(continued).size).toBe(continued.length);
        const live = known.filter(({ orphaned }) => !orphaned);
        expect(new Set([...continued.filter(({ orphaned }) => !orphaned), ...result.vanished])).toEqual(new Set(live));
        for (const { noteId: id, cards } of notes) expect(result.notes.get(id)?.length).toBe(cards.length);
      }),
      { numRuns: 300, seed: 3 },
    );
  });

  it('plans 4,000 cards that were all rewritten in the same few words without comparing each with each', () => {
    const words = 'etcd stores keeps reads state cluster node pod with from through every all watch lease key value member'.split(' ');
    const sentence = (n: number, salt: number) =>
      [...Array.from({ length: 14 }, (_, i) => words[(n * (i + 3) + i * salt + (n >> 3)) % words.length]), n * salt].join(' ');
    const known = Array.from({ length: 4_000 }, (_, n) => card(`c${n}`, `n${n % 100}`, `slot ${n}`, sentence(n, 7), { position: n }));
    const notes = Array.from({ length: 100 }, (_, m) =>
      note(`m${m}`, ...Array.from({ length: 40 }, (_, n): [string, string] => [`new ${n}`, sentence(m * 40 + n, 11)])),
    );
    const started = performance.now();
    recognise(known, ...notes);
    const tookMs = performance.now() - started;
    expect(tookMs).toBeLessThan(30_000);
  });
});
