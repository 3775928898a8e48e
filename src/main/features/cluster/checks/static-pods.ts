/** Evidence from the Pods of a control plane component, found by label, never by name. */
import type { ReadName } from '../reads.js';
import { type Evidence, failed, type Reader, seen, unfit } from './check.js';
import { briefly, isReady, type Pod, podsIn, reasonOf } from './objects.js';

export interface PodsSeen {
  evidence: Evidence;
  pods: readonly Pod[];
}

/** @param component its label, e.g. "etcd" */
export async function podsOf(read: Reader, name: ReadName, component: string): Promise<PodsSeen> {
  const answer = await read(name);
  if (answer.kind === 'failed') return { evidence: failed(name, answer), pods: [] };
  const list = podsIn(answer);
  if (!list) return { evidence: unfit(name, answer), pods: [] };
  const pods = list.items;
  const raw = pods.map(briefly);
  if (pods.length === 0) {
    const text = `No Pod is labelled component=${component}: it is run by the provider, or outside Pods.`;
    return { evidence: seen(name, answer, 'not-visible', text), pods };
  }
  const unready = pods.filter((pod) => !isReady(pod));
  if (unready.length === 0) {
    const text = pods.length === 1 ? `Its Pod is ready.` : `All ${pods.length} Pods are ready.`;
    return { evidence: seen(name, answer, 'ok', text, raw), pods };
  }
  const [first] = unready;
  const why = first ? ` (${first.metadata.name}: ${reasonOf(first)})` : '';
  const text = pods.length === 1 ? `Its Pod is not ready${why}.` : `${unready.length} of ${pods.length} Pods are not ready${why}.`;
  return { evidence: seen(name, answer, 'failing', text, raw), pods };
}
