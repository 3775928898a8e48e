import type { LibraryCard } from '../../../shared/contract.js';
import type { IconName } from '../../parts/icons.js';
import { messages } from './messages.js';

const m = messages.library;

/** How a card stands, in words; a chosen one says more. */
export function stateWords(card: LibraryCard, isChosen: boolean): string[] {
  const words = [messages.card.lines(card.line, card.endLine), m.state[card.state]];
  if (card.setAside) return [m.setAside[card.setAside](card.noteName)];
  if (card.dueInDays !== null && card.state !== 'suspended') words.push(m.due(card.dueInDays));
  if (isChosen && card.stabilityDays !== null) words.push(m.stability(card.stabilityDays));
  if (card.lapses > 0) words.push(m.lapses(card.lapses));
  if (card.flagged) words.push(m.tags.flagged.toLowerCase());
  if (card.generated) words.push((card.sourceChanged ? m.filters.changed : m.tags.edited).toLowerCase());
  const [old] = card.outdated;
  if (old) words.push(messages.card.outdatedWord(old.since));
  return words.filter(Boolean);
}

/** What is special about a card, as marks in the table. */
export function stateTags(card: LibraryCard): { icon: IconName; text: string }[] {
  const tags: { icon: IconName; text: string; when: boolean }[] = [
    { icon: 'bury', text: m.tags.setAside, when: card.setAside !== null },
    { icon: 'suspend', text: m.tags.suspended, when: card.state === 'suspended' },
    { icon: 'warn', text: m.tags.changed, when: card.sourceChanged },
    { icon: 'edit', text: m.tags.edited, when: card.generated !== null && !card.sourceChanged },
    { icon: 'flag', text: m.tags.flagged, when: card.flagged },
    { icon: 'stale', text: messages.card.outdated, when: card.outdated.length > 0 },
  ];
  return tags.filter(({ when }) => when).map(({ icon, text }) => ({ icon, text }));
}
