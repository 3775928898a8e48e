/** Where cards belong by the person's own word. */
import type { TopicChoice } from '../../../shared/exam.js';
import type { TopicChoices } from '../../domain/exam/topics.js';
import type { Database } from '../open/database.js';

export interface TopicChoiceStore {
  /** What was said about an exam, named by the short name of its curriculum. */
  of(exam: string): TopicChoices;
  /** Stores what is said now, all of it or nothing; returns what was said before. */
  set(exam: string, choices: readonly TopicChoice[], at: number): TopicChoice[];
}

type Kind = TopicChoice['of'];

export function createTopicChoices(db: Database): TopicChoiceStore {
  const all = db.prepare<[string], { kind: Kind; id: string; topicId: string | null }>(
    'SELECT kind, id, topicId FROM topicChoices WHERE exam = ?',
  );
  const get = db.prepare<[string, Kind, string], { topicId: string | null }>(
    'SELECT topicId FROM topicChoices WHERE exam = ? AND kind = ? AND id = ?',
  );
  const put = db.prepare<[string, Kind, string, string | null, number]>(
    'INSERT OR REPLACE INTO topicChoices (exam, kind, id, topicId, chosenAt) VALUES (?, ?, ?, ?, ?)',
  );
  const remove = db.prepare<[string, Kind, string]>('DELETE FROM topicChoices WHERE exam = ? AND kind = ? AND id = ?');

  const set = db.transaction((exam: string, choices: readonly TopicChoice[], at: number): TopicChoice[] => {
    const before = choices.map(({ of, id }): TopicChoice => ({ of, id, topic: get.get(exam, of, id) ?? null }));
    for (const { of, id, topic } of choices) {
      if (topic === null) remove.run(exam, of, id);
      else put.run(exam, of, id, topic.topicId, at);
    }
    return before;
  });

  return {
    of(exam) {
      const said = { card: new Map<string, string | null>(), note: new Map<string, string | null>() };
      for (const { kind, id, topicId } of all.all(exam)) said[kind].set(id, topicId);
      return { cards: said.card, notes: said.note };
    },
    set: (...input) => set.immediate(...input),
  };
}
