import type { Node } from './markdown-nodes.js';

type Highlight = (code: string, language: string) => Node[];

let loaded = $state.raw<Highlight | null>(null);
let loading: Promise<void> | null = null;

/** Fetches the colours once, off the path of the first paint. */
export function loadHighlighter(): Promise<void> {
  loading ??= import('./highlight.js').then((module) => {
    loaded = module.highlight;
  });
  return loading;
}

/** Code as coloured pieces; plain until the colours are here, in the same places. */
export const coloured: Highlight = (code, language) => loaded?.(code, language) ?? [code];
