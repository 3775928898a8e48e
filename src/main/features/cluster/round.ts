/** One round: all checks at once, each read asked once, a limit for each read. Nothing waits for what hangs. */
import type { Answer, ClusterApi } from './api.js';
import type { Check, Finding, Reader } from './checks/check.js';
import { finding } from './checks/check.js';
import type { CheckId } from '../../../shared/cluster.js';
import type { ReadName } from './reads.js';

export interface CheckResult extends Finding {
  id: CheckId;
  tookMs: number;
}

/** Reads through an API; the same read is asked once and shared. */
export function readerOf(api: ClusterApi, signal: AbortSignal): Reader {
  const asked = new Map<ReadName, Promise<Answer>>();
  return (name) => {
    const answer = asked.get(name) ?? api.read(name, signal);
    asked.set(name, answer);
    return answer;
  };
}

/**
 * Runs checks side by side.
 * @param onResult told of each as soon as it is done
 * @param log gets what a check throws, which none should
 */
export function runRound(
  checks: readonly Check[],
  read: Reader,
  onResult: (result: CheckResult) => void,
  log: (error: unknown) => void,
): Promise<CheckResult[]> {
  return Promise.all(
    checks.map(async (check) => {
      const startedAt = performance.now();
      const found = await check.run(read).catch((error: unknown): Finding => {
        log(error);
        return finding('the component', []);
      });
      const result = { ...found, id: check.id, tookMs: Math.round(performance.now() - startedAt) };
      onResult(result);
      return result;
    }),
  );
}
