/** What of a check's result the window gets: redacted, capped, with the command and the role to copy. */
import type { ClusterCheck, Outcome } from '../../../shared/cluster.js';
import { kubectlFor, reads, roleFor } from './reads.js';
import { redact } from './redact.js';
import type { CheckResult } from './round.js';

const maxRaw = 4_000;
const maxHistory = 5;

/**
 * @param secrets what the connection must not show
 * @param before the same check before; undefined for the first time
 */
export function viewOf(
  { id, outcome, summary, detail, evidence, missing }: CheckResult,
  contextName: string,
  secrets: readonly string[],
  at: number,
  before: ClusterCheck | undefined,
): ClusterCheck {
  const clean = (text: string): string => redact(text, secrets);
  const raw = (text: string): string => (text.length > maxRaw ? `${clean(text).slice(0, maxRaw)}\n…` : clean(text));
  const stays = before?.outcome === outcome;
  const roles = [...new Set(missing.map(roleFor))];
  return {
    checkId: id,
    outcome,
    summary: clean(summary),
    detail: clean(detail),
    evidence: evidence.map((each) => ({
      outcome: each.outcome,
      text: clean(each.text),
      request: each.read === null ? '' : `GET ${reads[each.read].path}`,
      status: each.status,
      tookMs: each.tookMs,
      raw: raw(each.raw),
      command: each.read === null ? '' : kubectlFor(each.read, contextName),
    })),
    role: roles.join('---\n'),
    at,
    sinceAt: stays ? before.sinceAt : at,
    history: !before
      ? []
      : stays
        ? before.history
        : [{ outcome: before.outcome, at: before.sinceAt }, ...before.history].slice(0, maxHistory),
  };
}

/** Outcomes that mean the cluster is not as it should be, or only partly reached. */
export const isTrouble = (outcome: Outcome): boolean => outcome === 'failing' || outcome === 'unreachable' || outcome === 'stale';
