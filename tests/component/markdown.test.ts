import { render } from '@testing-library/svelte';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import Markdown from '../../src/renderer/parts/markdown/Markdown.svelte';
import { parseMarkdown, plainText } from '../../src/renderer/parts/markdown/markdown.js';
import { asWritten } from './as-written.js';

const html = (text: string, inline = false): string => asWritten(render(Markdown, { props: { text, inline } }).container);
const active = 'a, img, script, style, iframe, object, embed, form, input, svg, link, meta';

describe('Markdown', () => {
  it('renders emphasis, code and lists as elements', () => {
    expect(html('**bold** *em* `code`')).toBe('<p><strong>bold</strong> <em>em</em> <code class="ic">code</code></p>');
    expect(html('- one\n- two')).toBe('<ul><li>one</li><li>two</li></ul>');
    expect(html('3. three\n4. four')).toBe('<ol start="3"><li>three</li><li>four</li></ol>');
  });

  it('renders a table with its head', () => {
    const { container } = render(Markdown, { props: { text: '| Flag | Port |\n|---|---|\n| `--a` | 2379 |' } });
    expect([...container.querySelectorAll('th')].map((cell) => cell.textContent)).toEqual(['Flag', 'Port']);
    expect([...container.querySelectorAll('td')].map((cell) => cell.textContent)).toEqual(['--a', '2379']);
  });

  it('leaves the paragraph out for a single line that runs with other text', () => {
    expect(html('What is `etcd`?', true)).toBe('What is <code class="ic">etcd</code>?');
  });

  it('shows HTML as text', () => {
    const { container } = render(Markdown, { props: { text: 'a <script>alert(1)</script>\n\n<img src=x onerror=alert(1)>' } });
    expect(container.querySelector(active)).toBeNull();
    expect(container.textContent).toContain('<script>alert(1)</script>');
    expect(container.textContent).toContain('<img src=x onerror=alert(1)>');
  });

  it('makes no link one can follow and loads no image', () => {
    const { container } = render(Markdown, {
      props: {
        text: '[click](javascript:alert(1)) [docs](https://example.com "t") ![pod](https://example.com/x.png) <https://example.com>',
      },
    });
    expect(container.querySelector(active)).toBeNull();
    expect(container.textContent).toContain('docs');
    expect(container.textContent).toContain('pod');
    expect(container.querySelector('[title="https://example.com"]')).toHaveTextContent('docs');
  });

  it('keeps code to the letter', () => {
    const { container } = render(Markdown, { props: { text: '```bash\necho "<b>" && etcdctl --cacert=x   # two  spaces\n```' } });
    expect(container.querySelector('pre')?.textContent).toBe('echo "<b>" && etcdctl --cacert=x   # two  spaces');
  });

  it('never makes an active element or a handler of any text', () => {
    const hostile = fc.stringMatching(/^[\s\S]{0,40}$/);
    const piece = fc.constantFrom(
      '<script>',
      '<img src=x onerror=y>',
      '[a](javascript:x)',
      '![a](data:x)',
      '```',
      '`',
      '|',
      '\n',
      '- ',
      '&lt;',
      '<!--',
      '*',
      '<a href=x>',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, hostile), { maxLength: 12 }), (pieces) => {
        const { container, unmount } = render(Markdown, { props: { text: pieces.join('') } });
        expect(container.querySelector(active)).toBeNull();
        for (const element of container.querySelectorAll('*')) {
          expect(element.getAttributeNames().filter((name) => !['class', 'title', 'start', 'tabindex'].includes(name))).toEqual([]);
        }
        unmount();
      }),
      { numRuns: 60 },
    );
  });

  it('does not lose itself in deep nesting', () => {
    expect(() => parseMarkdown(`${'> '.repeat(5_000)}x`)).not.toThrow();
    expect(() => parseMarkdown('['.repeat(20_000))).not.toThrow();
  });
});

describe('plainText', () => {
  it('gives the words without the marks, on one line', () => {
    expect(plainText('The **API** `server`: what?\n\n- one\n- two')).toBe('The API server: what? one two');
    expect(plainText('| a | b |\n|---|---|\n| c | d |')).toBe('a b c d');
  });
});
