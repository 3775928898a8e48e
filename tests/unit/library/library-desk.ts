/** A data folder, a folder of notes, and all services over both, for tests of the Library. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { withoutDesktop } from '../../../src/main/platform.js';
import { createRouter } from '../../../src/main/router.js';
import { openServices } from '../../../src/main/services.js';
import type { EventName, Input, LibraryCard, MethodName, Output } from '../../../src/shared/contract.js';
import type { Result } from '../../../src/shared/result.js';
import { freshFolder } from '../folder.js';
import { handClock } from '../review/studying.js';
import { sameThreadPool } from '../same-thread-pool.js';
import { daily } from '../../../src/shared/study.js';

export async function libraryDesk(files: Record<string, string[]>, startersFolder: string | null = null) {
  const folder = freshFolder();
  const dataFolder = freshFolder();
  const clock = handClock();
  const events: EventName[] = [];
  const opened: string[] = [];
  const copied: string[] = [];
  const services = await openServices({
    dataFolder,
    startersFolder,
    clock,
    platform: {
      ...withoutDesktop({ version: '1.2.3', electron: '45', name: 'linux' }),
      openNote: (path, line) => Promise.resolve(void opened.push(`${path}:${line}`)),
      copy: (text) => Promise.resolve(void copied.push(text)),
    },
    emit: (event) => void events.push(event),
    log: (error) => {
      throw error;
    },
    pool: sameThreadPool(),
  });
  onTestFinished(() => services.close());
  await services.started;
  const route = createRouter(services.handlers, (error) => console.error(error), { checkOutput: true });
  const call = async <M extends MethodName>(method: M, input: Input<M>): Promise<Result<Output<M>>> =>
    (await route(method, input)) as Result<Output<M>>;
  async function get<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> {
    const result = await call(method, input);
    if (!result.ok) throw new Error(`${method}: ${JSON.stringify(result.error)}`);
    return result.value;
  }
  const desk = {
    folder,
    clock,
    events,
    opened,
    copied,
    image: (noteId: string, path: string) => services.image(noteId, path),
    call,
    get,
    path: (name: string) => join(folder, name),
    write(name: string, ...lines: string[]) {
      mkdirSync(dirname(desk.path(name)), { recursive: true });
      writeFileSync(desk.path(name), lines.join('\n'));
    },
    replace: (name: string, from: string, to: string) =>
      writeFileSync(desk.path(name), readFileSync(desk.path(name), 'utf8').replace(from, to)),
    remove: (name: string) => rmSync(desk.path(name)),
    async import() {
      const { importId } = await get('import.preview', { paths: [folder] });
      await get('import.commit', { importId });
    },
    find: (query: string, change: Partial<Input<'library.cards'>> = {}) =>
      get('library.cards', { query, filter: null, limit: 100, offset: 0, ...change }),
    /** The one card with this text. */
    async card(query: string): Promise<LibraryCard> {
      const [card, ...more] = (await desk.find(query)).cards;
      if (!card || more.length > 0) throw new Error(`${more.length + (card ? 1 : 0)} cards for ${query}`);
      return card;
    },
    /** Answers the cards that wait with Good until the session ends, or this many. */
    async review(most: number): Promise<string[]> {
      const fronts: string[] = [];
      let view = await get('session.start', { study: daily(null) });
      for (; view.card && fronts.length < most;) {
        fronts.push(view.card.front);
        view = await get('session.rate', { cardId: view.card.cardId, rating: 'easy', durationMs: 1_000 });
      }
      await get('session.end', {});
      return fronts;
    },
  };
  for (const [name, lines] of Object.entries(files)) desk.write(name, ...lines);
  await desk.import();
  return desk;
}
