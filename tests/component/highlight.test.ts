import { describe, expect, it } from 'vitest';
import { highlight } from '../../src/renderer/parts/markdown/highlight.js';
import type { Node } from '../../src/renderer/parts/markdown/markdown-nodes.js';

const text = (nodes: readonly Node[]): string => nodes.map((node) => (typeof node === 'string' ? node : text(node.children))).join('');
const marked = (nodes: readonly Node[], name: string): string[] =>
  nodes.flatMap((node) => (typeof node === 'string' ? [] : node.class === name ? [text([node])] : marked(node.children, name)));

describe('highlight', () => {
  it('marks the flags of a command, with and without a language', () => {
    const command = 'etcdctl snapshot save /tmp/x --cacert=/etc/ca.crt -w json';
    expect(marked(highlight(command, 'bash'), 'k')).toEqual(['--cacert', '-w']);
    expect(marked(highlight(command, ''), 'k')).toEqual(['--cacert', '-w']);
  });

  it('takes no dash inside a word or a path for a flag', () => {
    expect(marked(highlight('kubectl get pods kube-system/kube-proxy-x', ''), 'k')).toEqual([]);
  });

  it('marks comments, and keys of YAML told by its shape', () => {
    expect(marked(highlight('# start\nkubelet', ''), 'c')).toEqual(['# start']);
    expect(marked(highlight('apiVersion: v1\nkind: Pod', ''), 'k')).toEqual(['apiVersion:', 'kind:']);
  });

  it('leaves prose without a language alone', () => {
    expect(marked(highlight('if the node is down for a while then wait', ''), 'k')).toEqual([]);
  });

  it.each(['bash', 'yaml', 'json', 'ini', 'dockerfile', 'go', '', 'brainfuck', 'c++', '<b>'])(
    'keeps every letter of code in "%s"',
    (language) => {
      const code = 'a: "b" # c\n{"x": [1, -2]}\nFROM alpine\nfunc main() {}\n<script>\n\tend';
      expect(text(highlight(code, language))).toBe(code);
    },
  );
});
