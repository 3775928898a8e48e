import { describe, expect, it } from 'vitest';
import { parseNote } from '../../../src/main/domain/notes/parse-note.js';
import { rules } from '../../../src/main/domain/notes/rules/index.js';

/** Text of one section of an English note about the kubelet. */
const noteWith = (text: string): string => `# Kubelet

The kubelet is the agent that runs on every node of the cluster and starts the containers of its pods.

## Kubelet facts

${text}
`;
const cardsOf = (rule: string, text: string): string[] =>
  parseNote({ path: 'kubelet.md', text: noteWith(text) })
    .cards.filter((card) => card.rule === rule && card.line > 5)
    .map((card) => `${card.front} => ${card.back}`);

interface Example {
  rule: string;
  text: string;
  /** Parts of the front, then of the back. */
  asks: string[];
  answers: string[];
}
const examples: Example[] = [
  {
    rule: 'details',
    text: '<details><summary>What is a pod?</summary>A group of containers.</details>',
    asks: ['What is a pod?'],
    answers: ['A group of containers'],
  },
  {
    rule: 'sequence',
    text: 'Steps to join a node:\n\n1. Create a token.\n2. Run the join command.\n3. Check the node.',
    asks: ['steps in order'],
    answers: ['1. Create a token', '2. Run the join command', '3. Check the node'],
  },
  {
    rule: 'sequence',
    text: 'The join process of a node:\n\n1. Create a token.\n2. Run the join command.\n3. Check the node.',
    asks: ['after', 'Create a token'],
    answers: ['Run the join command'],
  },
  {
    rule: 'membership',
    text: 'The kubelet has three probes:\n\n- Liveness\n- Readiness\n- Startup',
    asks: ['three', 'probes'],
    answers: ['Liveness', 'Readiness', 'Startup'],
  },
  { rule: 'table', text: '| Port | Owner |\n|---|---|\n| 6443 | API server |', asks: ['owner', '6443'], answers: ['API server'] },
  {
    rule: 'command',
    text: 'To list the pods on a node, run:\n\n```bash\nkubectl get pods -o wide\n```',
    asks: ['command', 'list the pods on a node'],
    answers: ['kubectl get pods -o wide'],
  },
  {
    rule: 'bold-term',
    text: '- **Taint**: a mark that keeps pods off a node.',
    asks: ['Taint'],
    answers: ['mark that keeps pods off a node'],
  },
  { rule: 'definition', text: 'Etcd is a consistent key value store.', asks: ['what is', 'Etcd'], answers: ['consistent key value store'] },
  {
    rule: 'condition',
    text: 'When the node runs out of memory, the kubelet evicts pods.',
    asks: ['kubelet', 'when the node runs out of memory'],
    answers: ['evicts pods'],
  },
  {
    rule: 'action',
    text: 'The kubelet reports the state of the node.',
    asks: ['what does', 'kubelet report'],
    answers: ['The state of the node'],
  },
  {
    rule: 'reason',
    text: 'The kubelet filters the nodes to ensure that the pod fits.',
    asks: ['why does the kubelet filter the nodes'],
    answers: ['To ensure that the pod fits'],
  },
  {
    rule: 'reason',
    text: 'The kubelet replaces failed pods by creating new pods.',
    asks: ['how does the kubelet replace failed pods'],
    answers: ['By creating new pods'],
  },
  {
    rule: 'scope',
    text: 'The kubelet watches endpoints for every CNI plugin.',
    asks: ['what does the kubelet watch endpoints for'],
    answers: ['Every CNI plugin'],
  },
  {
    rule: 'example',
    text: 'The kubelet uses node constraints, such as taints, affinity and quotas.',
    asks: ['three node constraints that the kubelet uses'],
    answers: ['Taints', 'Affinity', 'Quotas'],
  },
  {
    rule: 'detail',
    text: 'The kubelet stores its data in BoltDB, the consistent key value store of the node.',
    asks: ['what is BoltDB'],
    answers: ['key value store of the node'],
  },
  { rule: 'cloze', text: 'The kubelet works closely together with `containerd`.', asks: ['[…]'], answers: ['`containerd`'] },
];

const fits = (card: string, { asks, answers }: Example): boolean => {
  const [front = '', back = ''] = card.toLowerCase().split(' => ');
  return asks.every((part) => front.includes(part.toLowerCase())) && answers.every((part) => back.includes(part.toLowerCase()));
};

describe('the rules', () => {
  it.each(examples)('make a card by $rule of “$text”', (example) => {
    const cards = cardsOf(example.rule, example.text);
    expect(
      cards.some((card) => fits(card, example)),
      cards.join('\n'),
    ).toBe(true);
  });

  it('each have an example here', () => {
    const shown = new Set(examples.map((example) => example.rule));
    expect(rules.map((rule) => rule.name).filter((name) => !shown.has(name))).toEqual([]);
  });

  it.each([
    'In the previous video we looked at the scheduler.',
    'Thanks for watching, see you in the next lecture!',
    '[Documentation](https://example.org/kubelet)',
    '![a picture of a node](node.png)',
    '```yaml\nkind: Pod\nspec: {}\n```',
    '<!-- The kubelet is a thing that nobody should see. -->',
  ])('make nothing of %j', (text) => {
    const { cards } = parseNote({ path: 'kubelet.md', text: noteWith(text) });
    expect(cards.filter((card) => card.line > 5).map((card) => card.front)).toEqual([]);
  });

  it('name the subject of their section on every card that is not held back', () => {
    const text = examples.map((example) => example.text).join('\n\n');
    const { cards } = parseNote({ path: 'kubelet.md', text: noteWith(text) });
    const own = new Set(['details']);
    const unnamed = cards.filter((card) => card.reasons.length === 0 && !own.has(card.rule) && !/kubelet/i.test(card.front + card.back));
    expect(unnamed.map((card) => card.front)).toEqual([]);
    expect(cards.length).toBeGreaterThan(examples.length);
  });
});
