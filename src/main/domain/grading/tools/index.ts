/** Finds what is known of a program. */
import { kubernetesTools } from './kubernetes.js';
import { systemTools } from './system.js';
import { tool } from './tool.js';
import type { Tool } from './tool.js';

/** A program nobody described: no flag of it is known. */
const unknown = tool({});

const aliases: ReadonlyMap<string, string> = new Map([
  ['k', 'kubectl'],
  ['kubectl.exe', 'kubectl'],
  ['egrep', 'grep'],
  ['ncat', 'nc'],
]);

/** The name a program goes by: `k` is kubectl, `/usr/bin/curl` is curl. */
export function programName(word: string): string {
  const name = /^(?:\/usr(?:\/local)?)?\/s?bin\/([^/]+)$/.exec(word)?.[1] ?? word;
  return aliases.get(name) ?? name;
}

export const toolOf = (program: string): Tool => kubernetesTools.get(program) ?? systemTools.get(program) ?? unknown;

export const isKnownProgram = (program: string): boolean => kubernetesTools.has(program) || systemTools.has(program);
