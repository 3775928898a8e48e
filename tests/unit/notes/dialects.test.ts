import { describe, expect, it } from 'vitest';
import type { DraftCard } from '../../../src/main/domain/notes/card.js';
import { parseNote } from '../../../src/main/domain/notes/parse-note.js';

const cardsOf = (...lines: string[]): readonly DraftCard[] => parseNote({ path: 'cka/pods.md', text: lines.join('\n') }).cards;
/** Front and back of each card. */
const sides = (...lines: string[]): [string, string][] => cardsOf(...lines).map(({ front, back }) => [front, back]);
const problems = (...lines: string[]) => parseNote({ path: 'cka/pods.md', text: lines.join('\n') }).problems;

describe('a cloze', () => {
  it.each([
    ['The sum is {{c1::$\\frac{a}{a_{1}+b_{2}}$}} here.', '$\\frac{a}{a_{1}+b_{2}}$'],
    ['The tag is {{c1::`{{ .Values.image.tag }}`}} here.', '`{{ .Values.image.tag }}`'],
    ['The name is {{c1::{{ .Release.Name }}}} here.', '{{ .Release.Name }}'],
    ['The type is {{c1::`AWS::EC2::Instance`}} here.', '`AWS::EC2::Instance`'],
    ['The type is {{c1::AWS::EC2::Instance}} here.', 'AWS::EC2::Instance'],
    ['The range is {{c1::fd00:10:244::/56}} here.', 'fd00:10:244::/56'],
    ['The address is {{c1::fe80::1}} here.', 'fe80::1'],
    ['The set is {{c1::{a}}} here.', '{a}'],
    ['The brace is {{c1::a}b}} here.', 'a}b'],
    ['The page is {{c1::https://example.org/a::b}} here.', 'https://example.org/a::b'],
    ['The value is {{c1::``a`}}`b``}} here.', '``a`}}`b``'],
    ['The vector is {{c1::$\\vec{v}::\\vec{u}$}} here.', '$\\vec{v}::\\vec{u}$'],
    ['The tag is {{cloze `{{ .Values.tag }}`}} here.', '`{{ .Values.tag }}`'],
    ['The sum is {{cloze $\\frac{\\vec{v}}{\\vec{u}}$}} here.', '$\\frac{\\vec{v}}{\\vec{u}}$'],
    ['The flag is ==`--v=4`== here.', '`--v=4`'],
    ['The label is ==app=web== here.', 'app=web'],
    ['The place is ==[the docs](https://example.org/a=b)== here.', 'the docs'],
    ['The note is ==[[10 Pods#Quorum|the quorum]]== here.', 'the quorum'],
    ['The page is ==https://example.org/a== here.', 'https://example.org/a'],
    ['The sum is ==$a == b$== here.', '$a == b$'],
    ['The flag is <mark>`--v=4`</mark> here.', '`--v=4`'],
  ])('of %s is whole, and nothing of it stays in the front', (line, answer) => {
    const word = /^The (\w+)/.exec(line)?.[1] ?? '';
    expect(sides(line)).toEqual([[`The ${word} is […] here.`, answer]]);
  });

  it('keeps its hint, also beside code', () => {
    expect(sides('A {{c1::`a::b`::a type}} and a {{c2::mast::a pole}}.')).toEqual([
      ['A [a type] and a mast.', '`a::b`'],
      ['A `a::b` and a [a pole].', 'mast'],
    ]);
  });

  it('may stand inside another', () => {
    expect(sides('It says {{c1::that {{c2::etcd}} stores it}}.')).toEqual([
      ['It says […].', 'that etcd stores it'],
      ['It says that […] stores it.', 'etcd'],
    ]);
  });

  it('in brackets is told from footnotes, links and code', () => {
    expect(sides('C: The [`a[0]`] is first[^1], see [[list]] and [docs](https://example.org).')).toEqual([
      ['The […] is first, see [[list]] and [docs](https://example.org).', '`a[0]`'],
    ]);
  });

  it('in braces holds a formula', () => {
    expect(sides('---', 'cards: orbit', '---', 'The sum is {$\\frac{a}{b}$} here.')).toEqual([['The sum is […] here.', '$\\frac{a}{b}$']]);
  });

  it('is none where the sign is code, escaped, or in a comment', () => {
    expect(sides('A `==a==` and \\==b== and <!-- ==c== --> and %% ==d== %%.', '', '<!--', 'The ==jib== is a sail.', '-->')).toEqual([]);
  });
});

describe('a card on one line', () => {
  it.each([
    ['Which Pod range is it?::10.244.0.0/16,fd00:10:244::/56', 'Which Pod range is it?', '10.244.0.0/16,fd00:10:244::/56'],
    ['Which type is it?::AWS::EC2::Instance', 'Which type is it?', 'AWS::EC2::Instance'],
    ['A range of addresses :: 2001:db8::/32 :: or so', 'A range of addresses', '2001:db8::/32 :: or so'],
    ['What is AWS::EC2::Instance?::A type', 'What is AWS::EC2::Instance?', 'A type'],
    ['What does `a::b` name?::A path', 'What does `a::b` name?', 'A path'],
    ['What is $a :: b$ called?::A type', 'What is $a :: b$ called?', 'A type'],
    ['什么是 Pod？：：最小的单位', '什么是 Pod？', '最小的单位'],
    ['最小的单位：：Pod', '最小的单位', 'Pod'],
    ['ما هو البود؟::أصغر وحدة', 'ما هو البود؟', 'أصغر وحدة'],
    ['Stage the file: <wbr class="f"> `:Gwrite`', 'Stage the file:', '`:Gwrite`'],
    ['- `TAB`:<wbr class=f> the next one', '`TAB`:', 'the next one'],
    ["Save it <wbr class='f'/> `:w`", 'Save it', '`:w`'],
    ['Save it <br class="f"> `:w`', 'Save it', '`:w`'],
  ])('is split at the first sign that parts it: %s', (line, front, back) => {
    expect(sides(line)).toEqual([[front, back]]);
  });

  it.each(['AWS::EC2::Instance', 'use std::fs::read;', 'fe80::1 via 2001:db8::1', 'The type AWS::EC2::Instance is one'])(
    'is none in %s',
    (line) => {
      expect(sides('#flashcards', '', line)).toEqual([]);
      expect(sides(line)).toEqual([]);
    },
  );

  it('is told from a property, but where the note says that it holds cards', () => {
    expect(sides('status:: draft')).toEqual([]);
    expect(sides('#flashcards', '', 'status:: draft')).toEqual([['status', 'draft']]);
  });

  it('has a sign as its answer', () => {
    expect(sides('Which sign begins a block scalar?::|', '', 'Which sign stands for the project?::⎈')).toEqual([
      ['Which sign begins a block scalar?', '|'],
      ['Which sign stands for the project?', '⎈'],
    ]);
  });
});

describe('a card on several lines', () => {
  it('takes all since the blank line before and all until the next', () => {
    expect(
      sides(
        'What does this do?',
        '```sh',
        'kubectl get pods',
        '',
        'kubectl get nodes',
        '```',
        '?',
        'It lists:',
        '| a | b |',
        '|---|---|',
        '| c | d |',
        '```yaml',
        'a: 1',
        '',
        'b: 2',
        '```',
        'and more.',
        '',
        'Text.',
      ),
    ).toEqual([
      [
        'What does this do?\n```sh\nkubectl get pods\n\nkubectl get nodes\n```',
        'It lists:\n| a | b |\n|---|---|\n| c | d |\n```yaml\na: 1\n\nb: 2\n```\nand more.',
      ],
    ]);
  });

  it('has a table, a formula or a heading as its question', () => {
    expect(sides('| a | b |', '|---|---|', '| 1 | 2 |', '?', 'A table.')).toEqual([['| a | b |\n|---|---|\n| 1 | 2 |', 'A table.']]);
    expect(sides('What is', '$$', 'a^2', '', '+ b', '$$', '??', 'A sum.')[0]).toEqual(['What is\n$$\na^2\n\n+ b\n$$', 'A sum.']);
    expect(sides('## What is a Pod?', '?', 'The smallest unit.')).toEqual([['What is a Pod?', 'The smallest unit.']]);
  });

  it.each(['?', '？', '؟', '﹖', '<br class="f">', '<br class=f/>', "<br class='f'>"])('is parted by %s', (sign) => {
    expect(sides('A Pod', sign, 'The smallest', 'unit.')).toEqual([['A Pod', 'The smallest\nunit.']]);
  });

  it('may have its sign at the end of the question', () => {
    expect(sides('Stage the file <br class="f">', '`:Gwrite` or', '`:w`')).toEqual([['Stage the file', '`:Gwrite` or\n`:w`']]);
  });

  it('is asked both ways by two signs', () => {
    expect(sides('Knoten', '？？', 'node')).toEqual([
      ['Knoten', 'node'],
      ['node', 'Knoten'],
    ]);
  });

  it('that lacks a side is a problem of its line', () => {
    expect(problems('What is a Pod?', '?', '', 'The smallest unit.', '', '?', 'An answer.')).toMatchObject([
      { line: 2, severity: 'warning', message: expect.stringContaining('no answer') as string, hint: expect.any(String) as string },
      { line: 6, message: expect.stringContaining('no question') as string },
    ]);
    expect(problems('---', 'cards: -spaced-repetition', '---', 'What?', '?')).toEqual([]);
  });
});

describe('a question with its answer', () => {
  it.each([
    ['Q：', 'A：'],
    ['Q: ', 'A: '],
    ['**Q:** ', '**A:** '],
    ['> Q: ', '> A: '],
  ])('is read behind %s and %s', (q, a) => {
    const quote = q.startsWith('>') ? '> ' : '';
    expect(sides(`${q}什么是 Pod？`, `${a}最小的`, `${quote}单位`)).toEqual([['什么是 Pod？', '最小的\n单位']]);
  });

  it('keeps blank lines of code in the question', () => {
    expect(sides('Q: What is this?', '```sh', 'a', '', '', 'b', '```', 'A: A script.')).toEqual([
      ['What is this?\n```sh\na\n\n\nb\n```', 'A script.'],
    ]);
  });

  it('in an item ends with it', () => {
    expect(
      sides(
        '- Q: What is a Pod?',
        '  - A: The smallest',
        '    unit.',
        '- Text',
        '- Q: And a node?',
        '- A: A machine:',
        '  - of any kind',
        '- Text',
      ),
    ).toEqual([
      ['What is a Pod?', 'The smallest\n    unit.'],
      ['And a node?', 'A machine:\n  - of any kind'],
    ]);
  });

  it('breaks its lines where two spaces say so', () => {
    expect(sides('Q: Which steps?', 'A: first  ', 'second\\', 'third   ', '', 'Text.')).toEqual([
      ['Which steps?', 'first  \nsecond\\\nthird'],
    ]);
  });
});

describe('what stands on a card', () => {
  it('has no comments, footnote marks and ids', () => {
    expect(
      sides(
        'What is a quorum[^1]? %%look it up%% :: A majority <!-- or not --> of members[^a]. ^id-1',
        '',
        'Q: Who votes[^1]?',
        'A: Members <!-- not',
        'learners --> only[^1].',
        '%% nor',
        'witnesses %%',
        'Always.',
      ),
    ).toEqual([
      ['What is a quorum?', 'A majority of members.'],
      ['Who votes?', 'Members\nonly.\nAlways.'],
    ]);
  });

  it('keeps a footnote whose words stand on it too, and signs in code', () => {
    expect(sides('Q: Who votes?', 'A: Members[^1] `[^1] %%a%% <!--b-->`.', '[^1]: Not learners.')).toEqual([
      ['Who votes?', 'Members[^1] `[^1] %%a%% <!--b-->`.\n[^1]: Not learners.'],
    ]);
    expect(sides('Q: Which page?', 'A: This:', '```html', '<!-- #card ^id -->  ', 'ID: 1234567', '```')).toEqual([
      ['Which page?', 'This:\n```html\n<!-- #card ^id -->  \nID: 1234567\n```'],
    ]);
  });

  it('has no footnote marks in cards of running text either', () => {
    const cards = cardsOf('# Pods', '', 'A Pod[^1] is the smallest unit %%sic%% that Kubernetes runs[^2].', '', '[^1]: See the docs.');
    expect(cards.map(({ front, back }) => [front, back])).toEqual([['What is a Pod?', 'The smallest unit that Kubernetes runs']]);
  });
});

describe('a Logseq card', () => {
  const reviewed = [
    '- What is a Pod? #card',
    '  id:: 66c2b37c',
    '  card-last-interval:: 11.2',
    '  card-repeats:: 3',
    '  card-ease-factor:: 2.46',
    '  card-next-schedule:: 2026-12-14T10:00:00.000Z',
    '  card-last-score:: 5',
    '\t- The smallest unit.',
    '\t  collapsed:: true',
    '\t\t- It holds containers.',
  ];

  it('holds no properties, and brings the schedule it had there', () => {
    const [card] = cardsOf(...reviewed);
    expect(card).toMatchObject({ front: 'What is a Pod?', back: '- The smallest unit.\n\t- It holds containers.', line: 1, endLine: 10 });
    expect(card?.schedule).toEqual({ dueOn: '2026-12-14', intervalDays: 11, ease: 246 });
  });

  it('is the same card after each review there', () => {
    const again = reviewed.map((line) => line.replace('11.2', '25.9').replace('2026-12-14', '2027-01-20'));
    expect(cardsOf(...again)[0]?.evidence).toEqual(cardsOf(...reviewed)[0]?.evidence);
    expect(cardsOf(...again)[0]?.schedule?.intervalDays).toBe(26);
  });

  it('that was forgotten there is due at once; one that was never shown has no schedule', () => {
    expect(cardsOf(...reviewed.map((line) => line.replace('11.2', '-1')))[0]?.schedule?.intervalDays).toBe(1);
    expect(cardsOf('- What is a Pod? #card', '  id:: 1', '  - A unit.')[0]?.schedule).toBeNull();
  });

  it('may be a heading in its block, or tagged with brackets', () => {
    expect(sides('- ## Heap File #card', '  - In any order.')).toEqual([['Heap File', '- In any order.']]);
    expect(sides('- Heap File #[[card]]', '  - In any order.')).toEqual([['Heap File', '- In any order.']]);
    expect(sides('- Heap File `#card`', '  - In any order.')).toEqual([]);
  });
});

describe('details', () => {
  const details = (summary: string, ...body: string[]): [string, string][] =>
    sides(`<details><summary>${summary}</summary>`, ...body, '</details>');

  it.each(['What is a mirror Pod?', 'A mirror Pod is made by the _____.', '什么是 Pod？', 'Explain quorum', 'It is ...... of it'])(
    'are a card where they ask: %s',
    (summary) => {
      expect(details(summary, '', 'The **kubelet**.', '')).toEqual([[summary, 'The **kubelet**.']]);
    },
  );

  it('give their answer as it is written', () => {
    const body = [
      '- **a**',
      '  - b  ',
      '    c',
      '',
      '| a | b |',
      '|---|---|',
      '| c | d |',
      '',
      '```html',
      '</details>',
      '',
      '```',
      '',
      '> quoted $a*b*c$',
    ];
    expect(details('What is it?', '', ...body, '')).toEqual([['What is it?', body.join('\n')]]);
    expect(details('What is it?', ...body.map((line) => (line === '' ? '' : `  ${line}`)))).toEqual([['What is it?', body.join('\n')]]);
  });

  it('lose HTML that only lays out', () => {
    expect(details('What is it?', '<p>', '', 'A <span class="x">Pod</span> of <kbd class="y">x</kbd> and `<p>`', '', '</p>')).toEqual([
      ['What is it?', 'A Pod of <kbd>x</kbd> and `<p>`'],
    ]);
    expect(details('Which?', '<ul><li>one</li>', '<li>two &lt;b&gt;</li></ul>')).toEqual([['Which?', '- one\n- two &lt;b&gt;']]);
  });

  it('that only reveal an answer belong to the question above', () => {
    expect(
      sides('## Which component stores the state?', '', '<details>', '<summary>Show answer</summary>', '', 'etcd', '', '</details>'),
    ).toEqual([['Which component stores the state?', 'etcd']]);
    expect(details('Show answer', 'etcd')).toEqual([]);
  });

  it('are read in quotes and lists, and under any heading', () => {
    expect(sides('# Quiz', '', '> <details><summary>What is it?</summary>', '> A', '> Pod', '> </details>')).toEqual([
      ['What is it?', 'A\nPod'],
    ]);
    expect(sides('- <details><summary>What is it?</summary>', '  A Pod', '  </details>')).toEqual([['What is it?', 'A Pod']]);
  });
});

describe('a quiz', () => {
  it('asks its question with the options, and is answered by the ticked ones', () => {
    expect(
      sides(
        '#### Q1. Which component stores the state?',
        '',
        '- [ ] kubelet',
        '- [x] `etcd`',
        '- [ ] kube-proxy',
        '',
        '**Explanation**: Raft.',
      ),
    ).toEqual([['Which component stores the state?\n\n- kubelet\n- `etcd`\n- kube-proxy', '`etcd`']]);
  });

  it('may have code, several right options, and options of several lines', () => {
    expect(
      sides(
        '12. What does this print?',
        '',
        '```sh',
        'echo a',
        '',
        'echo b',
        '```',
        '',
        '- [x] a',
        '',
        '- [X] b',
        '  ```',
        '  c',
        '  ```',
        '- [ ] d',
      ),
    ).toEqual([
      ['What does this print?\n\n```sh\necho a\n\necho b\n```\n\n- a\n- b\n  ```\n  c\n  ```\n- d', '- a\n- b\n  ```\n  c\n  ```'],
    ]);
  });

  it('may be folded away', () => {
    expect(sides('<details>', '<summary>Which is it?</summary>', '', '- [ ] a', '- [x] b', '', '</details>')).toEqual([
      ['Which is it?\n\n- a\n- b', 'b'],
    ]);
  });

  it('is none where things are to do', () => {
    expect(sides('## To do', '', '- [ ] write', '- [x] read')).toEqual([]);
    expect(sides('Which are done?', '', '- [x] write', '- [x] read')).toEqual([]);
  });

  it('teaches no wrong option', () => {
    expect(
      cardsOf(
        '# etcd',
        '',
        'Which is true?',
        '',
        '- [ ] The kubelet stores the state of the cluster.',
        '- [x] etcd stores the state of the cluster.',
      ).map(({ rule }) => rule),
    ).toEqual(['quizzes']);
  });
});

describe('a callout', () => {
  it.each([
    ['[!question]- What is a mirror Pod?', 'What is a mirror Pod?'],
    ['[!QUESTION] Was ist ein Pod?', 'Was ist ein Pod?'],
    ['[!faq]+ **What is it?**', 'What is it?'],
    ['[!tip]- What is it?', 'What is it?'],
    ['[!card] Pod', 'Pod'],
    ['[!question] It is run by the ____', 'It is run by the ____'],
  ])('is a card where it asks: %s', (title, front) => {
    expect(sides(`> ${title}`, '> A **Pod**', '> - of one', '>', '> > [!note]- node', 'Text')).toEqual([
      [front, 'A **Pod**\n- of one\n\n> [!note]- node'],
    ]);
  });

  it.each(['[!question] Options considered', '[!tip] What is it?', '[!note]- A Pod', '[!question]- Why?', '[!question]'])(
    'is none where it asks nothing: %s',
    (title) => {
      expect(sides(`> ${title}`, '> So it is.')).toEqual([]);
    },
  );
});

describe('a question in a list', () => {
  it('is a card with what stands below it', () => {
    expect(
      sides(
        '- What is a mirror Pod?',
        '    ',
        '    A Pod of the **API**',
        '    ',
        '    - for a static one',
        '- **Was ist ein Pod?**',
        '\t- Eine Einheit',
        '1. 什么是 Pod？',
        '   最小的单位',
      ),
    ).toEqual([
      ['What is a mirror Pod?', 'A Pod of the **API**\n\n- for a static one'],
      ['Was ist ein Pod?', '- Eine Einheit'],
      ['什么是 Pod？', '最小的单位'],
    ]);
  });

  it('may be a heading in its item, with a link back below it', () => {
    expect(
      sides('1. ### What is a Pod?', '', '    The smallest unit.', '', '    **[⬆ Back to top](#questions)**', '', '2. ### Text'),
    ).toEqual([['What is a Pod?', 'The smallest unit.']]);
  });

  it('is none alone, as a task, as an outline of questions, or where it asks nothing', () => {
    expect(
      sides(
        '- What is a Pod?',
        '- What is a node?',
        '- [ ] Is it done?',
        '  yes',
        '- Which ones?',
        '  - What is x?',
        '  - What is y?',
        '- Why?',
        '  So.',
      ),
    ).toEqual([]);
  });

  it('leaves what its answer says to the rules', () => {
    const text = ['# Pods', '', '- How does it run?', '  - A mirror Pod is a Pod of the API.'];
    expect(cardsOf(...text).map(({ rule }) => rule)).toEqual(['toggles', 'definition']);
    // What the rules ask in the same words, they answer in fewer.
    expect(cardsOf(...text.map((line) => line.replace('How does it run?', 'What is a mirror Pod?'))).map(({ rule }) => rule)).toEqual([
      'definition',
    ]);
  });
});

describe('a heading that asks', () => {
  it.each([
    ['## Q: What is a mirror Pod?', 'What is a mirror Pod?'],
    ['### Q12. Name the probes', 'Name the probes'],
    ['## **Warum braucht man das?** ##', 'Warum braucht man das?'],
    ['# 3. Why is it so?', 'Why is it so?'],
    ['## What is a Pod? <a name="pod"></a>', 'What is a Pod?'],
    ['### Q. Which rope is the longest?', 'Which rope is the longest?'],
    ['## [What is a Pod?](https://example.org)', 'What is a Pod?'],
    ['## 什么是 Pod？', '什么是 Pod？'],
  ])('is a card with the text below it: %s', (heading, front) => {
    expect(sides(heading, '', '**A:** So.', '', '- and so', '', '## Next', '', 'Text.')).toEqual([[front, 'So.\n\n- and so']]);
  });

  it.each(['## What is it', '## Why?', '## The sign "?"', '## Is it `so?`'])('is none in %s', (heading) => {
    expect(sides(heading, '', 'So.')).toEqual([]);
  });

  it.each([['---'], ['<br>', '<br/>'], ['[Back to top](#top)'], ['- '], ['[⬆](#)', '', '***']])(
    'has no %s at the end of its answer',
    (...ends) => {
      expect(sides('## What is a Pod?', '', '- A unit', '', ...ends, '', '## Next')).toEqual([['What is a Pod?', '- A unit']]);
    },
  );

  it('is the only card of a quiz question', () => {
    const text = 'The anchor rope is the longest rope of a ship.';
    expect(sides('# Ropes', '', '### Q. Which rope is the longest?', '', text)).toEqual([['Which rope is the longest?', text]]);
  });

  it('gives way to cards that stand below it', () => {
    expect(sides('## What is asked here?', '', 'Which one?::This one')).toEqual([['Which one?', 'This one']]);
  });

  it('is held back where its answer is a whole chapter', () => {
    expect(cardsOf('## What is it all about?', '', 'word '.repeat(121))[0]?.reasons).toEqual([
      'answer too long: 121 words, 120 is the limit',
    ]);
    expect(cardsOf('## What is it all about?', '', 'word '.repeat(120))[0]?.reasons).toEqual([]);
  });
});

describe('a table', () => {
  it('is read alike with links and line breaks in its cells', () => {
    const table = (pod: string, service: string, text: string): [string, string][] =>
      sides(
        '# Objects',
        '',
        '| Object | Description |',
        '|---|---|',
        `| ${pod} | ${text} |`,
        `| ${service} | A stable address for a set of Pods |`,
        '| Node | A machine of the cluster |',
      );
    const plain = table('Pod', 'Service', 'The smallest unit that Kubernetes runs');
    expect(plain).toHaveLength(3);
    expect(table('[[Pods\\|Pod]]', '[Service](https://example.org)', 'The smallest unit<br>that Kubernetes runs')).toEqual(plain);
    expect(table('[[10 Pod]]', '[[Service]]', 'The smallest unit that [[Kubernetes]] runs')).toEqual(plain);
  });

  it('gives a value that is a link to a note', () => {
    expect(
      sides('# Ports', '', '| Port | Component |', '|---|---|', '| 6443 | [[API server]] |', '| 2379 | [etcd](https://example.org) |'),
    ).toEqual(sides('# Ports', '', '| Port | Component |', '|---|---|', '| 6443 | API server |', '| 2379 | etcd |'));
  });

  it('of contents still gives nothing', () => {
    expect(
      sides(
        '# Course',
        '',
        '| Chapter | Description |',
        '|---|---|',
        '| [Pods](01.md) | The smallest unit |',
        '| [Nodes](02.md) | The machines |',
        '| [Jobs](#jobs) | The work |',
      ),
    ).toEqual([]);
  });
});

describe('a bullet of a word processor', () => {
  const text = [
    '# Node',
    '',
    '- kubelet - the agent that runs Pods',
    '',
    '- kube-proxy - the program that keeps network rules',
    '',
    '- containerd - the runtime that starts containers',
    '',
    '- Port :: 10250',
    '- What is a taint?',
    '  A sign that keeps Pods away.',
    '- Q: Who runs Pods?',
    '  A: The kubelet.',
  ];

  it.each(['•', '◦', '▪', '‣', '●'])('%s begins an item as a dash does', (sign) => {
    const dashes = sides(...text);
    expect(dashes).toHaveLength(6);
    expect(sides(...text.map((line) => line.replace(/^-/, sign)))).toEqual(dashes);
  });

  it('stays as it is in an answer and in code', () => {
    const answer = '• one\n• two\n```\n• three\n```';
    expect(sides('Which ones', '?', ...answer.split('\n'))).toEqual([['Which ones', answer]]);
  });
});
