/** What is true of one project, one exam question or one picture is not asked for; lines that stand alone are read alone. */
import { describe, expect, it } from 'vitest';
import { parseNote } from '../../../src/main/domain/notes/parse-note.js';

const cardsOf = (text: string, path = 'note.md'): string[] =>
  parseNote({ path, text }).cards.map(({ front, back }) => `${front} => ${back.replaceAll('\n', ' / ')}`);
const pilots = '- **Pilot boat**: a craft that carries the pilot to the ship\n- **Tug**: a craft that pulls ships into the harbour\n';

describe('a note of one case', () => {
  it('gives cards where it describes a subject, whatever it is called', () => {
    expect(cardsOf(`# Harbour\n\n## Project management\n\n${pilots}\n## Roadmap\n\nMore.\n`)).toHaveLength(2);
  });

  it.each([
    ['the description of a project', `# Harbour app\n\n## Project vision\n\n${pilots}\n## Tech stack\n\n- Rust\n\n## Roadmap\n\nMore.\n`],
    ['the answers to somebody’s tasks', `# Answers to the harbour tasks\n\n${pilots}`],
    ['an exam question with a made-up company', `# Q07: Choosing a boat for ACME\n\n## Boats of the harbour\n\n${pilots}`],
  ])('gives none where it is %s', (_, text) => {
    expect(cardsOf(text)).toEqual([]);
  });

  it.each(['sample-app/README.md', 'MiniProjects/winch/notes.md', 'docs/FEATURE_IDEAS.md', 'backlog.md'])(
    'gives none where its file is one of a project: %s',
    (path) => {
      expect(cardsOf(`# Boats of the harbour\n\n${pilots}`, path)).toEqual([]);
      expect(cardsOf(`# Boats of the harbour\n\n${pilots}`)).not.toEqual([]);
    },
  );

  it('still gives what it writes as cards', () => {
    expect(cardsOf('# Q07: Boats #flashcards\n\nWhat pulls ships?::A tug\n')).toEqual(['What pulls ships? => A tug']);
  });
});

describe('a picture of a thing', () => {
  it('is no answer to what it is', () => {
    expect(
      cardsOf('# Harbour\n\n- **Harbour office**: the brain (plans and decides)\n- **Crew**: the hands that pull the ropes\n'),
    ).toEqual([]);
  });

  it('is not asked for by the label “Analogy”', () => {
    expect(cardsOf('# Tug\n\n- **Analogy**: a horse that pulls a cart to the market\n')).toEqual([]);
  });
});

describe('short lines of a paragraph', () => {
  it('that each open like a sentence are read one by one', () => {
    expect(cardsOf('# Ropes\n\nA bowline is a knot that forms a loop\nA cleat hitch is a knot that holds a line\n')).toEqual([
      'Ropes: what is a bowline? => A knot that forms a loop',
      'Ropes: what is a cleat hitch? => A knot that holds a line',
    ]);
  });

  it('below a term leave the answer to the first of them', () => {
    expect(cardsOf('# Ropes\n\n- **Bowline**: a knot that forms a loop\n  Cleat hitch: for holding a line\n')[0]).toBe(
      'Ropes: what is Bowline? => a knot that forms a loop',
    );
  });

  it('that go on in the next line are read as one sentence', () => {
    expect(cardsOf('# Ropes\n\nA bowline is a knot that\nEnglish sailors use for a loop\n').join()).not.toContain('A knot that,');
    expect(cardsOf('# Ropes\n\nA bowline is a knot that forms a loop at the end of\na rope and is easy to untie.\n').join()).toContain(
      'rope',
    );
  });
});

describe('an answer', () => {
  it('is no value that most rows of the table have', () => {
    const rows = ['Tug', 'Barge', 'Ferry', 'Yacht'].map((name) => `| ${name} | Regional |`).join('\n');
    expect(cardsOf(`# Boats of DFDS\n\n| Boat | Area |\n|---|---|\n${rows}\n| Liner | Global waters |\n`).join()).not.toContain('Regional');
  });

  it.each(['Deck Engines run in parallel with main shaft generators.', 'The Harbour Office keeps the VTS lists clean.'])(
    'is no part of a set phrase: “%s”',
    (sentence) => {
      expect(cardsOf(`# Harbour\n\n${sentence}\n`)).toEqual([]);
    },
  );

  it('is no shorthand with signs', () => {
    expect(cardsOf('# Ropes\n\n- **Bowline**: knot = loop at the end = quick\n').join()).not.toContain('=> knot =');
  });
});
