const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Orders names as people do: `note 2` before `note 10`, capitals among small letters; equal only when the same. */
export const byName = (a: string, b: string): number => collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);

/** Orders deck paths: a deck comes before its children, siblings by name. */
export function byDeckPath(a: string, b: string): number {
  const left = a.split('::');
  const right = b.split('::');
  for (const [index, name] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const order = byName(name, other);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}
