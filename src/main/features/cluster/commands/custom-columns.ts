/** `kubectl get -o custom-columns=NAME:.metadata.name,…`. Pure. */
import { printed, valuesAt } from './jsonpath/evaluate.js';
import { parsePath, type Path } from './jsonpath/parse.js';

export interface CustomColumn {
  heading: string;
  path: Path;
}

/** @returns null for what names no columns */
export function columnsOf(pattern: string): CustomColumn[] | null {
  const columns = pattern.split(',').map((text): CustomColumn | null => {
    const [, heading = '', spec = ''] = /^([^:]+):(.+)$/s.exec(text.trim()) ?? [];
    const path = heading === '' ? null : parsePath(spec);
    return path && { heading, path };
  });
  const whole = columns.filter((column) => column !== null);
  return whole.length === columns.length ? whole : null;
}

export const rowOf = (columns: readonly CustomColumn[], object: unknown): string[] =>
  columns.map(({ path }) => valuesAt(path, object).map(printed).join(',') || '<none>');
