/** Brings the value of a flag or word to the one spelling that others of the same meaning share. */
import { resourceNames } from './kubectl-names.js';
import type { Tool } from './tools/tool.js';

/** A path without what does not change where it leads. */
export function path(value: string, tool: Tool): string {
  const short = value.replace(/^\$(?:HOME|\{HOME\})(?=\/|$)/, '~').replace(/^\.\/(?=.)/, '');
  return tool.paths && short.length > 1 ? short.replace(/\/+$/, '') || '/' : short;
}

/** `kubelet.service` is `kubelet`. */
export const unit = (value: string): string => value.replace(/\.service$/, '');

/** Values by comma, in one order; a comma in brackets belongs to its value (`app in (a,b)`). */
export function list(values: readonly string[], flag: string): string {
  const all = values
    .flatMap((value) => value.split(/,(?![^(]*\))/))
    .map((value) =>
      value
        .trim()
        .replace(/==/g, '=')
        .replace(/^\.\/(?=.)/, ''),
    );
  const named = flag === '--resource' ? all.map(resourceNames) : all;
  return [...new Set(named)].sort().join(',');
}

/** The value of one use of a flag. */
export function flagValue(value: string, flag: string, program: string, tool: Tool): string {
  if (program === 'kubectl') {
    // The braces and the first dot of a simple path may be left out: https://kubernetes.io/docs/reference/kubectl/
    if (flag === '--sort-by') return value.replace(/^\{(.*)\}$/, '$1').replace(/^\./, '');
    if (flag === '--from' && /^[a-z]+\//.test(value)) return value.replace(/^[a-z]+/, resourceNames);
    if (flag === '--raw') return value;
  }
  if (tool.units && (flag === '--unit' || flag === '--user-unit')) return unit(value);
  return path(value, tool);
}
