/** The page a sheet is drawn in. Nobody sees it: Electron prints it when its title says that everything is drawn. */
import { mount } from 'svelte';
import type { Bridge } from '../../../../shared/bridge.js';
import { sheetImagePath, sheetPath } from '../../../../shared/print.js';
import type { Sheet } from '../../../../shared/print.js';
import { fail, ok } from '../../../../shared/result.js';
import { loadFormulas } from '../../../parts/markdown/formulas.svelte.js';
import { loadHighlighter } from '../../../parts/markdown/highlighter.svelte.js';
import SheetPage from './SheetPage.svelte';
import { keepWordsWhole } from './whole-words.js';
import '../../../styles/fonts.css';
import '../../../styles/tokens.css';
import '../../../styles/reading.css';
import './sheet.css';

/** This page has no way into the main process: it can only ask where an image of its notes lies. */
const bridge: Bridge = {
  async call(method, input) {
    if (method !== 'note.image') return fail({ code: 'unknown-method', message: 'A sheet only asks for images.' });
    const query = new URLSearchParams(input as { noteId: string; source: string });
    return ok((await (await fetch(`${sheetImagePath}?${query.toString()}`)).json()) as never);
  },
  on: () => () => undefined,
  pathsOf: () => [],
};

const fonts = ['400 12px "Inter Variable"', '600 12px "Inter Variable"', '400 12px "JetBrains Mono Variable"'];

async function draw(): Promise<void> {
  window.etcdeck = bridge;
  document.documentElement.dataset['to'] = new URLSearchParams(location.search).get('to') ?? '';
  const [sheet] = await Promise.all([
    fetch(sheetPath).then((response) => response.json() as Promise<Sheet>),
    loadFormulas(),
    loadHighlighter(),
    ...fonts.map((font) => document.fonts.load(font)),
  ]);
  mount(SheetPage, { target: document.body, props: { sheet } });
  await imagesDrawn();
  keepWordsWhole(document.body);
  document.title = sheet.title;
}

/** Waits until every image is there or known to be missing: first for its address, then for itself. */
async function imagesDrawn(): Promise<void> {
  const isOpen = (): boolean => document.querySelector('[data-images="asked"]:not(:has(img, .no-image))') !== null;
  while (isOpen()) await new Promise((resolve) => setTimeout(resolve, 10));
  await Promise.allSettled([...document.images].map((image) => image.decode()));
}

void draw();
