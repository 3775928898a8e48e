/** A key is said in one place: the `keys.ts` of its feature. What a control draws and tells of it comes from there. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const renderer = fileURLToPath(new URL('../../src/renderer', import.meta.url));

/** Where keys are said, and the parts that draw and read them. */
const isHome = (file: string): boolean =>
  ['keys.ts', 'form-keys.ts', 'everywhere.ts', 'Command.svelte', 'Key.svelte'].includes(basename(file));

const literal = [
  { what: 'aria-keyshortcuts that come from no binding', pattern: /aria-keyshortcuts(?!=\{(?:\w+ \? undefined : )?shortcuts\()/ },
  { what: 'the cap of a literal key', pattern: /<Key\s[^>]*of=(?:"|\{\s*['"`])/ },
  { what: 'a cap with a literal text', pattern: /<kbd[^>]*>\s*[^\s{<]|data-cap="/ },
  { what: 'a key in a tooltip', pattern: /\((?:(?:Ctrl|Cmd|Alt|Shift) )*(?:Enter|Esc|Space|Up|Down|Left|Right|F\d{1,2}|[A-Z0-9?])\)["'`]/ },
  { what: 'a key with Ctrl or Alt', pattern: /['"`](?:Mod|Control|Ctrl|Alt)\+/ },
] as const;

const found = (text: string): string[] => literal.filter(({ pattern }) => pattern.test(text)).map(({ what }) => what);

describe('a key', () => {
  const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:svelte|ts)$/.test(file));

  it('is said nowhere but in the tables of keys', () => {
    const breaches = files
      .filter((file) => !isHome(file))
      .map((file) => [file, found(readFileSync(join(renderer, file), 'utf8'))] as const);
    expect(breaches.filter(([, what]) => what.length > 0)).toEqual([]);
  });

  it.each([
    ['<button aria-keyshortcuts="E">', 0],
    [`<button aria-keyshortcuts={'E'}>`, 0],
    ["<tr aria-keyshortcuts={ariaKey('p')}>", 0],
    ['{m.save}<Key of="Mod+Enter" />', 1],
    [`<Key of={'e'} />`, 1],
    ['<kbd>Esc</kbd>', 2],
    ['<kbd aria-hidden="true" data-cap="E"></kbd>', 2],
    ['<button title="{m.end} (Esc)">', 3],
    ['const place = `${label} (O)`;', 3],
    ['title="{m.finish} (Alt Enter)"', 3],
    ["app.toast(text, { key: 'Mod+z', run });", 4],
  ])('is found in %s', (text, at) => {
    expect(found(text)).toContain(literal[at]?.what);
  });

  it.each([
    '<input aria-keyshortcuts={shortcuts(keys.find.keys)} />',
    '<Command of={keys.edit} class="btn">{m.edit}</Command>',
    '{#each keys as key (key)}<kbd>{cap(key)}</kbd>{/each}',
    '<Key of={entry.key} />',
    '`${name} (${count})`',
  ])('is not found in %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});
