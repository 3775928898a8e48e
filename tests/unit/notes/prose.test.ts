/** Why, how, when, where and examples: what is asked of running text, and what is not. */
import { describe, expect, it } from 'vitest';
import { parseNote } from '../../../src/main/domain/notes/parse-note.js';

const shown = (text: string): string[] =>
  parseNote({ path: 'winch.md', text: `# Winch\n\n${text}\n` })
    .cards.filter(({ reasons }) => reasons.length === 0)
    .map(({ front, back }) => `${front} => ${back}`);

const asking = (wh: RegExp, text: string): string[] => shown(text).filter((card) => wh.test(card));

describe('an infinitive is a purpose only where it can be one', () => {
  it.each([
    ['behind "having"', 'The Winch holds most of the rope that a sailor needs, rather than having to store it below.'],
    ['behind a noun that takes it', 'The Winch Controller limits requests to pull heavy ropes over the rail.'],
    ['behind a verb of leaving', 'The Winch Controller turns the drum, leaving the crew to do the rest.'],
    ['behind a recommendation', 'It is recommended to use the Winch Controller instead of the hand crank.'],
    ['where it is a recipient', "The Winch Controller adds 'rope lists' to route tables, allowing the crew to see them."],
    ['where what is done is the noun before', 'The Winch Controller holds the code to run and other drums.'],
    ['behind a verb that gives room', 'The Winch Controller allows long ropes on the deck to hold several ships.'],
  ])('%s it is none', (_, text) => {
    expect(asking(/\bwhy\b/i, text)).toEqual([]);
  });

  it('asks what something does where the text says what it can do', () => {
    expect(shown('The Winch Controller can measure the tension of each rope to find strands that are worn.')).toContain(
      'Why does the Winch Controller measure the tension of each rope? => To find strands that are worn',
    );
  });
});

describe('an answer is whole', () => {
  it('keeps what marks off its last noun', () => {
    expect(shown('The Winch Controller protects ropes by avoiding drums that already hold wet lines.')).toContain(
      'How does the Winch Controller protect ropes? => By avoiding drums that already hold wet lines',
    );
  });

  it('keeps the examples of a purpose', () => {
    expect(shown('The Winch Controller is used to pull heavy loads like anchors, nets and boats.')).toContain(
      'What is the Winch Controller used for? => To pull heavy loads like anchors, nets and boats',
    );
  });

  it('keeps the measure of a time with its verb', () => {
    expect(asking(/\bwhen\b/i, 'Each Winch Log entry is deleted two hours after its creation.')).toEqual([]);
  });
});

describe('no question is asked', () => {
  it.each([
    [
      'of a condition that belongs to what is checked',
      /\bwhen\b/i,
      'The Winch Controller configures how the deck checks if the drum is full.',
    ],
    ['of how often', /\bwhen\b/i, 'The Winch Controller drops ropes once in their lifetime.'],
    ['of what a word refers to', /\bwhen\b/i, 'The Winch Controller refers to when the rope meets resistance.'],
    [
      'of a time that repeats the question',
      /\bwhen does\b/i,
      'The Winch Controller detects changes in the rope when a change is detected.',
    ],
    ['of a manner that repeats the question', /\bhow\b/i, 'The Winch Controller moves ropes using moving ropes.'],
    ['of a gerund that is the object', /\bhow\b/i, 'The Winch Controller prevents using wet ropes.'],
    ['of what happens at the same time', /\bwhy\b/i, 'The Winch Controller protects ropes as they move between drums.'],
    ['of a likeness', /\bwhy\b/i, 'The Winch Controller holds long ropes as if they were short chains.'],
    ['of what is denied', /\bhow\b/i, 'The Winch Controller does not read the rope list via the deck radio.'],
    ['of what the reader can do', /\bwhy\b/i, '- Can select a rope of the Winch Controller to view its age'],
    ['of a request', /\bwhy\b/i, '- **Several Drums:** Use several Winch Drums to ensure steady pulling of ropes.'],
    ['of an object between commas', /\bfor\?/i, 'The Winch Controller describes a rope list, a record for a Deck Radio.'],
    ['of where only part is told', /what is `ropelet`/i, 'The Winch VM contains `ropelet`, a small program that pulls ropes.'],
  ])('%s', (_, pattern, text) => {
    expect(asking(pattern, text)).toEqual([]);
  });
});

describe('examples', () => {
  it('are asked for by what they are to their subject', () => {
    expect(asking(/\bname\b/i, 'The Winch Controller supports several rope kinds such as hemp, nylon and steel.')).toEqual([
      'Name three rope kinds that the Winch Controller supports. => - Hemp\n- Nylon\n- Steel',
    ]);
  });

  it('are not asked for without what they belong to', () => {
    expect(asking(/\bname\b/i, 'The Winch Controller stores ropes that work with tools like pliers, oil and gloves.')).toEqual([]);
    expect(asking(/\bname\b/i, 'The Winch Controller needs heavy tools (such as pliers, oil, and gloves).')).toEqual([]);
  });
});

it('a gap stands in a sentence with its verb', () => {
  const gaps = asking(/\[…\]/, '- **Rope Ring**: bound to the drum of the deck by a `RingBolt`.');

  expect(gaps.every((card) => card.includes('Rope Ring is bound'))).toBe(true);
});

describe('a reason', () => {
  it.each([
    ['of nearly everything', /\bwhy\b/i, 'The WinchController uses steel ropes to improve security and speed.'],
    ['of having a part', /\bwhy\b/i, 'The Winch Controller includes a second drum to pull the ropes of other ships.'],
    ['of what the tail says', /\bwhy\b/i, 'The Winch Controller pulls ropes over the rail, which can wear the drum due to many turns.'],
    ['of being refused', /\bwhy\b/i, 'The Winch Controller is denied to pull ropes from `DeckB`.'],
    ['with a state of the sentence before', /\bwhy\b/i, 'The Winch Controller takes action to reach and keep that state.'],
    ['of having to learn it', /\bwhy\b/i, 'You must understand how Winch Controllers work because they are the engine of the deck.'],
    ['of something that is tied so', /\bhow\b/i, 'The Winch Controller caches single ropes fetched via the `GetRope` call.'],
    ['by two verbs at once', /\bhow\b/i, 'The Winch Controller enables rope handling and works by turning a steel drum.'],
  ])('is not asked for: %s', (_, wh, text) => {
    expect(asking(wh, text)).toEqual([]);
  });

  it('says what is allowed', () => {
    expect(asking(/\bwhy\b/i, 'The Winch Controller is split to allow the drum and the motor to be mended alone.')).toEqual([
      'Why is the Winch Controller split? => To allow the drum and the motor to be mended alone',
    ]);
  });

  it('for which something must be done is answered with what to do', () => {
    expect(asking(/\bhow\b/i, 'To connect to the Winch Controller, you must use the `DECK` channel.')).toEqual([
      'How do you connect to the Winch Controller? => Use the `DECK` channel',
    ]);
  });
});

describe('a condition', () => {
  it.each([
    ['of a level told before', 'When the load exceeds that level, the Winch Controller adds new ropes.'],
    ['that is the order of things', 'The Winch Controller inspects ropes before reaching the drum.'],
    ['that is anything', 'The Winch Controller turns the drum back when something goes wrong.'],
    ['for which room is given', 'The Winch Controller allows `DeckB` to pull ropes if the first drum breaks.'],
  ])('is not asked for: %s', (_, text) => {
    expect(asking(/\bwhen (?:do|does|is|are)\b|\bwhat does\b/i, text)).toEqual([]);
  });

  it('of a need asks what is needed', () => {
    expect(asking(/\bwhat does\b/i, 'When pulling ropes, the Winch Controller needs read access to the deck plan.')).toEqual([
      'What does the Winch Controller need when pulling ropes? => Read access to the deck plan',
    ]);
  });
});

describe('what something is', () => {
  it.each([
    ['is not its weight', 'Winch Drums are the foundation of pulling ropes on a ship.'],
    ['is not what it is besides', 'The Winch Controller is also a device that warns the crew of storms.'],
    ['is not how it compares', 'The Winch Controller is a bit confusing on ships.'],
    ['is not the chapter that tells of it', 'The Winch Controller is a trap of the kind that chapter 3 warned about.'],
    ['is not its rank', 'The Winch Controller is one of the most important devices for sailing.'],
    ['is not what stood in the sentence before', 'The Winch Controller stops at noon. This is a rule that sailors made in old times.'],
  ])('%s', (_, text) => {
    expect(asking(/\bwhat (?:is|are)\b/i, text)).toEqual([]);
  });

  it('goes on behind "where"', () => {
    expect(asking(/\bwhat is\b/i, 'The Winch Room is the cabin where the crew greases and mends the drums of the ship.')).toEqual([
      'What is the Winch Room? => The cabin where the crew greases and mends the drums of the ship',
    ]);
  });

  it('asks for the name of what is described', () => {
    expect(asking(/\bcall\b/i, 'The WinchController is the core component of the Linux winch system.')).toEqual([
      'What do you call the core component of the Linux winch system? => The WinchController',
    ]);
  });
});

it('what an example gives to whom is no gap', () => {
  expect(asking(/\[…\]/, 'A RopeBinding gives that Role to user `alice` in the `deck` namespace.')).toEqual([]);
});
