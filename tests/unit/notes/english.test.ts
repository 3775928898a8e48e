import { expect, test } from 'vitest';
import { detectLanguage } from '../../../src/main/domain/notes/language.js';
import { parseNote } from '../../../src/main/domain/notes/parse-note.js';

const cardsOf = (text: string): { front: string; back: string }[] =>
  parseNote({ path: 'note.md', text }).cards.map(({ front, back }) => ({ front, back }));
const frontsOf = (text: string): string[] => cardsOf(text).map(({ front }) => front);

test('a denial before the verb or its object is never lost', () => {
  const cards = cardsOf(
    '# Storage\n\nA StorageClass is cluster-wide and has no Namespace field.\n\n## Scheduler\n\nA scheduler never moves a running Pod.\n',
  );

  expect(cards).toContainEqual({ front: 'What does a StorageClass not have?', back: 'Namespace field' });
  expect(cards.some(({ front }) => /does a scheduler not move/.test(front))).toBe(true);
  expect(cards.filter(({ front }) => /does a scheduler move\?|does a StorageClass have\?/.test(front))).toEqual([]);
});

test('a sentence ends where the next begins with a small name', () => {
  expect(cardsOf('# Node\n\nThe agent runs as a service. kubeadm installs it.\n').map(({ back }) => back)).not.toContain(
    'A service. kubeadm installs it',
  );
});

test('a version after "since" says when, not why', () => {
  expect(frontsOf('# Proxy\n\nSince 1.26, the proxy drops the userspace mode.\n').filter((front) => /why/i.test(front))).toEqual([]);
});

test('the kind of the members stands once in the question', () => {
  const fronts = frontsOf(
    '# Volumes\n\nThe phases of a volume:\n\n- **Free**: the phase of a volume nobody claims.\n- **Bound**: the phase of a volume with a claim.\n',
  );

  expect(fronts.filter((front) => /which phase is the phase|the two the/i.test(front))).toEqual([]);
  expect(fronts).toContain('Name the two phases of a volume.');
});

test('a colon inside a code span separates no term', () => {
  expect(
    frontsOf('# Pods\n\nA Pod with `hostNetwork: true` uses the network of its node.\n').filter((front) => front.includes('`hostNetwork?')),
  ).toEqual([]);
});

test('boxes to tick are no list to learn', () => {
  expect(cardsOf('# Phases\n\n- [x] done\n- [ ] open\n')).toEqual([]);
});

test('a short English note is English', () => {
  expect(detectLanguage('Kubelet. Taint: a mark that keeps pods off a node.')).toBe('en');
  expect(detectLanguage('A kikötő mólója a hajóé is, és a kötél a parton van, ha a szél erős.')).toBe('hu');
  expect(detectLanguage('Cảng là nơi tàu đậu và hàng được dỡ xuống, với một người lái cho mỗi tàu.')).toBe('vi');
  // Of a language without a list of small words: its letters are enough.
  expect(detectLanguage('Přístav je místo, kde lodě kotví; kapitán a lodivod tam mají společnou kancelář.')).toBe('und');
  expect(detectLanguage('Der Kubelet ist ein Agent auf jedem Knoten und meldet den Zustand der Pods an den Server.')).toBe('de');
  expect(detectLanguage('O kubelet é um agente que roda em cada nó do cluster e não cria pods por si.')).toBe('pt');
});
