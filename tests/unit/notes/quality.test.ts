import { describe, expect, it } from 'vitest';
import { judge, judgeOwn } from '../../../src/main/domain/notes/quality.js';
import type { Judged } from '../../../src/main/domain/notes/quality.js';

const subject = 'Kubelet';
const good: Judged = { kind: 'concept', front: 'What does the kubelet report?', back: 'The state of its node' };
const words = (count: number): string => Array.from({ length: count }, (_, i) => `word${i}`).join(' ');
const bullets = (count: number): string => Array.from({ length: count }, (_, i) => `- item${i}`).join('\n');

describe('the gates of a card', () => {
  it('let a good card pass', () => {
    expect(judge(good, subject)).toEqual([]);
  });

  it.each<[string, Partial<Judged>, string]>([
    ['an empty front', { front: ' ' }, 'the front is empty'],
    ['an empty back', { back: ' ' }, 'the back is empty'],
    ['a back without letters', { back: '…' }, 'the back is empty'],
    ['a front of 26 words', { front: `Kubelet ${words(25)}` }, 'front too long: 26 words, 25 is the limit'],
    ['an answer of 21 words', { back: words(21) }, 'answer too long: 21 words, 20 is the limit'],
    ['a list of eight', { kind: 'list', back: bullets(8) }, 'list too long: 8 items, 7 is the limit'],
    ['a question for yes or no', { front: 'Does the kubelet restart it?' }, 'the front asks for yes or no'],
    ['an opening pronoun', { front: 'It is the kubelet that does what?' }, 'the front opens with a pronoun that names nothing'],
    ['a reference to the page', { front: 'What does the kubelet do in the list above?' }, 'the front refers to its page'],
    ['an answer in the question', { front: 'Whose state does the kubelet of a node report?' }, 'front gives its answer away'],
    [
      'a name that the question spells out',
      { front: 'Which API of the kubelet creates a topic?', back: 'CreateTopic' },
      'front gives its answer away',
    ],
    ['a subject that is not named', { front: 'What does the agent report?' }, 'the front does not name its subject, Kubelet'],
  ])('hold back %s', (_, change, reason) => {
    expect(judge({ ...good, ...change }, subject)).toEqual([reason]);
  });

  it.each<[string, Partial<Judged>]>([
    ['a front of 25 words', { front: `Kubelet ${words(24)}` }],
    ['an answer of 20 words', { back: words(20) }],
    ['a command of any length', { kind: 'command', back: words(30) }],
    ['a list of seven', { kind: 'list', back: bullets(7) }],
    ['a word that only starts like a pronoun', { front: 'Itemise what the kubelet reports.' }],
    [
      'less than the answer in the question',
      { front: 'What does the kubelet tell of its node?', back: 'Its state and free memory and disk' },
    ],
    ['a subject that is the answer', { front: 'Which agent reports the state of its node?', back: 'The kubelet' }],
  ])('let %s pass', (_, change) => {
    expect(judge({ ...good, ...change }, subject)).toEqual([]);
  });

  it('ask for no name where the note gives none', () => {
    expect(judge({ ...good, front: 'What does the agent report?' }, '')).toEqual([]);
  });

  it('name every reason, not only the first', () => {
    expect(judge({ ...good, front: 'Is it so?', back: words(21) }, subject)).toHaveLength(3);
  });
});

describe('a card somebody wrote on purpose', () => {
  it('is held back for an empty side and nothing else', () => {
    expect(judgeOwn('Is it so?', words(40))).toEqual([]);
    expect(judgeOwn('', ' ')).toEqual(['the front is empty', 'the back is empty']);
  });
});
