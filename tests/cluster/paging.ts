/** How the API server cuts a list into pages. */

export interface Page<T> {
  items: T[];
  metadata: { resourceVersion: string; continue?: string; remainingItemCount?: number };
}

/** The page that a request asks for. With a selector the server does not know how many come after it. */
export function pageOf<T>(url: URL, all: readonly T[]): Page<T> {
  const limit = Number(url.searchParams.get('limit') ?? 0);
  const from = Number(/^from (\d+)$/.exec(url.searchParams.get('continue') ?? '')?.[1] ?? 0);
  const to = limit === 0 ? all.length : from + limit;
  const hasSelector = url.searchParams.has('labelSelector') || url.searchParams.has('fieldSelector');
  return {
    items: all.slice(from, to),
    metadata: {
      resourceVersion: '1',
      ...(to < all.length && { continue: `from ${to}`, ...(!hasSelector && { remainingItemCount: all.length - to }) }),
    },
  };
}
