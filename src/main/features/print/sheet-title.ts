/** What a sheet is called. Pure. */
import type { SheetRequest } from '../../../shared/print.js';
import type { StudyScope } from '../../../shared/study.js';

const counted = (n: number, one: string): string => `${n.toLocaleString('en')} ${one}${n === 1 ? '' : 's'}`;

/** The title of a sheet: the deck, note, tag or search it is made of. */
export function titleOf({ scopes }: SheetRequest, cards: readonly { note: string; deck: string }[]): string {
  const [only] = scopes;
  if (scopes.length === 1 && only) return nameOf(only, cards);
  const decks = scopes.flatMap((scope) => (scope.kind === 'deck' ? [scope.deck] : []));
  const shared = sharedPath(decks);
  return decks.length === scopes.length && shared !== '' ? shared.replaceAll('::', ' / ') : 'Cheat sheet';
}

function nameOf(scope: StudyScope, cards: readonly { note: string }[]): string {
  switch (scope.kind) {
    case 'all':
      return 'All cards';
    case 'deck':
      return scope.deck.replaceAll('::', ' / ');
    case 'note':
      return cards[0]?.note ?? scope.name;
    case 'tag':
      return `#${scope.tag}`;
    case 'search':
      return scope.query;
    case 'cards':
      return 'Chosen cards';
    case 'component':
      return scope.checkId;
    case 'exam':
      return 'Today’s part of the plan';
  }
}

/** The beginning that deck paths have in common; '' for none. */
function sharedPath(paths: readonly string[]): string {
  const [first = '', ...others] = paths.map((path) => path.split('::'));
  const end = [...first].findIndex((name, index) => others.some((other) => other[index] !== name));
  return [...first].slice(0, end === -1 ? first.length : end).join('::');
}

/** The line under the title, e.g. "45 cards from 2 notes, 22 November 2026". */
export function leadOf(cards: readonly { noteId: string }[], on: string): string {
  const day = new Date(`${on}T00:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return `${counted(cards.length, 'card')} from ${counted(new Set(cards.map(({ noteId }) => noteId)).size, 'note')}, ${day}`;
}

/** A file name for a sheet that every system takes. */
export function fileName(title: string): string {
  const name = title
    .replace(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '');
  return `${name.slice(0, 80) || 'Cheat sheet'}.pdf`;
}
