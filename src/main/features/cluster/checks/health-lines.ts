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
  if (answer.status === 200) return { evidence: seen(name, answer, 'ok', `It says that it is ${what}.`, text), lines };
  const broken = lines.filter(({ ok }) => !ok).map((line) => line.name);
  if (answer.status < 500) return { evidence: unfit(name, answer), lines };
  const which = broken.length > 0 ? `: ${broken.join(', ')} failed` : '';
  return { evidence: seen(name, answer, 'failing', `It says that it is not ${what}${which}.`, text), lines };
}
