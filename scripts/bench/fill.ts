/**
 * Fills a data folder with the cards and reviews of a person who studied for years: a fair size to measure with.
 * Every memory comes from the real scheduler, so that `etcdeck check` finds nothing wrong with it.
 */
import { v7 } from 'uuid';
import { addDays, dayOf, startOfDay } from '../../src/main/domain/review/day.js';
import type { DayRule } from '../../src/main/domain/review/day.js';
import { defaultParameters, schedule } from '../../src/main/domain/review/scheduler.js';
import type { Memory, Moment } from '../../src/main/domain/review/scheduler.js';
import { openDatabase } from '../../src/main/store/open/database.js';
import type { Database } from '../../src/main/store/open/database.js';
import { createMemoryStore } from '../../src/main/store/tables/memories.js';
import type { Rating } from '../../src/shared/contract.js';
import { numbersFrom } from './chance.js';

export interface Size {
  cards: number;
  /** Cards are studied until there are this many; the rest stay new. */
  reviews: number;
  /** The instant the person opens the app. */
  now: number;
  rule: DayRule;
  /** The same seed gives the same database. */
  seed: number;
}

const yearDays = 365;
const studiedYears = 4;
const cardsPerDeck = 500;
const cardsPerNote = 100;
const cardsPerItem = 2;

interface Row {
  reviewId: string;
  cardId: string;
  rating: number;
  stateBefore: Memory['state'] | 'new';
  durationMs: number;
  after: Memory;
}

/** Makes the database in an empty folder; returns how many cards were studied and answers given. */
export function fillDatabase(folder: string, size: Size): { studied: number; reviews: number } {
  const random = numbersFrom(size.seed);
  const db = openDatabase(folder);
  db.pragma('synchronous = OFF');
  const cardIds = Array.from({ length: size.cards }, () => v7({ msecs: size.now - yearDays * 86_400_000, random: bytes(random) }));
  const rows: Row[] = [];
  const memories = new Map<string, Memory>();
  for (const cardId of shuffled(cardIds, random)) {
    if (rows.length >= size.reviews) break;
    const memory = study(cardId, size, random, rows);
    if (memory) memories.set(cardId, memory);
  }
  rows.sort((a, b) => a.after.reviewedAt - b.after.reviewedAt);
  db.transaction(() => {
    insertCards(db, cardIds);
    insertReviews(db, rows);
    const store = createMemoryStore(db);
    for (const [cardId, memory] of memories) store.put(cardId, memory);
  })();
  db.close();
  return { studied: memories.size, reviews: rows.length };
}

/** One card's answers from its first day until it is due again after today began; some answers come days late. */
function study(cardId: string, { now, rule }: Size, random: () => number, rows: Row[]): Memory | null {
  const today = dayOf(now, rule);
  let memory: Memory | null = null;
  let moment: Moment = momentOn(addDays(today, -1 - Math.floor(random() * studiedYears * yearDays)), rule, random);
  while (moment.on < today) {
    const [rating, grade] = rate(random());
    const stateBefore = memory?.state ?? 'new';
    memory = schedule(memory, rating, moment, defaultParameters, cardId);
    const reviewId = v7({ msecs: moment.at, random: bytes(random) });
    rows.push({ reviewId, cardId, rating: grade, stateBefore, durationMs: Math.round(3_000 + random() * 20_000), after: memory });
    if (memory.dueOn === null) moment = { at: memory.dueAt ?? moment.at, on: moment.on };
    else moment = momentOn(addDays(memory.dueOn, random() < 0.2 ? Math.floor(random() * 5) : 0), rule, random);
  }
  return memory;
}

const momentOn = (day: string, rule: DayRule, random: () => number): Moment => ({
  at: startOfDay(day, rule) + 3_600_000 + Math.floor(random() * 12 * 3_600_000),
  on: day,
});

function rate(chance: number): [Rating, number] {
  if (chance < 0.1) return ['again', 1];
  if (chance < 0.2) return ['hard', 2];
  return chance < 0.92 ? ['good', 3] : ['easy', 4];
}

function insertCards(db: Database, cardIds: readonly string[]): void {
  const deck = db.prepare('INSERT INTO decks (path) VALUES (?)');
  const note = db.prepare("INSERT INTO notes (noteId, path, name, title, fileHash, importedAt) VALUES (?, ?, ?, 'Title', 'hash', 0)");
  const card = db.prepare(
    `INSERT INTO cards (cardId, noteId, deckId, kind, rule, front, back, headings, tags, line, endLine, position, item, slot, spanHash,
       sourceText, createdAt)
     VALUES (?, ?, ?, 'concept', 'bold-term', ?, ?, ?, '[]', ?, ?, ?, ?, ?, ?, ?, 0)`,
  );
  const text = 'keeps the state of the cluster and answers every question about it, in a few words of plain text.';
  cardIds.forEach((cardId, index) => {
    const deckId = 1 + Math.floor(index / cardsPerDeck);
    const noteId = `note-${Math.floor(index / cardsPerNote)}`;
    const position = index % cardsPerNote;
    const item = `item-${Math.floor(position / cardsPerItem)}`;
    if (index % cardsPerDeck === 0) deck.run(`Course ${Math.floor(deckId / 20)}::Part ${Math.floor(deckId / 4)}::Topic ${deckId}`);
    if (position === 0) note.run(noteId, `/notes/${noteId}.md`, `${noteId}.md`);
    const line = 1 + position * 3;
    const headings = JSON.stringify(['Architecture', `Topic ${deckId}`]);
    const source = `**part ${index}** ${text}`;
    card.run(
      cardId,
      noteId,
      deckId,
      `What does part ${index} do?`,
      text,
      headings,
      line,
      line + 1,
      position,
      item,
      item,
      `span-${index}`,
      source,
    );
  });
}

function insertReviews(db: Database, rows: readonly Row[]): void {
  const parametersId = 'bench';
  db.prepare('INSERT INTO parameters (parametersId, algorithm, text) VALUES (?, ?, ?)').run(
    parametersId,
    defaultParameters.algorithm,
    JSON.stringify(defaultParameters),
  );
  const review = db.prepare(
    `INSERT INTO reviews (reviewId, cardId, deviceId, rating, stateBefore, reviewedAt, reviewedOn, offsetMinutes, durationMs, parametersId,
       stability, difficulty, intervalDays)
     VALUES (?, ?, 'bench', ?, ?, ?, ?, 0, ?, ?, ?, ?, ?)`,
  );
  for (const { reviewId, cardId, rating, stateBefore, durationMs, after } of rows) {
    const { reviewedAt, reviewedOn, stability, difficulty, intervalDays } = after;
    review.run(
      reviewId,
      cardId,
      rating,
      stateBefore,
      reviewedAt,
      reviewedOn,
      durationMs,
      parametersId,
      stability,
      difficulty,
      intervalDays,
    );
  }
}

const bytes = (random: () => number): Uint8Array => Uint8Array.from({ length: 16 }, () => Math.floor(random() * 256));

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}
