import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import Markdown from '../../src/renderer/parts/markdown/Markdown.svelte';
import { formula } from '../../src/renderer/parts/markdown/formula.js';
import { parseMarkdown, plainText } from '../../src/renderer/parts/markdown/markdown.js';
import type { Node } from '../../src/renderer/parts/markdown/markdown-nodes.js';
import { fail, ok } from '../../src/shared/result.js';
import { asWritten } from './as-written.js';
import { FakeBridge } from './fake-bridge.js';

let bridge: FakeBridge;
beforeEach(() => {
  bridge = new FakeBridge();
});

const read = (text: string) => render(Markdown, { props: { text, noteId: 'kubelet' } }).container;
const calm = (text: string) => render(Markdown, { props: { text } }).container;

const formulas = (text: string): string[] => {
  const of = (node: Node): string[] =>
    typeof node === 'string' ? [] : node.tag === 'formula' ? [node.children.join('')] : node.children.flatMap(of);
  return parseMarkdown(text).flatMap(of);
};

describe('a formula', () => {
  it.each([
    ['the majority $n/2+1$ of members', ['n/2+1']],
    ['$O(\\log n)$, then $x$.', ['O(\\log n)', 'x']],
    ['a costs $5 and $x$', ['x']],
    ['$$\\lfloor n/2 \\rfloor + 1$$', ['\\lfloor n/2 \\rfloor + 1']],
    ['before\n$$\na^2\n+ b_i\n$$\nafter', ['a^2\n+ b_i']],
    ['> $$ a $$', ['a']],
    ['- one\n\n  $$\n  x\n  $$', ['x']],
    ['$a_1 \\text{ and } b$', ['a_1 \\text{ and } b']],
    ['with \\$5 and $y$', ['y']],
    ['$\\$5$', ['\\$5']],
  ])('is found in %j', (text, found) => {
    expect(formulas(text)).toEqual(found);
  });

  it.each([
    'costs $5 and $10',
    'costs $5-$10 a month',
    'between $5 and 10$ a month',
    'US$5, CA$7',
    'echo $HOME and $PATH',
    '$HOME/bin:$PATH',
    '"$1" "$2"',
    '$HOME$',
    'kill $$ and echo $$',
    'echo $$',
    '$$',
    '$$\n$$',
    '$$ and some more words here $$',
    '`$x$`',
    '$x `y$`',
    '```\n$x$\n$$y$$\n```',
    '    $x$',
    '$ x $',
    '\\$x\\$',
    '$(date) $(hostname)',
    '${A}/${B}',
    'PS1=$? and $!',
  ])('is not seen in %j', (text) => {
    expect(formulas(text)).toEqual([]);
  });

  it('is drawn as MathML without a style, and its words stay readable', async () => {
    const place = read('The quorum is $\\lfloor n/2 \\rfloor + 1$.');
    await waitFor(() => expect(place.querySelector('math mo')).not.toBeNull());
    expect(place.querySelector('[style], annotation')).toBeNull();
    expect(place.querySelector('math')?.namespaceURI).toBe('http://www.w3.org/1998/Math/MathML');
    expect(plainText('The quorum is $n/2$.')).toBe('The quorum is n/2.');
  });

  it('asks only for what Chromium draws', () => {
    expect(formula('\\mathbb{RQx7}', false)?.textContent).toBe('ℝℚ𝕩𝟟');
    expect(formula('\\mathcal{L}\\mathfrak{g}', false)?.textContent).toBe('ℒ𝔤');
    expect(formula('\\mathbf{x}', false)?.querySelector('mi')?.getAttribute('class')).toBe('math-bold');
    expect(formula('\\begin{cases}a&b\\\\c&d\\end{cases}', true)?.querySelectorAll('mtd.math-left')).toHaveLength(4);
    expect(formula('\\boxed{x}', false)?.querySelector('.math-box')).not.toBeNull();
    for (const tex of ['\\cancel{x}', '\\rule{1em}{1em}']) expect(formula(tex, false)).toBeNull();
  });

  it.each([
    '\\frac{1',
    '\\nosuch',
    '\\href{javascript:alert(1)}{x}',
    '\\url{https://example.com}',
    '\\htmlClass{btn}{x}',
    '\\htmlStyle{color:red}{x}',
    '\\includegraphics{https://example.com/x.png}',
    '\\def\\a{\\a\\a}\\a',
    '<img src=x onerror=alert(1)>&',
  ])('that is wrong or asks too much is shown as its source: %s', async (tex) => {
    expect(formula(tex, false)).toBeNull();
    const place = read(`It is $${tex}$.`);
    await vi.dynamicImportSettled();
    expect(place.querySelector('math, a, img')).toBeNull();
    expect(place.textContent).toContain(tex);
  });

  it('never becomes anything but plain MathML, and never hangs', () => {
    const piece = fc.constantFrom(
      '\\frac',
      '{',
      '}',
      'x',
      '^',
      '_',
      '\\left(',
      '\\right)',
      '\\text{<b>}',
      '\\color{red}',
      '&',
      '\\\\',
      '\\mathbb',
      '\\begin{matrix}',
      '\\end{matrix}',
      '\\href',
      '"',
      '<',
      '\\def\\x{y}',
      '\\x',
      '\\sqrt[3]',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const drawn = formula(pieces.join(' '), true);
        if (drawn === null) return;
        for (const element of [drawn, ...drawn.querySelectorAll('*')]) {
          expect(element.namespaceURI).toBe('http://www.w3.org/1998/Math/MathML');
          expect(element.getAttributeNames().filter((name) => name.startsWith('on') || ['style', 'href', 'src'].includes(name))).toEqual(
            [],
          );
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('an image', () => {
  it('of the note is shown with its words and its size', async () => {
    read('![the raft log](img/raft.png)');
    const image = await screen.findByRole('img', { name: 'the raft log' });
    expect(image).toHaveAttribute('src', '/note-image/kubelet/img/raft.png');
    expect(image).toHaveAttribute('width', '40');
    expect(bridge.inputs('note.image')).toEqual([{ noteId: 'kubelet', source: 'img/raft.png' }]);
  });

  it.each([
    ['![[learner.png|300]]', 'learner.png', '', '300'],
    ['![[my learner.png]]', 'my learner.png', '', '40'],
    ['![[learner.png|a learner|120x80]]', 'learner.png', 'a learner', '120'],
    ['![a learner|200](learner.png)', 'learner.png', 'a learner', '200'],
  ])('written %s is as wide as it says', async (text, source, words, width) => {
    const place = read(text);
    await waitFor(() => expect(place.querySelector('img')).toHaveAttribute('width', width));
    expect(place.querySelector('img')).toHaveAttribute('alt', words);
    expect(bridge.inputs('note.image')).toEqual([{ noteId: 'kubelet', source }]);
  });

  it('that cannot be shown says what it was, where, and why', async () => {
    bridge = new FakeBridge({
      'note.image': () => ok({ address: null, problem: 'It is not in the folder of the note.', width: null, height: null }),
    });
    const place = read('![the raft log](img/r%C3%A4ft.png)');
    await screen.findByText('It is not in the folder of the note.');
    expect(place).toHaveTextContent('the raft log img/räft.png It is not in the folder of the note.');
    expect(place.querySelector('img')).toBeNull();
  });

  it('whose file turns out to be damaged says so', async () => {
    read('![the raft log](raft.png)');
    await fireEvent.error(await screen.findByRole('img'));
    expect(screen.getByText('The file is damaged.')).toBeVisible();
  });

  it('stays a word in a list of cards', () => {
    expect(calm('![the raft log](raft.png) ![[b.png]]')).toHaveTextContent('the raft log Image');
    expect(bridge.asked).toEqual([]);
  });
});

describe('a link', () => {
  it('shows its address and copies it, and leads nowhere', async () => {
    const place = read('See [the docs](https://example.com/a).');
    await fireEvent.click(screen.getByRole('button', { name: 'the docs' }));
    expect(place).toHaveTextContent('https://example.com/a');
    await fireEvent.click(screen.getByRole('button', { name: 'Copy address' }));
    expect(bridge.inputs('app.copy')).toEqual([{ text: 'https://example.com/a' }]);
    expect(await screen.findByRole('status')).toHaveTextContent('Copied');
    expect(place.querySelector('a')).toBeNull();
  });

  it('cannot be acted on in a list of cards', () => {
    expect(calm('[the docs](https://example.com)').querySelector('button, a')).toBeNull();
  });
});

describe('code', () => {
  it('is copied to the letter; a failure is said', async () => {
    bridge = new FakeBridge({ 'app.copy': () => fail({ code: 'internal', message: 'no' }) });
    read('```bash\netcdctl get "a"  --prefix\n```');
    await fireEvent.click(screen.getByRole('button', { name: 'Copy code' }));
    expect(bridge.inputs('app.copy')).toEqual([{ text: 'etcdctl get "a"  --prefix' }]);
    expect(await screen.findByRole('status')).toHaveTextContent('Not copied');
  });

  it('of a diagram stays readable code', () => {
    expect(read('```mermaid\ngraph TD; A-->B\n```').querySelector('pre')).toHaveTextContent('graph TD; A-->B');
  });
});

describe('the rest of what notes write', () => {
  it('shows boxes of to-do items', () => {
    read('- [ ] one\n- [x] two\n- [y] three');
    expect(screen.getAllByRole('img').map((box) => box.getAttribute('aria-label'))).toEqual(['To do', 'Done']);
    expect(screen.getAllByRole('listitem').map((item) => item.textContent?.trim())).toEqual(['one', 'two', '[y] three']);
  });

  it('shows the box of an item that stands alone beside its first line', () => {
    const place = read('- [x] done\n\n  More.');
    expect(place.querySelector('li > p:first-child .task.is-done')).not.toBeNull();
    expect(place.querySelectorAll('.task')).toHaveLength(1);
  });

  it('marks highlights, with the Markdown inside them', () => {
    const place = calm('The ==`--v=4`== flag, ==app=web== and <mark>a **b**</mark>, not a == b == c.');
    expect([...place.querySelectorAll('mark')].map(asWritten)).toEqual([
      '<code class="ic">--v=4</code>',
      'app=web',
      'a <strong>b</strong>',
    ]);
    expect(place.textContent).toContain('not a == b == c.');
  });

  it('takes the number that sorts a note off its link, and a link in brackets for a link', () => {
    const place = calm('See [[10 Pods]] and [[1]](https://example.com/a).');
    expect(place.textContent).toBe('See Pods and [1].');
    expect(place.querySelector('[title="https://example.com/a"]')).toHaveTextContent('[1]');
  });

  it('sets the title of a callout apart', () => {
    const place = calm('> [!tip] Use **learners**\n> They do not vote.\n\n> [!warning]\n> Slow.');
    expect([...place.querySelectorAll('p')].map((line) => [line.textContent, line.classList.contains('medium')])).toEqual([
      ['Use learners', true],
      ['They do not vote.', false],
      ['Warning', true],
      ['Slow.', false],
    ]);
  });

  it('keeps tags that only dress text, bare of attributes, and shows all others as text', () => {
    const place = calm('Press <kbd>Ctrl</kbd>, H<sub>2</sub>O<br>x <KBD>a &lt; b</KBD> <kbd class="btn">b</kbd> <b onclick="x">c</b> <i>');
    expect([...place.querySelectorAll('kbd')].map((key) => key.textContent)).toEqual(['Ctrl', 'a < b']);
    expect(place.querySelector('sub')).toHaveTextContent('2');
    expect(place.querySelector('br')).not.toBeNull();
    expect(place.textContent).toContain('<kbd class="btn">b</kbd> <b onclick="x">c</b> <i>');
  });

  it('breaks lines where two spaces or a backslash say so, and shows no comments', () => {
    const place = calm('first  \nsecond\\\nthird %%sic%%\nand <!-- not --> more\n\n<!-- nor\nthis -->\n\n%% or that %%');
    expect(place.querySelectorAll('br')).toHaveLength(2);
    expect(place.textContent?.replace(/\s+/g, ' ').trim()).toBe('firstsecondthird and more');
  });

  it('draws the bullets of a word processor as a list', () => {
    expect([...calm('• one\n• two').querySelectorAll('ul > li')].map((item) => item.textContent)).toEqual(['one', 'two']);
  });

  it('opens details, and shows wiki links and footnote marks as their words', () => {
    const place = calm(
      '<details><summary>What is Raft?</summary>\n\nA protocol[^1].\n\n</details>\n\n[[etcd#Raft|raft]] [[etcd#Quorum]]\n\n[^1]: By Ongaro.',
    );
    expect(place.textContent?.replace(/\s+/g, ' ')).toBe('What is Raft?A protocol1.raft Quorum1 By Ongaro.');
    expect(place.querySelectorAll('sup')).toHaveLength(2);
  });
});
