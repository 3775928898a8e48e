import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { highlight } from '../../src/renderer/parts/markdown/highlight.js';
import Markdown from '../../src/renderer/parts/markdown/Markdown.svelte';
import { beginningOf, isColourable } from '../../src/renderer/parts/markdown/limits.js';
import { FakeBridge } from './fake-bridge.js';

const languages = ['bash', 'dockerfile', 'go', 'ini', 'json', 'yaml', ''];

describe('colours of code', () => {
  it.each([
    ['one long word', 'x'.repeat(40_000)],
    ['a few long words', `${'x'.repeat(500)} `.repeat(20)],
    ['many signs', '"'.repeat(2_000)],
    ['names joined by dots and spaces', 'a. '.repeat(4_000)],
    ['many lines', 'key: value # why\n'.repeat(2_000)],
  ])('are left out of %s, at once', (_, code) => {
    const before = performance.now();
    for (const language of languages) expect(highlight(code, language)).toEqual([code]);
    expect(performance.now() - before).toBeLessThan(500);
  });

  it('are there for a manifest of three hundred lines', () => {
    const manifest = `apiVersion: v1\nkind: ConfigMap\n${'  kube-proxy: runs\n'.repeat(300)}`;
    expect(isColourable(manifest)).toBe(true);
    expect(highlight(manifest, 'yaml').length).toBeGreaterThan(300);
  });
});

describe('the beginning of a long text', () => {
  it('is nothing else where the text is not long', () => {
    expect(beginningOf('')).toBeNull();
    expect(beginningOf('- item\n'.repeat(900))).toBeNull();
  });

  it('ends with a line or a word, never within a character', () => {
    expect(beginningOf('- item\n'.repeat(50_000))).toBe('- item\n'.repeat(1_000).trimEnd());
    expect(beginningOf(`${'word '.repeat(50)}\n`.repeat(400))).toMatch(/word $/);
    expect(beginningOf('word '.repeat(10_000))).toMatch(/ word$/);
    expect(beginningOf('x'.repeat(30_000))).toHaveLength(20_000);
    expect(beginningOf(`x${'😀'.repeat(20_000)}`)).toMatch(/😀$/u);
  });
});

describe('a long answer', () => {
  const long = Array.from({ length: 100 }, () => `- ${'word '.repeat(79)}`).join('\n');
  const itemsOf = (container: Element) => container.querySelectorAll('li').length;

  it('shows its beginning, says so, and all of it when that is asked for', async () => {
    new FakeBridge();
    const { container, rerender } = render(Markdown, { text: long, noteId: 'kubelet' });
    expect(itemsOf(container)).toBe(50);
    expect(container).toHaveTextContent('The text goes on: 49 % of it is shown.');
    const button = screen.getByRole('button', { name: 'Show all' });
    await fireEvent.click(button);
    expect(itemsOf(container)).toBe(100);
    expect(screen.getByRole('status')).toHaveTextContent('All of the text is shown.');
    expect(screen.queryByRole('button', { name: 'Show all' })).toBeNull();

    await rerender({ text: `${long}\n- one more`, noteId: 'kubelet' });
    expect(itemsOf(container), 'another text begins anew').toBe(50);
  });

  it('shows its beginning in a list of cards, without a button', () => {
    const { container } = render(Markdown, { text: long, inline: true });
    expect(itemsOf(container)).toBe(50);
    expect(container).toHaveTextContent(/…$/);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('is there whole on a sheet', () => {
    const { container } = render(Markdown, { text: long, whole: true });
    expect(itemsOf(container)).toBe(100);
  });

  it('lets no code be copied of which a part is missing', () => {
    new FakeBridge();
    const code = (lines: number) => `1. Run\n\n   \`\`\`bash\n${'   ls -l\n'.repeat(lines)}   \`\`\``;
    const { rerender } = render(Markdown, { text: code(10), noteId: 'kubelet' });
    expect(screen.getAllByRole('button', { name: 'Copy code' })).toHaveLength(1);
    return rerender({ text: code(2_000), noteId: 'kubelet' }).then(() => {
      expect(screen.queryByRole('button', { name: 'Copy code' })).toBeNull();
    });
  });
});
