/** Lists of any length, page by page: an answer with all nodes of a large cluster would be larger than anything that is read at once. */
import * as v from 'valibot';
import type { Answer, ApiRequest } from './answer.js';

/** More pages than this are left unread, and said to be. */
const maxPages = 20;

const page = v.looseObject({
  items: v.array(v.unknown()),
  metadata: v.looseObject({ continue: v.pipe(v.string(), v.minLength(1), v.maxLength(10_000)) }),
});

/**
 * Asks, and asks on as long as the server says that there is more. Another request is asked once.
 * @returns one answer with the items of all pages, and what the last page says of the rest; the failure of a page is the failure of all
 */
export async function askPages(ask: (request: ApiRequest) => Promise<Answer>, request: ApiRequest): Promise<Answer> {
  const first = await ask(request);
  let last = first;
  let tookMs = first.tookMs;
  const items: unknown[][] = [];
  for (let pages = 1; last.kind === 'answered' && last.status === 200; pages += 1) {
    const read = v.safeParse(page, last.body);
    if (!read.success && pages === 1) return first;
    items.push(itemsIn(last.body));
    if (!read.success || pages === maxPages) return { ...last, body: { ...(last.body as object), items: items.flat() }, tookMs };
    last = await ask({ ...request, path: `${request.path}&continue=${encodeURIComponent(read.output.metadata.continue)}` });
    tookMs += last.tookMs;
  }
  return { ...last, tookMs };
}

function itemsIn(body: unknown): unknown[] {
  const read = v.safeParse(v.object({ items: v.array(v.unknown()) }), body);
  return read.success ? read.output.items : [];
}
