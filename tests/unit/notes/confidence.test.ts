/** How sure a card is to be kept, told by its form and by how much of its section could be read. */
import { describe, expect, it } from 'vitest';
import { parseNote } from '../../../src/main/domain/notes/parse-note.js';

const frontsOf = (text: string): string[] => parseNote({ path: 'note.md', text }).cards.map(({ front }) => front);
/** Sentences that no rule reads. */
const talk = 'So it goes, mostly. And on it went, as ever. Who knows, in the end? Not me, at least. Nor anybody else, then. ';

describe('a fact of running text', () => {
  const fact = 'The kubelet reads the PodSpecs.';

  it('is asked for where it is what the section says', () => {
    expect(frontsOf(`# Kubelet\n\n${fact}`)).toContain('What does the kubelet read?');
  });

  it('is not asked for where it is the one fact of much talk', () => {
    expect(frontsOf(`# Kubelet\n\n${fact}\n\n${talk}`)).toEqual([]);
  });
});

describe('in a section where half of the sentences can be read', () => {
  const half = 'So it goes, mostly. ';

  it('short answers without a number or code are not asked for', () => {
    expect(frontsOf(`# Kubelet\n\nThe kubelet mounts the volumes of Pods. ${half}`)).toEqual([]);
    expect(frontsOf(`# Kubelet\n\nThe kubelet mounts the volumes of 12 Pods. ${half}`)).toContain('What does the kubelet mount?');
  });

  it('reasons are not asked for, but what something is used for is', () => {
    const reason = 'The kubelet reads `/etc/kubelet` to find its own settings of the node. ';
    expect(frontsOf(`# Kubelet\n\n${reason}`)).toContain('Why does the kubelet read `/etc/kubelet`?');
    expect(frontsOf(`# Kubelet\n\n${reason}${half.repeat(3)}`)).not.toContain('Why does the kubelet read `/etc/kubelet`?');
    expect(frontsOf(`# Kubelet\n\nThe kubelet is used to run Pods on a node. ${half}`)).toContain('What is the kubelet used for?');
  });
});

describe('a card the person has studied', () => {
  const cardsOf = (text: string, studied: readonly string[] = []) => parseNote({ path: 'note.md', text, studied: new Set(studied) }).cards;
  const spans = (text: string): string[] => cardsOf(text).map(({ evidence }) => evidence.spanHash);
  const fact = '# Kubelet\n\nThe kubelet reads the PodSpecs.';

  it('stays when so much is written around its text that no new card would be made of it', () => {
    const grown = `${fact}\n\n${talk}`;
    expect(cardsOf(grown)).toEqual([]);
    expect(cardsOf(grown, spans(fact)).map(({ front }) => front)).toEqual(['What does the kubelet read?']);
  });

  it('stays when sentences come between it and the heading', () => {
    const before = 'The server keeps a list. The list holds names. The names are short. The rest is kept in a file on disk. ';
    const grown = fact.replace('The kubelet', `${before}The kubelet`);
    const fronts = (studied: readonly string[]): string[] => cardsOf(grown, studied).map(({ front }) => front);
    expect(fronts([])).not.toContain('What does the kubelet read?');
    expect(fronts(spans(fact))).toContain('What does the kubelet read?');
  });

  it('takes no other card along when it stays, nor drives one out', () => {
    const note = `${fact}\n\nThe kubelet writes the CRI logs to \`/var/log\`.\n\n- **Static Pod**: a Pod that the kubelet runs from a file\n`;
    const all = cardsOf(note);
    for (const { evidence } of all) expect(cardsOf(note, [evidence.spanHash])).toEqual(all);
  });

  it('stays beside better cards that its text gives by now', () => {
    const note = '# kube-proxy\n\n- **Creation**: kube-proxy creates iptables rules on every node\n';
    const better = cardsOf(note);
    const [span = ''] = better[0]?.evidence.spanHash.split('/') ?? [];
    expect(better).toHaveLength(2);
    expect(cardsOf(note, [`${span}/definition/meant`]).map(({ front }) => front)).toEqual([
      ...better.map(({ front }) => front),
      'kube-proxy: what is meant by “Creation”?',
    ]);
  });

  it('goes with its text', () => {
    expect(cardsOf(`# Kubelet\n\n${talk}`, spans(fact))).toEqual([]);
  });

  it('is made once where its text stands in the note twice', () => {
    const note = `${fact}\n\n## Other kubelets\n\nThe kubelet reads the PodSpecs.\n\n${talk}`;
    const made = cardsOf(note);
    expect(made.length).toBeGreaterThan(0);
    expect(cardsOf(note, spans(note))).toEqual(made);
  });

  it('brings no other card along', () => {
    const note = `${fact}\n\n${talk}\n\nThe kubelet writes the node logs.`;
    expect(cardsOf(note, spans(fact)).map(({ front }) => front)).toEqual(['What does the kubelet read?']);
  });
});

describe('a heading that asks for something to be done', () => {
  it('leads no commands that anybody learns', () => {
    expect(frontsOf('# Pods\n\n## Create a test pod\n\nList the pods:\n\n```sh\nkubectl get pods\n```')).toEqual([]);
  });

  it('is told from a heading that names a thing', () => {
    expect(frontsOf('# Pods\n\n## Pod commands\n\nList the pods:\n\n```sh\nkubectl get pods\n```')).toHaveLength(1);
  });
});

describe('a term', () => {
  it.each([
    ['says what the thing is', 'a craft that carries the pilot', 1],
    ['says where to look', 'Where to look for the pilot of a ship', 0],
    ['squeezes a list into a line', '• Pilots of ships • Ropes of ships', 0],
    ['names one word of it', 'anchor lines', 0],
  ])('is asked for only when its text %s: “%s”', (_, text, cards) => {
    expect(frontsOf(`# Harbour\n\n- **Pilot boat**: ${text}`).filter((front) => front.includes('what is'))).toHaveLength(cards);
  });
});

describe('a cell of a table', () => {
  const table = (cell: string): string => `# Ropes\n\n| Rope | Stretch |\n|---|---|\n| Nylon | ${cell} |`;

  it('is asked for as a value', () => {
    expect(frontsOf(table('30 %'))).toHaveLength(1);
  });

  it('is not asked for as a remark', () => {
    expect(frontsOf(table('Simplified handling of anchors and all lines at the bow'))).toEqual([]);
  });
});

it('cards written as cards are taken whatever their form', () => {
  expect(frontsOf('# Create a boat #flashcards\n\nWhat is it?::same\n')).toEqual(['What is it?']);
});
