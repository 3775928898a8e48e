/** The health report of kube-apiserver: judged by its status, explained by its lines. */
import type { ReadName } from '../reads.js';
import { type Evidence, failed, type Reader, seen, unfit } from './check.js';

/** `[+]etcd ok`, `[-]etcd failed: reason withheld` */
const linePattern = /^\[([+-])\](\S+) (.*)$/gm;

export interface HealthLine {
  name: string;
  ok: boolean;
}

export interface Health {
  evidence: Evidence;
  lines: readonly HealthLine[];
}

/** @param what the report is, e.g. "ready to serve" */
export async function healthReport(read: Reader, name: ReadName, what: string): Promise<Health> {
  const answer = await read(name);
  if (answer.kind === 'failed') return { evidence: failed(name, answer), lines: [] };
  const text = typeof answer.body === 'string' ? answer.body : '';
  const lines = [...text.matchAll(linePattern)].map(([, sign, line = '']) => ({ name: line, ok: sign === '+' }));
  const broken = lines.filter(({ ok }) => !ok).map((line) => line.name);
  // Only its own words count: whatever answers in its place has a status too.
  if (answer.status === 200 && (lines.length > 0 || text.trim() === 'ok')) {
    return { evidence: seen(name, answer, 'ok', `It says that it is ${what}.`, text), lines };
  }
  if (answer.status < 500 || broken.length === 0) return { evidence: unfit(name, answer), lines: [] };
  return { evidence: seen(name, answer, 'failing', `It says that it is not ${what}: ${broken.join(', ')} failed.`, text), lines };
}
