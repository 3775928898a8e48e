import { describe, expect, it } from 'vitest';
import { keepWordsWhole } from '../../src/renderer/features/print/page/whole-words.js';

function held(html: string): { words: (string | null)[]; before: string; after: string } {
  const root = document.createElement('div');
  root.innerHTML = html;
  const before = root.textContent;
  keepWordsWhole(root);
  return { words: [...root.querySelectorAll('.word')].map(({ textContent }) => textContent), before, after: root.textContent };
}

describe('A sheet on paper', () => {
  it('keeps flags and names of a command whole, and every character as it was', () => {
    const { words, before, after } = held(
      '<pre><code>etcdctl --endpoints=https://127.0.0.1:2379 \\\n  snapshot save etcd-backup.db\n</code></pre>',
    );
    expect(words).toEqual(['--endpoints=https://127.0.0.1:2379', 'etcd-backup.db']);
    expect(after).toBe(before);
  });

  it('keeps a word whole that goes through several colours', () => {
    const { words, before, after } = held(
      '<code><span>kubectl logs</span> --<span>tail</span>=<b><i>20</i></b> <span>-n kube-</span><span>system web</span></code>',
    );
    expect(words).toEqual(['--tail=20', '-n', 'kube-system']);
    expect(after).toBe(before);
  });

  it('keeps flags in a sentence whole, and leaves its hyphens and dashes alone', () => {
    const { words } = held('<p>Set --cert and -o wide on a long-lived node - or <code>-A</code>, else nothing -- ever.</p>');
    expect(words).toEqual(['--cert', '-o', '-A']);
  });
});
