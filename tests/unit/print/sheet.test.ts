import { describe, expect, it } from 'vitest';
import { sheetOf } from '../../../src/main/features/print/sheet.js';
import type { PrintedCard } from '../../../src/main/features/print/sheet.js';
import { fileName, leadOf, titleOf } from '../../../src/main/features/print/sheet-title.js';

const card = (change: Partial<PrintedCard> = {}): PrintedCard => ({
  kind: 'concept',
  front: 'What is a Pod?',
  back: 'The smallest thing that is run',
  deck: 'CKA::Node',
  headings: ['kubelet', 'Pods'],
  noteId: 'n1',
  note: 'kubelet',
  ...change,
});
const shape = (cards: PrintedCard[]) =>
  sheetOf(cards, 'CKA', '').sections.map(({ title, aside, groups }) => [
    title,
    aside,
    groups.map(({ heading, cards: of }) => [heading, of.length]),
  ]);

describe('a sheet', () => {
  it('puts cards under their note and headings, without saying the note twice', () => {
    const cards = [
      card(),
      card(),
      card({ headings: ['kubelet'] }),
      card({ headings: ['kubelet', 'Ports', 'Inside'] }),
      card({ noteId: 'n2', note: 'etcd', headings: ['etcd'] }),
    ];
    expect(shape(cards)).toEqual([
      [
        'kubelet',
        'CKA / Node',
        [
          ['', 1],
          ['Pods', 2],
          ['Ports / Inside', 1],
        ],
      ],
      ['etcd', 'CKA / Node', [['', 1]]],
    ]);
  });

  it('prints a sentence with one gap whole, and keeps one with more as question and answer', () => {
    const [section] = sheetOf(
      [
        card({ kind: 'cloze', front: 'etcd listens on […] for clients.', back: '2379' }),
        card({ kind: 'cloze', front: '[…] and […]', back: 'a, b' }),
      ],
      'CKA',
      '',
    ).sections;
    expect(section?.groups[0]?.cards.map(({ front, back }) => [front, back])).toEqual([
      ['etcd listens on **2379** for clients.', ''],
      ['[…] and […]', 'a, b'],
    ]);
  });

  it.each([
    ['Pods: what is a sandbox?', 'What is a sandbox?'],
    ['kubelet, pods: what is a sandbox?', 'What is a sandbox?'],
    ['Nodes: what is a taint?', 'Nodes: what is a taint?'],
    ['What is a ratio of 1: 2?', 'What is a ratio of 1: 2?'],
    [': what?', ': what?'],
  ])('leaves out of %j what the headings say', (front, said) => {
    expect(sheetOf([card({ front })], 'CKA', '').sections[0]?.groups[0]?.cards[0]?.front).toBe(said);
  });
});

describe('the name of a sheet', () => {
  const deck = (path: string) => ({ kind: 'deck', deck: path }) as const;
  it.each([
    [[deck('CKA::Node')], 'CKA / Node'],
    [[deck('CKA::Node::kubelet'), deck('CKA::Node::kube-proxy')], 'CKA / Node'],
    [[deck('CKA'), deck('Shell')], 'Cheat sheet'],
    [[{ kind: 'note', noteId: 'n', name: 'a.md' } as const], 'kubelet'],
    [[{ kind: 'tag', tag: 'net' } as const], '#net'],
    [[{ kind: 'all' } as const], 'All cards'],
  ])('is what %j is about', (scopes, title) => {
    expect(titleOf({ scopes: [...scopes] }, [card()])).toBe(title);
  });

  it('says how much and when', () => {
    expect(leadOf([card(), card(), card({ noteId: 'n2' })], '2026-11-22')).toBe('3 cards from 2 notes, 22 November 2026');
  });

  it.each([
    ['CKA / Node', 'CKA Node.pdf'],
    ['../../etc/passwd', 'etc passwd.pdf'],
    ['???', 'Cheat sheet.pdf'],
    ['é 한국', 'é 한국.pdf'],
    ['CON\u0000.', 'CON.pdf'],
  ])('makes a file name of %j', (title, name) => {
    expect(fileName(title)).toBe(name);
  });
});
