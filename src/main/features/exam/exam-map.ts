/** Which cards belong to which topic, and why: for a person to look over. */
import type { ExamCardRows, ExamMap, MapNote } from '../../../shared/exam.js';
import type { Curriculum } from '../../domain/exam/curriculum.js';
import type { CardStore } from '../../store/tables/cards.js';
import type { PlacedCard } from './exam-inputs.js';

/** Every topic with its notes, and at the end the cards of no topic. */
export function mapOf(curriculum: Curriculum, cards: readonly PlacedCard[]): ExamMap {
  const byTopic = new Map<string | null, PlacedCard[]>();
  for (const card of cards) {
    const own = byTopic.get(card.topicId);
    if (own) own.push(card);
    else byTopic.set(card.topicId, [card]);
  }
  const entry = (topicId: string | null, title: string, domainId: string | null): ExamMap['topics'][number] => {
    const own = byTopic.get(topicId) ?? [];
    return { topicId, title, domainId, cards: own.length, notes: notesOf(own) };
  };
  const topics = curriculum.domains.flatMap(({ id, topics: own }) => own.map((topic) => entry(topic.id, topic.title, id)));
  return { topics: [...topics, entry(null, '', null)] };
}

/** The notes of a topic's cards in their order, each with what put how many of them there. */
function notesOf(cards: readonly PlacedCard[]): MapNote[] {
  const notes = new Map<string, MapNote>();
  for (const { noteId, noteName, by, because } of cards) {
    const note = notes.get(noteId) ?? { noteId, name: noteName, cards: 0, reasons: [] };
    notes.set(noteId, note);
    note.cards += 1;
    const reason = note.reasons.find((one) => one.by === by && one.because === because);
    if (reason) reason.cards += 1;
    else note.reasons.push({ by, because, cards: 1 });
  }
  return [...notes.values()];
}

export interface CardsAsked {
  topicId: string | null;
  noteId: string | null;
  limit: number;
  offset: number;
}

/** A page of a topic's cards, of one note or of all. */
export function cardsOf(cards: readonly PlacedCard[], store: CardStore, { topicId, noteId, limit, offset }: CardsAsked): ExamCardRows {
  const own = cards.filter((card) => card.topicId === topicId && (noteId === null || card.noteId === noteId));
  const rows = own.slice(offset, offset + limit).flatMap(({ cardId, noteName, by, because }) => {
    const card = store.get(cardId);
    return card ? [{ cardId, noteId: card.noteId, noteName, deck: card.deck, line: card.line, front: card.front, by, because }] : [];
  });
  return { total: own.length, cards: rows };
}
