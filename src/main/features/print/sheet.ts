/** Cards as a sheet: by deck and note, under the headings they come from. Pure. */
import { gapMark } from '../../../shared/grading.js';
import type { Sheet, SheetCard, SheetGroup, SheetSection } from '../../../shared/print.js';

/** A card as the sheet needs it, in the order of its note. */
export interface PrintedCard {
  kind: string;
  front: string;
  back: string;
  deck: string;
  headings: string[];
  noteId: string;
  /** Title of the note. */
  note: string;
}

/**
 * Lays cards out. They come in the order in which they are to be read: by deck, note and place.
 * @param title of the sheet
 * @param lead the line under it
 */
export function sheetOf(cards: readonly PrintedCard[], title: string, lead: string): Sheet {
  const sections: { noteId: string; section: SheetSection }[] = [];
  for (const card of cards) {
    let last = sections.at(-1);
    const aside = card.deck.replaceAll('::', ' / ');
    if (last?.noteId !== card.noteId || last.section.aside !== aside) {
      last = { noteId: card.noteId, section: { title: card.note, aside, groups: [] } };
      sections.push(last);
    }
    groupOf(last.section.groups, headingOf(card)).cards.push(printed(card));
  }
  return { title, lead, sections: sections.map(({ section }) => section) };
}

/** The group under a heading, also when other headings stood in between. */
function groupOf(groups: SheetGroup[], heading: string): SheetGroup {
  const found = groups.find((group) => group.heading === heading);
  if (found) return found;
  const group: SheetGroup = { heading, cards: [], table: null };
  // What stands under the title itself comes before every heading.
  if (heading === '') groups.unshift(group);
  else groups.push(group);
  return group;
}

/** The headings above a card; the note's own title says nothing new. */
function headingOf({ headings, note }: PrintedCard): string {
  const [first, ...rest] = headings;
  return (first === note || (first !== undefined && rest.length > 0) ? rest : headings).join(' / ');
}

/** A sentence with one gap is printed whole, what was asked for in bold. */
function printed(card: PrintedCard): SheetCard {
  const { kind, front, back, noteId } = card;
  const [before, after, more] = front.split(gapMark);
  const fills = kind === 'cloze' && before !== undefined && after !== undefined && more === undefined && !/[\n*]/.test(back);
  if (fills) return { kind, front: `${before}**${back.trim()}**${after}`, back: '', noteId };
  return { kind, front: withoutSubject(card), back, noteId };
}

/** A question says what it is about, for it is asked alone. On a sheet the heading above it says so. */
function withoutSubject({ front, headings, note }: PrintedCard): string {
  const colon = front.indexOf(': ');
  const subjects = front.slice(0, Math.max(0, colon)).toLowerCase().split(', ');
  const said = [...headings, note].map((heading) => heading.toLowerCase());
  const isSaid = colon > 0 && subjects.every((subject) => said.some((heading) => heading.includes(subject)));
  const question = front.slice(colon + 2);
  return isSaid ? question.charAt(0).toUpperCase() + question.slice(1) : front;
}
