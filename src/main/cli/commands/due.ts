import type { Counts } from '../../../shared/contract.js';
import type { QueueName } from '../../domain/review/queue.js';
import { readArguments } from '../command.js';
import type { Command } from '../command.js';
import { reading } from '../reading.js';
import { noCounts } from '../../domain/review/today.js';
import type { ReviewServices } from '../../review-services.js';

interface DueCard {
  cardId: string;
  queue: QueueName;
  deck: string;
  front: string;
  note: string;
  line: number;
  /** The instant a learning card comes back, else null. */
  dueAt: number | null;
  /** The study day a review came due, else null. */
  dueOn: string | null;
}

interface Due {
  dayOn: string | null;
  counts: Counts;
  cards: DueCard[];
}

/** Lists the cards that wait today, within the day's limits. */
export const due: Command = {
  usage: 'due [--json]',
  summary: 'lists the cards that wait today',
  run(args, context) {
    const { flags, dataFolder } = readArguments(args, context, { paths: 'none', flags: ['json'] });
    const list = reading(dataFolder, context.clock, dueToday) ?? { dayOn: null, counts: noCounts(), cards: [] };
    if (flags.json) context.print(JSON.stringify(list));
    else {
      context.print(`${list.counts.due} due, ${list.counts.learning} being learned, ${list.counts.new} new`);
      for (const { queue, deck, front } of list.cards) context.print(`${queue.padEnd(9)} ${deck}: ${front.split('\n', 1)[0] ?? ''}`);
    }
    return Promise.resolve(0);
  },
};

function dueToday({ study, cards, memories }: ReviewServices): Due {
  const { on } = study.moment();
  const plan = study.plan(on, null);
  const waiting = [...plan.learning, ...plan.due, ...plan.fresh];
  return {
    dayOn: on,
    counts: { new: plan.fresh.length, learning: plan.learning.length, due: plan.due.length },
    cards: waiting.flatMap(({ cardId, queue }) => {
      const card = cards.get(cardId);
      const memory = memories.get(cardId);
      if (!card) return [];
      const { deck, front, notePath: note, line } = card;
      return [{ cardId, queue, deck, front, note, line, dueAt: memory?.dueAt ?? null, dueOn: memory?.dueOn ?? null }];
    }),
  };
}
