import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curriculumOf } from '../../../src/main/features/exam/curriculum-file.js';
import { readCurriculum } from '../../../src/main/domain/exam/curriculum.js';
import { noChoices, topicFinder } from '../../../src/main/domain/exam/topics.js';
import type { Placed, TopicChoices } from '../../../src/main/domain/exam/topics.js';
import { freshFolder } from '../folder.js';

const shipped = readFileSync('decks/cka/curriculum.yaml', 'utf8');

function shippedCurriculum() {
  const { curriculum, problems } = readCurriculum(shipped);
  expect(problems).toEqual([]);
  if (!curriculum) throw new Error('The shipped curriculum cannot be read');
  return curriculum;
}

const problemsOf = (text: string) => readCurriculum(text).problems;

describe('the curriculum that ships with the app', () => {
  it('has the five domains of the CKA with their weights, and 27 topics', () => {
    const { domains, format } = shippedCurriculum();
    expect(domains.map(({ id, weightPercent }) => [id, weightPercent])).toEqual([
      ['troubleshooting', 30],
      ['architecture', 25],
      ['networking', 20],
      ['workloads', 15],
      ['storage', 10],
    ]);
    expect(domains.flatMap(({ topics }) => topics)).toHaveLength(27);
    expect(format).toEqual({ minutes: 120, tasks: '15-20', passPercent: 66, partialCredit: true });
  });
});

describe('a curriculum that cannot be used', () => {
  const changed = (from: string, to: string) => shipped.replace(from, to);
  const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

  it('is told with the line of what is there twice', () => {
    const text = changed('    weightPercent: 25', '    weightPercent: 25\n    weightPercent: 25');
    const line = lineOf(text, 'weightPercent: 25') + 1;
    expect(problemsOf(text)).toEqual([{ line, message: '"weightPercent" is there twice.', hint: 'Leave one of the two.' }]);
  });

  it('is known in no time, also when it is as long as one may be', () => {
    const text = Array.from({ length: 10_000 }, (_, n) => `k${n}: v`).join('\n');
    expect(text.length).toBeGreaterThan(80_000);
    const before = performance.now();
    expect(problemsOf(text)).not.toEqual([]);
    expect(performance.now() - before).toBeLessThan(4_000);
  });

  it('is not read when it is longer than 100 KB', () => {
    expect(problemsOf(`${shipped}${'# why\n'.repeat(20_000)}`)).toMatchObject([{ message: 'The file is too long for a curriculum.' }]);
    const file = join(freshFolder(), 'curriculum.yaml');
    writeFileSync(file, `${shipped}${'# why\n'.repeat(20_000)}`);
    expect(() => curriculumOf(file)).toThrow('larger than 100 KB');
  });

  it('is told with the line of a weight that is no number', () => {
    const text = changed('weightPercent: 25', 'weightPercent: a quarter');
    expect(problemsOf(text)).toEqual([
      expect.objectContaining({ line: lineOf(text, 'a quarter'), message: 'domains.1.weightPercent: must be a number.' }),
    ]);
  });

  it('is told when the weights do not make 100', () => {
    expect(problemsOf(changed('weightPercent: 25', 'weightPercent: 35'))[0]?.message).toBe(
      'The weights of the domains make 110 %, not 100 %.',
    );
  });

  it('is told with the line of an id that is there twice', () => {
    const text = changed('id: storage/volume-types', 'id: storage/storage-classes');
    const line = text.slice(0, text.lastIndexOf('id: storage/storage-classes')).split('\n').length;
    expect(problemsOf(text)).toEqual([expect.objectContaining({ line, message: 'The id "storage/storage-classes" is there twice.' })]);
  });

  it('is told with the line that is not YAML', () => {
    expect(problemsOf('exam: A\nshort: "B\n')[0]).toMatchObject({ line: 3, message: expect.stringContaining('not valid YAML') });
  });

  it('is refused when its aliases unfold without end', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...'bcdefgh'.split('').map((key, n) => `${key}: &${key} [${`*${'abcdefgh'[n]}, `.repeat(9)}]`),
    ];
    expect(problemsOf(bomb.join('\n'))[0]?.message).toBe('The file repeats itself too often.');
  });

  it('never throws, whatever the file', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.lorem({ mode: 'sentences' })), (text) => {
        const { curriculum, problems } = readCurriculum(text);
        expect(curriculum === null).toBe(problems.length > 0);
        for (const { line } of problems) expect(line).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});

describe('the topic of a card', () => {
  const card = (some: Partial<Placed>): Placed => ({
    ...{ cardId: 'card', noteId: 'note', tags: [], noteName: 'notes.md', deck: 'Notes', headings: [] },
    ...some,
  });
  const topicOf = (some: Partial<Placed>, choices: Partial<TopicChoices> = {}) =>
    topicFinder(shippedCurriculum(), { ...noChoices, ...choices })(card(some));

  it('is that of its tag', () => {
    expect(topicOf({ tags: ['linux', 'cka/storage/volume-types/csi'] })).toEqual({
      ...{ topicId: 'storage/volume-types', by: 'tag', because: 'cka/storage/volume-types' },
    });
  });

  it('comes from the nearest heading that names one', () => {
    expect(topicOf({ headings: ['kube-scheduler', 'Service accounts and RBAC'] })).toEqual({
      ...{ topicId: 'architecture/rbac', by: 'words', because: 'Service accounts and RBAC' },
    });
    expect(topicOf({ headings: ['1. Kube-Proxy', 'Modes'] })).toEqual({
      ...{ topicId: 'networking/service-types-endpoints', by: 'words', because: '1. Kube-Proxy' },
    });
  });

  it('comes from the name of the note when no heading names one', () => {
    expect(topicOf({ noteName: 'week 2/network_policies.md', headings: ['Examples'] })).toEqual({
      ...{ topicId: 'networking/network-policies', by: 'words', because: 'week 2/network_policies.md' },
    });
  });

  it('comes from its place before the words in it', () => {
    const [domain] = shippedCurriculum().domains;
    const [topic] = domain?.topics ?? [];
    if (!domain || !topic) throw new Error('The shipped curriculum is empty');
    const placed = { ...shippedCurriculum(), domains: [{ ...domain, topics: [{ ...topic, paths: ['week 2', 'week 2/etcd'] }] }] };
    const find = topicFinder(placed, noChoices);
    expect(find(card({ noteName: 'week 2/etcd/raft.md' }))).toEqual({ topicId: topic.id, by: 'path', because: 'week 2/etcd' });
    expect(find(card({ noteName: 'week 22/etcd.md' })).by).toBeNull();
  });

  it('needs whole words', () => {
    expect(topicOf({ headings: ['Podcasts about pvcs'] })).toEqual({ topicId: null, by: null, because: '' });
  });

  it('is the one the person chose, what they said of the card before what they said of its note', () => {
    const notes = new Map([['note', 'architecture/kubeadm']]);
    const cards = new Map([['card', null]]);
    expect(topicOf({ headings: ['etcd'] }, { notes })).toEqual({ topicId: 'architecture/kubeadm', by: 'hand', because: '' });
    expect(topicOf({ headings: ['etcd'] }, { notes, cards })).toEqual({ topicId: null, by: 'hand', because: '' });
  });

  it('is found without the choice when that names a topic the curriculum does not have', () => {
    expect(topicOf({ headings: ['etcd'] }, { notes: new Map([['note', 'another/exam']]) }).by).toBe('words');
  });
});
