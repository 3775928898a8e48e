import { cleanup, fireEvent, screen as page, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { keymap } from '../../src/renderer/app/keymap.js';
import { fieldKeys } from '../../src/renderer/features/review/keys.js';
import { formKeys } from '../../src/renderer/parts/form-keys.js';
import { cap, isTyping, worksInText } from '../../src/renderer/state/keys.js';
import type { Binding, ScreenName } from '../../src/renderer/state/keys.js';
import { arriveAt, stops } from './tour.js';

type Room = ScreenName | 'everywhere';
type App = Awaited<ReturnType<typeof arriveAt>>['app'];

const rooms = Object.keys(keymap) as Room[];
const screens = rooms.filter((room): room is ScreenName => room !== 'everywhere');
const nameOf = (room: Room, binding: Binding): string =>
  Object.entries(keymap[room]).find(([, one]) => one === binding)?.[0] ?? binding.label;

/** Keys that more than one of these commands has, with those that have it: `Enter: start resume`. */
function shared(room: Room, bindings: readonly Binding[]): string[] {
  const all = [...new Set(bindings.flatMap(({ keys }) => keys))];
  return all
    .map((key) => ({ key, names: bindings.filter(({ keys }) => keys.includes(key)).map((binding) => nameOf(room, binding)) }))
    .filter(({ names }) => names.length > 1)
    .map(({ key, names }) => `${key}: ${names.join(' ')}`);
}

/** What the key sheet says of a command: its keys, as often as it stands there. */
function told(sheet: HTMLElement, { label }: Binding): (string | null)[][] {
  const lines = within(sheet)
    .getAllByRole('listitem')
    .filter((line) => line.querySelector('span')?.textContent === label);
  return lines.map((line) => [...line.querySelectorAll('kbd')].map((key) => key.textContent));
}

/** What a state of a screen offers: commands, the caps drawn on what can be pressed, and the caps of all keys that do something. */
interface Seen {
  state: string;
  ready: Binding[];
  drawn: string[];
  works: string[];
}

const walks = new Map<ScreenName, Promise<Seen[]>>();

/** Goes through the states of a screen, once for all tests. */
function walk(screen: ScreenName): Promise<Seen[]> {
  const seen = walks.get(screen) ?? look(screen);
  walks.set(screen, seen);
  return seen;
}

async function look(screen: ScreenName): Promise<Seen[]> {
  const own = [fieldKeys, formKeys].flatMap((table) => Object.values<Binding>(table)).flatMap(({ keys }) => keys);
  const seen: Seen[] = [];
  for (const stop of stops.filter((one) => one.screen === screen)) {
    const { commands } = (await arriveAt(stop)).app;
    const ready = commands.ready(screen);
    const isHeard = (key: string): boolean => !isTyping(document.activeElement) || worksInText(key);
    const works = [...ready, ...commands.ready('everywhere')].flatMap(({ keys }) => keys.filter(isHeard));
    const caps = document.querySelectorAll<HTMLElement>('button:not(:disabled) > kbd');
    seen.push({
      state: stop.state,
      ready,
      drawn: [...caps].map(({ dataset }) => dataset['cap'] ?? ''),
      works: [...works, ...own].map(cap),
    });
    cleanup();
  }
  return seen;
}

async function sheetOf(app: App): Promise<HTMLElement> {
  app.commands.run(keymap.everywhere.sheet as Binding);
  return page.findByRole('dialog');
}

describe('the commands of a screen', () => {
  it.each(rooms)('share no key unless they are never to be done at once (%s)', (room) => {
    const apart: Partial<Record<Room, string[]>> = {
      mock: ['Enter: start resume', 'Escape: back exam'],
      review: ['Enter: show accept done'],
    };
    expect(shared(room, Object.values(keymap[room]))).toEqual(apart[room] ?? []);
  });

  it.each(screens)('are each offered somewhere (%s)', async (screen) => {
    const offered = new Set((await walk(screen)).flatMap(({ ready }) => ready));
    expect([...offered].map((one) => nameOf(screen, one)).sort()).toEqual(Object.keys(keymap[screen]).sort());
  });

  it.each(screens)('are never offered two at once with one key (%s)', async (screen) => {
    const twice = (await walk(screen)).map(({ state, ready }) => ({ state, keys: shared(screen, ready) }));
    expect(twice.filter(({ keys }) => keys.length > 0)).toEqual([]);
  });

  it.each(screens)('draw no cap of a key that does nothing there (%s)', async (screen) => {
    const idle = (await walk(screen)).map(({ state, drawn, works }) => ({ state, caps: drawn.filter((one) => !works.includes(one)) }));
    expect(idle.filter(({ caps }) => caps.length > 0)).toEqual([]);
  });

  it.each(screens)('stand once in the key sheet and once in the palette (%s)', async (screen) => {
    const [stop] = stops.filter((one) => one.screen === screen);
    if (!stop) throw new Error(`No stop on ${screen}`);
    const { app } = await arriveAt(stop);
    const sheet = await sheetOf(app);
    const all = [...Object.values(keymap[screen]), ...Object.values(keymap.everywhere)];
    expect(all.map((binding) => told(sheet, binding))).toEqual(all.map(({ keys }) => [keys.map(cap)]));
    await fireEvent.keyDown(sheet, { key: 'Escape' });

    const ready = app.commands.ready(screen);
    app.commands.run(keymap.everywhere.palette as Binding);
    const here = within(await page.findByRole('listbox')).queryByRole('group', { name: 'On this screen' });
    const entries = [...(here?.querySelectorAll('.grow') ?? [])].map(({ textContent }) => textContent);
    expect(entries).toEqual([...ready.map(({ label }) => label), keymap.everywhere.sheet?.label]);
  });
});

it('offers what works everywhere', async () => {
  const { app } = await arriveAt({ screen: 'today', state: 'at once' });
  app.toast('Done', () => undefined);
  expect(app.commands.ready('everywhere')).toEqual(Object.values(keymap.everywhere));
});
