import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCardQuery } from '../../../src/main/domain/search/card-query.js';

const nothing = { words: [], decks: [], notes: [], tags: [], is: [], lapses: [], unknown: [] };

describe('a query', () => {
  test.each([
    ['etcd quorum', { words: ['etcd', 'quorum'] }],
    ['"two words" three', { words: ['two words', 'three'] }],
    ['deck:etcd is:due lapses>3', { decks: ['etcd'], is: ['due'], lapses: [{ comparison: '>', than: 3 }] }],
    ['deck:"Persistent Volumes" note:node/kubelet', { decks: ['Persistent Volumes'], notes: ['node/kubelet'] }],
    ['tag:#cka IS:Flagged Lapses<=2', { tags: ['cka'], is: ['flagged'], lapses: [{ comparison: '<=', than: 2 }] }],
    ['is:orphan is:changed', { is: ['orphan', 'changed'] }],
    ['is:green', { unknown: ['is:green'] }],
    ['kubernetes.io/arch https://x', { words: ['kubernetes.io/arch', 'https://x'] }],
    ['"still open', { words: ['still open'] }],
    ['deck: is:', { words: ['deck:', 'is:'] }],
    ['', {}],
  ])('%s', (text, parts) => {
    expect(parseCardQuery(text)).toEqual({ ...nothing, ...parts });
  });

  test('is understood whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('i', 's', ':', '"', ' ', 'd', '>', '3', 'lapses', '%') }),
        (text) => void parseCardQuery(text),
      ),
    );
  });
});
