import type { SessionSummary, SessionView } from '../../../shared/contract.js';
import { messages } from './messages.js';
import { sum } from '../../state/counts.js';

const m = messages.review;

/** What a review shows now, in the words for who cannot see it. */
export function onShow(view: SessionView | null, summary: SessionSummary | null, now: number): string {
  if (summary) return m.over(summary.answered, summary.durationMs);
  if (view?.card) return m.next(m.queue[view.card.queue], sum(view.remaining));
  return view?.waitUntil ? `${m.waitTitle}. ${m.wait(Math.max(0, view.waitUntil - now))}` : '';
}
