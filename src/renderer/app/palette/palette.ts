import type { DeckRow, Settings, StudyRequest, StudyScope } from '../../../shared/contract.js';
import { daily } from '../../../shared/study.js';
import { everywhere } from '../../state/everywhere.js';
import type { Binding } from '../../state/keys.js';
import { messages } from '../messages.js';
import { imports } from '../../features/import/messages.js';
import { print } from '../../features/print/messages.js';
import { sum } from '../../state/counts.js';
import { deckName } from '../../words/format.js';
import type { IconName } from '../../parts/icons.js';

/** One line of the palette. */
export interface Entry {
  id: string;
  group: string;
  icon: IconName;
  label: string;
  /** Second, grey words at the right end. */
  aside: string;
  key: string | null;
  run(): void;
}

/** What the palette can reach. */
export interface Reach {
  go(screen: 'today' | 'library' | 'import' | 'exam' | 'mock' | 'cluster' | 'settings'): void;
  review(study: StudyRequest): void;
  studyFrom(from: string): void;
  /** Opens the dialog that prints decks. */
  print(): void;
  set(change: Partial<Settings>): unknown;
  chooseNotes(what: 'files' | 'folder'): void;
  openShipped(): void;
  run(of: Binding): void;
}

/** Everything that can be done now. `here` are the commands of the screen on show. */
export function entries(reach: Reach, here: readonly Binding[], decks: readonly DeckRow[]): Entry[] {
  const m = messages.palette;
  const entry = (group: string, icon: IconName, label: string, run: () => void, aside = '', key: string | null = null): Entry => ({
    id: `${group}:${label}:${aside}`,
    group,
    icon,
    label,
    aside,
    key,
    run,
  });
  const waiting = decks.filter((deck) => sum(deck.counts) > 0);
  const all = waiting.filter((deck) => deck.depth === 0).reduce((cards, deck) => cards + sum(deck.counts), 0);
  return [
    ...here.map((one) => entry(m.here, 'right', one.label, () => reach.run(one), '', one.keys[0])),
    ...(all > 0 ? [entry(m.review, 'today', m.reviewAll, () => reach.review(daily(null)), messages.cards(all))] : []),
    ...waiting.map((deck) =>
      entry(m.review, 'today', m.reviewDeck(deckName(deck.path)), () => reach.review(daily(deck.path)), messages.cards(sum(deck.counts))),
    ),
    ...(['today', 'library', 'import', 'exam', 'cluster', 'settings'] as const).map((screen) =>
      entry(m.go, screen, messages.nav[screen], () => reach.go(screen)),
    ),
    entry(m.go, 'file', print.title, () => reach.print(), '', everywhere.print.keys[0]),
    entry(m.go, 'stale', messages.nav.mock, () => reach.go('mock')),
    entry(m.go, 'file', imports.files, () => reach.chooseNotes('files')),
    entry(m.go, 'import', imports.shippedTitle, () => reach.openShipped()),
    entry(m.go, 'folder', imports.folder, () => reach.chooseNotes('folder')),
    ...(['system', 'light', 'dark'] as const).map((theme) => entry(m.look, 'settings', m.theme(theme), () => void reach.set({ theme }))),
  ];
}

/** One entry a tag: too many to be listed before something is looked for. */
export function tagEntries(reach: Pick<Reach, 'studyFrom'>, tags: readonly { tag: string; cards: number }[]): Entry[] {
  const m = messages.palette;
  return tags.map(({ tag, cards }) => ({
    id: `tag:${tag}`,
    group: m.review,
    icon: 'today',
    label: m.reviewTag(tag),
    aside: messages.cards(cards),
    key: null,
    run: () => reach.studyFrom(`tag:${tag}`),
  }));
}

/** One entry a deck and a tag, listed like tags only when something is looked for. */
export function cramEntries(
  reach: Pick<Reach, 'review'>,
  decks: readonly { path: string; cards: number }[],
  tags: readonly { tag: string; cards: number }[],
): Entry[] {
  const cram = (name: string, scope: StudyScope, cards: number): Entry => ({
    id: `cram:${name}`,
    group: messages.palette.review,
    icon: 'today',
    label: messages.palette.cramDeck(name),
    aside: messages.cards(cards),
    key: null,
    run: () => reach.review({ scope, pick: { kind: 'every' }, practice: true }),
  });
  return [
    ...decks.map(({ path, cards }) => cram(deckName(path), { kind: 'deck', deck: path }, cards)),
    ...tags.map(({ tag, cards }) => cram(`#${tag}`, { kind: 'tag', tag }, cards)),
  ];
}

/** Entries that hold every word of the query, best first: a word's beginning counts more than its middle. */
export function search(all: readonly Entry[], query: string): Entry[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...all];
  const score = (entry: Entry): number => {
    const text = entry.label.toLowerCase();
    let total = 0;
    for (const word of words) {
      const at = text.indexOf(word);
      if (at === -1) return 0;
      total += at === 0 ? 3 : /[\s/-]/.test(text[at - 1] ?? '') ? 2 : 1;
    }
    return total;
  };
  const scored = all.map((entry) => ({ entry, points: score(entry) })).filter(({ points }) => points > 0);
  return scored.sort((a, b) => b.points - a.points || a.entry.label.length - b.entry.label.length).map(({ entry }) => entry);
}
