import { v5 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { uuids } from '../../../src/main/features/import/ids.js';
import { labelOf } from '../../../src/main/features/import/import-label.js';

describe('ids', () => {
  it('of cards and notes never change, or people would lose their schedules', () => {
    expect(uuids.forCard('hash\u0000slot')).toBe('76f2df5a-f8e1-5cc2-8ca3-f45244848073');
    expect(uuids.forNote('/notes/etcd.md')).toBe('2c062a44-b0a3-5db0-b353-d89d1e3cd832');
    expect(uuids.forNote('same')).not.toBe(uuids.forCard('same'));
  });

  it('of cards are those of the uuid library', () => {
    const namespace = v5('card', v5('https://etcdeck.invalid/', v5.URL));
    for (let i = 0; i < 300; i++) {
      const evidence = `${'é'.repeat(i % 7)} evidence ${i}\u0000slot`;
      expect(uuids.forCard(evidence)).toBe(v5(evidence, namespace));
    }
  });

  it('made at random are never the same', () => {
    expect(uuids.random()).not.toBe(uuids.random());
  });
});

describe('a label', () => {
  it('names what was chosen in few words', () => {
    expect(labelOf(['/home/me/notes/cka'])).toBe('notes/cka');
    expect(labelOf(['/home/me/notes/kubelet.md'])).toBe('kubelet.md');
    expect(labelOf(['/a/b.md', '/a/c.md', '/a/d.md'])).toBe('b.md and 2 more');
    expect(labelOf(['/'])).toBe('/');
  });
});
