import type { Token } from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { createMarkdown } from '../../../src/shared/markdown/markdown.js';

/** What a text is parsed to, in a few signs: `name(inside)`, with the words of leaves in quotes. */
function shape(tokens: readonly Token[]): string {
  let out = '';
  for (const token of tokens) {
    const name = token.type.replace(/_(?:open|close)$/, '');
    if (token.nesting === 1) out += `${name}${token.meta ? JSON.stringify(Object.values(token.meta)) : ''}(`;
    else if (token.nesting === -1) out += ')';
    else if (token.type === 'inline') out += shape(token.children ?? []);
    else if (token.type === 'text') out += token.content;
    else out += `<${name} ${token.content}>`;
  }
  return out;
}
const note = createMarkdown('note');
const card = createMarkdown('card');
const parsed = (text: string): string => shape(card.parse(text, {}));

/** Of what both parsers are to say the same. */
function alike(text: string): string {
  const one = parsed(text);
  expect(shape(note.parse(text, {}))).toBe(one);
  return one;
}

describe('a wiki link', () => {
  it.each([
    ['[[etcd#Quorum]]', '<wiki_link Quorum>'],
    ['[[etcd|the store]]', '<wiki_link the store>'],
    ['[[10 Cargo drum]]', '<wiki_link Cargo drum>'],
    ['[[etcd#^id-1]]', '<wiki_link id-1>'],
    ['![[raft.png|300]]', '<image 300>'],
    ['![[etcd#Raft]]', '<embed Raft>'],
    ['[[ $a == b ]]', '[[ $a == b ]]'],
    ['\\[[a]]', '[[a]]'],
    ['`[[a]]`', '<code_inline [[a]]>'],
    ['[[1]](https://example.org)', 'link([1])'],
  ])('is read in %s', (text, found) => {
    expect(alike(text)).toBe(`paragraph(${found})`);
  });
});

describe('a highlight', () => {
  it.each([
    ['==marked==', 'mark(marked)'],
    ['==`--v=4`==', 'mark(<code_inline --v=4>)'],
    ['==app=web==', 'mark(app=web)'],
    ['==[the docs](https://example.org/a==b)==', 'mark(link(the docs))'],
    ['==$a == b$==', 'mark(<formula a == b>)'],
    ['==[[etcd|a==b]]==', 'mark(<wiki_link a==b>)'],
    ['**==both==**', 'strong(mark(both))'],
    ['==**both**==', 'mark(strong(both))'],
    ['==one== and ==two==', 'mark(one) and mark(two)'],
    ['KERNEL=="rope", ATTRS{anchor}=="0abc"', 'KERNEL=="rope", ATTRS{anchor}=="0abc"'],
    ['==> harbour.log <==', '==> harbour.log <=='],
    ['a == b == c', 'a == b == c'],
    ['x==y==z', 'x==y==z'],
    ['\\==a==', '==a=='],
    ['`==a==`', '<code_inline ==a==>'],
    ['==a\nb==', '==a<softbreak >b=='],
    ['====', '===='],
  ])('is read in %s', (text, found) => {
    expect(alike(text)).toBe(`paragraph(${found})`);
  });
});

describe('a comment', () => {
  it.each([
    ['a %%b%% c', 'paragraph(a <comment b> c)'],
    ['a <!-- b --> c', 'paragraph(a <comment b> c)'],
    ['a %% `b` %%', 'paragraph(a <comment `b`>)'],
    ['%% a\n\nb %%\n\nc', '<comment a\n\nb>paragraph(c)'],
    ['a\n<!-- b\nc -->\nd', 'paragraph(a)<comment b\nc>paragraph(d)'],
    ['- a\n  %%\n  b\n  %%', 'bullet_list(list_item(paragraph(a)<comment b>))'],
  ])('is read in %j', (text, found) => {
    expect(alike(text)).toBe(found);
  });

  it.each(['for /f %%i in (a) do echo %%i', '100%% of 50%%', 'printf "%%d %%s"', '%%', '%%%%%% a %%%%%%'])('is none in %s', (text) => {
    expect(alike(text)).toBe(`paragraph(${text})`);
  });

  it('is none in code', () => {
    expect(alike('`%%a%%` `<!--b-->`')).toBe('paragraph(<code_inline %%a%%> <code_inline <!--b-->>)');
    expect(alike('```\n%% a %%\n```')).toBe('<fence %% a %%\n>');
  });
});

describe('a footnote', () => {
  it.each([
    ['a[^1] b', 'paragraph(a<footnote 1> b)'],
    ['see this[^1]: it', 'paragraph(see this<footnote 1>: it)'],
    ['[^1](https://example.org)', 'paragraph(link(^1))'],
    ['`[^1]` [^a b]', 'paragraph(<code_inline [^1]> [^a b])'],
  ])('is read in %j', (text, found) => {
    expect(alike(text)).toBe(found);
  });

  it('says what it says on a card; in a note that is no text', () => {
    expect(parsed('[^long-name]: says')).toBe('paragraph(<footnote long-name> says)');
    expect(shape(note.parse('[^long-name]: says', {}))).toBe('');
  });
});

describe('a bullet of a word processor', () => {
  it.each([
    ['• a\n• b', 'bullet_list(list_item(paragraph(a))list_item(paragraph(b)))'],
    ['Text:\n▪ a', 'paragraph(Text:)bullet_list(list_item(paragraph(a)))'],
    ['> • a\n>   ◦ b', 'blockquote(bullet_list(list_item(paragraph(a)bullet_list(list_item(paragraph(b))))))'],
    ['a • b', 'paragraph(a • b)'],
    ['•', 'paragraph(•)'],
    ['```\n• a\n```', '<fence • a\n>'],
  ])('is read in %j', (text, found) => {
    expect(alike(text)).toBe(found);
  });
});

describe('HTML that dresses text', () => {
  it.each([
    ['<b>bold</b>', 'strong(bold)'],
    ['<i>a <b>b</b></i>', 'em(a strong(b))'],
    ['<mark>a `b`</mark>', 'mark(a <code_inline b>)'],
    ['<code>a*b*c &lt;d&gt;</code>', '<code_inline a*b*c <d>>'],
    ['<KBD>Ctrl</KBD>', '<kbd Ctrl>'],
    ['H<sub>2</sub>O', 'Hsub(2)O'],
    ['a<br/>b', 'a<hardbreak >b'],
  ])('becomes what it means in %s', (text, found) => {
    expect(alike(text)).toBe(`paragraph(${found})`);
  });

  it('stays text in a card where it has attributes, stands alone or means something else', () => {
    for (const text of ['x <b onclick="x">c</b>', 'x <i>', 'x <img src=x>', 'x </b>']) expect(parsed(text)).toBe(`paragraph(${text})`);
  });
});

describe('a callout', () => {
  it.each([
    [
      '> [!tip] Use **learners**\n> They do not vote.',
      'blockquote["tip"](callout_title(Use strong(learners))paragraph(They do not vote.))',
    ],
    ['> [!WARNING]\n> Slow.', 'blockquote["warning"](paragraph(Slow.))'],
    ['> [!question]- Why?\n>\n> - So.', 'blockquote["question"](callout_title(Why?)bullet_list(list_item(paragraph(So.))))'],
    ['> [!note]', 'blockquote["note"]()'],
    ['> [!my-kind]+ A\n> > [!note] B\n> > c', 'blockquote["my-kind"](callout_title(A)blockquote["note"](callout_title(B)paragraph(c)))'],
    ['> plain [!note]', 'blockquote(paragraph(plain [!note]))'],
    ['> - [!note]', 'blockquote(bullet_list(list_item(paragraph([!note]))))'],
  ])('is read in %j', (text, found) => {
    expect(alike(text)).toBe(found);
  });

  it('knows the lines of its title and of the rest', () => {
    const lines = note
      .parse('Text.\n\n> [!note] Title\n> One\n> two.', {})
      .filter(({ type }) => /^(?:callout_title|paragraph)_open$/.test(type));
    expect(lines.map(({ type, map }) => [type, map])).toEqual([
      ['paragraph_open', [0, 1]],
      ['callout_title_open', [2, 3]],
      ['paragraph_open', [3, 5]],
    ]);
  });
});

describe('a task', () => {
  it.each([
    ['- [ ] open', 'bullet_list(list_item[false](paragraph(open)))'],
    ['1. [x] done\n\n2. [X] too', 'ordered_list(list_item[true](paragraph(done))list_item[true](paragraph(too)))'],
    ['- [y] no task', 'bullet_list(list_item(paragraph([y] no task)))'],
    ['- [x](y)', 'bullet_list(list_item(paragraph(link(x))))'],
    ['[ ] no item', 'paragraph([ ] no item)'],
  ])('is read in %j', (text, found) => {
    expect(alike(text)).toBe(found);
  });
});

describe('details', () => {
  it.each([
    ['<details><summary>Why?</summary>So.</details>', 'details(summary(Why?)paragraph(So.))'],
    [
      '<details>\n<summary>Why\nso?</summary>\n\n- a\n\n  b\n\n</details>\n\nText.',
      'details(summary(Why so?)bullet_list(list_item(paragraph(a)paragraph(b))))paragraph(Text.)',
    ],
    ['<details open><summary>**Why**</summary>\n\n**So**\n</details>', 'details(summary(strong(Why))paragraph(strong(So)))'],
    ['<details>\n\nText.\n\n</details>', 'details(paragraph(Text.))'],
    ['Text\n<details><summary>a</summary>\nb</details>\nmore', 'paragraph(Text)details(summary(a)paragraph(b))paragraph(more)'],
    [
      '- a\n  <details><summary>b</summary>\n\n  c\n  </details>\n- d',
      'bullet_list(list_item(paragraph(a)details(summary(b)paragraph(c)))list_item(paragraph(d)))',
    ],
    ['> <details><summary>a</summary>\n> b\n> </details>', 'blockquote(details(summary(a)paragraph(b)))'],
    [
      '<details><summary>a</summary>\n<details><summary>b</summary>c</details>\nd</details>',
      'details(summary(a)details(summary(b)paragraph(c))paragraph(d))',
    ],
    [
      '<details><summary>a</summary>\n\n```html\n</details>\n```\n\nUse `</details>` too.\n\n</details>',
      'details(summary(a)<fence </details>\n>paragraph(Use <code_inline </details>> too.))',
    ],
    ['<details><summary>a</summary>\n    b\n\n    c\n</details>', 'details(summary(a)paragraph(b)paragraph(c))'],
    ['`<details>`', 'paragraph(<code_inline <details>>)'],
  ])('hold Markdown in %j', (text, found) => {
    expect(alike(text)).toBe(found);
  });

  it('are none where they are not closed, or closed outside of where they began', () => {
    expect(parsed('<details><summary>a</summary>\n\nb')).toBe('paragraph(<details><summary>a</summary>)paragraph(b)');
    expect(parsed('- <details>\n\nb\n\n</details>')).toBe('bullet_list(list_item(paragraph(<details>)))paragraph(b)paragraph(</details>)');
  });
});

describe('a piece of a note that is read as a card', () => {
  it('loses nothing to HTML and to definitions of links', () => {
    expect(parsed('<div>\n**a**\n</div>')).toBe('paragraph(<div><softbreak >strong(a)<softbreak ></div>)');
    expect(parsed('[a]: https://example.org')).toBe('paragraph([a]: https://example.org)');
  });
});
