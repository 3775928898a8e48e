import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../../src/main/domain/notes/front-matter.js';

const note = (...settings: string[]): string => ['---', ...settings, '---', '# Text', ''].join('\n');

describe('the front matter', () => {
  it('gives title, deck and tags', () => {
    const read = readFrontMatter(note('title: Knots', 'deck: sea::knots', 'tags: [rope, "#work"]'));
    expect(read).toMatchObject({ title: 'Knots', deck: 'sea::knots', tags: ['rope', 'work'], cards: [], problems: [] });
  });

  it.each(['deck', 'Deck', 'cards-deck', 'TARGET DECK', 'anki-deck', 'name'])('takes the deck from the key %s', (key) => {
    expect(readFrontMatter(note(`${key}: sea/knots`)).deck).toBe('sea/knots');
  });

  it.each(['tags: rope work', 'tags: rope, work', 'tags: "#rope #work"', 'tags:\n  - rope\n  - work'])('reads %j as two tags', (tags) => {
    expect(readFrontMatter(note(tags)).tags).toEqual(['rope', 'work']);
  });

  it('keeps every line where it was', () => {
    const { body } = readFrontMatter(note('title: Knots', 'deck: sea'));
    expect(body.split('\n')).toEqual(['', '', '', '', '# Text', '']);
  });

  it('leaves a note without front matter as it is', () => {
    const text = '# Text\n\n---\ntitle: no\n---\n';
    expect(readFrontMatter(text)).toMatchObject({ title: null, deck: null, tags: [], body: text, problems: [] });
  });

  it('leaves a note that opens with a rule as it is', () => {
    const text = '---\nA paragraph of text.\n\n---\nMore text.\n';
    expect(readFrontMatter(text)).toMatchObject({ body: text, problems: [] });
  });

  it('takes an opening that is never closed for a rule', () => {
    const text = '---\ntitle: Knots\n\n# Text\n';
    expect(readFrontMatter(text)).toMatchObject({ title: null, body: text });
  });

  it('reads TOML as hashcards writes it', () => {
    const read = readFrontMatter('+++\nname = "Sea Words"\ntags = ["rope", \'work\']\n+++\ntext\n');
    expect(read).toMatchObject({ deck: 'Sea Words', tags: ['rope', 'work'], toml: true });
  });

  it('reads JSON', () => {
    expect(readFrontMatter('---json\n{ "title": "Knots" }\n---\n').title).toBe('Knots');
  });

  it('names the line of a value that needs quotes and reads the rest', () => {
    const read = readFrontMatter(note('deck: sea', 'title: Knots: the first ten', 'tags: rope'));
    expect(read).toMatchObject({ deck: 'sea', title: 'Knots: the first ten', tags: ['rope'] });
    expect(read.problems).toEqual([
      {
        line: 3,
        severity: 'warning',
        message: 'The front matter is not valid YAML; its settings were read as far as possible.',
        hint: 'Put the value of "title" in quotes: it holds a colon.',
      },
    ]);
  });

  it('finds the same fault each time it reads the same text', () => {
    const text = note('title: Knots: again');
    expect(readFrontMatter(text).problems).toHaveLength(1);
    expect(readFrontMatter(text).problems).toHaveLength(1);
  });

  it.each(['js', 'javascript', 'coffee', 'cson', 'JS', 'unknown'])('never runs front matter marked %s', (language) => {
    const read = readFrontMatter(`---${language}\nglobalThis.etcdeckFrontMatterRan = true\n---\ntext\n`);
    expect(globalThis).not.toHaveProperty('etcdeckFrontMatterRan');
    expect(read).toMatchObject({ title: null, body: '\n\n\ntext\n' });
    expect(read.problems).toMatchObject([{ line: 1, severity: 'error' }]);
  });

  it('says when marked front matter is not closed', () => {
    expect(readFrontMatter('---yaml\ntitle: Knots\n').problems).toMatchObject([{ line: 1, severity: 'warning' }]);
  });

  it.each([
    ['cards: off', ['off']],
    ['cards: false', ['off']],
    ['cards: [Orbit, no-anki]', ['orbit', 'no-anki']],
  ])('reads %j as the choice %j', (line, words) => {
    expect(readFrontMatter(note(line)).cards).toEqual(words);
  });

  it.each(['title: [a, b]', 'title: { a: b }', 'title:', 'title: ""', '- a\n- b', '[1, 2]'])('finds no title in %j', (settings) => {
    expect(readFrontMatter(note(settings)).title).toBeNull();
  });
});
