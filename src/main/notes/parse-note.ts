/** A Markdown file becomes cards. */
import type { DraftCard, NoteSource, ParsedNote, Problem } from './card.js';
import { dialectNames } from './dialects/dialect.js';
import type { DialectCard } from './dialects/dialect.js';
import { dialectChoice, readDialects } from './dialects/index.js';
import { tidy } from './dialects/lines.js';
import { deckName, Finisher } from './finish.js';
import type { NoteFacts } from './finish.js';
import { readFrontMatter } from './front-matter.js';
import type { FrontMatter } from './front-matter.js';
import { hashText } from './hash.js';
import { detectLanguage } from './language.js';
import { readMarkdown } from './markdown.js';
import { outline } from './outline.js';
import type { Section } from './outline.js';
import { judgeOwn } from './quality.js';
import { isConfident } from './rules/confidence.js';
import type { Place, Vocabulary } from './rules/rule.js';
import { countStatements } from './statements.js';
import { cleanHeading, isBare, keyWords, prettyName, subjectOfPath } from './subject.js';
import { cleanText } from './text.js';
import { slotOf } from './units.js';
import { walkSection } from './walk.js';
import type { JudgedDraft } from './settle.js';

/**
 * Reads one note. Pure; never throws: what cannot be read becomes a problem.
 * @param hash gives the same as `hashText`; a platform may have a quicker one
 */
export function parseNote(source: NoteSource, hash = hashText): ParsedNote {
  const front = readFrontMatter(cleanText(source.text));
  const lines = front.body.split('\n');
  const written = readDialects(lines, front.cards, front.toml);
  const plain = written.claimed.size === 0 ? front.body : lines.map((line, i) => (written.claimed.has(i + 1) ? '' : line)).join('\n');
  const document = readMarkdown(plain);
  const name = subjectOfPath(source.path);
  const words = wordsOf(document.lines);
  const { title: heading, sections } = outline(document.blocks, front.title ?? name, {
    isOrdinary: words.language === 'en' ? (word) => words.vocabulary.has(word) : null,
    speaksOf: (subject) => keyWords(subject).some((word) => word.length > 1 && words.prose().includes(word)),
  });
  const title = front.title ?? heading ?? name;
  const said = front.deck ?? written.deck;
  const deck = deckOf(source.path, said, title);
  const tags = [...new Set([...front.tags, ...written.tags])];
  const problems = [...front.problems, ...document.problems].sort((a, b) => a.line - b.line);
  const off = front.cards.includes('off');
  const cards = off
    ? []
    : makeCards(
        sections,
        written.cards,
        words,
        { deck, chaptersAreDecks: said === null, title, tags, hash, ofProject: isOfProject(source.path) },
        front.cards,
      );
  return {
    path: source.path,
    title,
    deck,
    tags,
    dialects: off ? [] : dialectsOf(written.cards, cards),
    cards,
    problems,
    emptyReason: cards.length > 0 ? null : whyEmpty(front, lines, problems),
  };
}

function makeCards(
  sections: readonly Section[],
  written: readonly DialectCard[],
  { language, vocabulary, properties, terms }: NoteWords,
  note: NoteFacts & { ofProject: boolean },
  choice: readonly string[],
): DraftCard[] {
  const names = new Set(sections.flatMap((section) => section.headings).flatMap(keyWords));
  const finish = new Finisher(note);
  let next = 0;
  for (const [i, section] of sections.entries()) {
    const until = sections[i + 1]?.line ?? Infinity;
    const own: JudgedDraft[] = [];
    for (let card = written[next]; card !== undefined && card.line < until; card = written[++next]) own.push(asDraft(card));
    finish.add(section, own);
  }
  const details = !dialectChoice(choice).forbid.has('details');
  for (const section of sections) {
    if (section.blocks.length === 0 || note.ofProject || isIncidental(section)) continue;
    const place: Place = {
      note: note.title,
      headings: section.headings,
      subject: section.subject,
      topic: section.topic,
      language,
      vocabulary,
      properties,
      terms,
      names,
    };
    const drafts = walkSection(section.blocks, place);
    const found = { cards: drafts.filter(({ reasons }) => reasons.length === 0).length, statements: countStatements(section.blocks) };
    finish.add(
      section,
      drafts.filter((draft) => (details || draft.rule !== 'details') && isConfident(draft, place, found)),
    );
  }
  return finish.cards;
}

function asDraft(card: DialectCard): JudgedDraft {
  const slot = `card ${slotOf(card.kind === 'cloze' ? card.text : card.front)}`;
  return {
    source: { line: card.line, endLine: card.endLine, text: tidy(card.text), slot, userId: card.userId, tags: card.tags },
    rule: card.dialect,
    kind: card.kind,
    front: card.front,
    back: card.back,
    part: card.part,
    own: true,
    schedule: card.schedule,
    // Both directions of a reversed card come from one text: siblings.
    item: `card ${slotOf(card.text)}`,
    reasons: judgeOwn(card.front, card.back),
    ...(card.deck === null ? {} : { deck: card.deck }),
  };
}

function dialectsOf(written: readonly DialectCard[], cards: readonly DraftCard[]): string[] {
  const seen = new Set(written.map((card) => dialectNames[card.dialect]));
  if (cards.some((card) => card.rule === 'details')) seen.add(dialectNames.details);
  return [...seen];
}

/** What is known of the words of a note, told when it is first asked for. */
interface NoteWords extends Pick<Place, 'language' | 'vocabulary' | 'properties' | 'terms'> {
  /** All running text in small letters: no headings, no code blocks. */
  prose: () => string;
}

function wordsOf(lines: readonly string[]): NoteWords {
  const language = detectLanguage(withoutFences(lines, 30_000));
  const ofEnglish = (make: () => Set<string>): Vocabulary => lazySet(() => (language === 'en' ? make() : new Set()));
  let running: string | null = null;
  /** A heading with capitals on all its words tells no names from words. */
  const text = (): string =>
    (running ??= withoutFences(
      lines.filter((line) => !line.startsWith('#')),
      Infinity,
    ));
  let prose: string | null = null;
  return {
    language,
    vocabulary: ofEnglish(() => smallWords(text())),
    properties: lazySet(() => (language === 'en' ? repeatedTerms(lines) : repeatedLabels(lines))),
    terms: ofEnglish(() => wordsOfTerms(lines)),
    prose: () => (prose ??= text().toLowerCase()),
  };
}

function lazySet(make: () => Set<string>): Vocabulary {
  let words: Set<string> | null = null;
  return { has: (word) => (words ??= make()).has(word) };
}

/** Terms of list items that come again and again are properties of what their sections are about. */
function repeatedTerms(lines: readonly string[]): Set<string> {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const term = /^\s*(?:[-*+]|\d+[.)])\s+\*\*([^*`]{2,30}?):?\*\*/
      .exec(line)?.[1]
      ?.trim()
      .replace(/^\p{Lu}(?=\p{Ll})| \p{Lu}(?=\p{Ll})/gu, (letter) => letter.toLowerCase());
    if (term !== undefined && /^[a-z]+(?: [a-z]+){0,2}$/.test(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return new Set([...counts].filter(([term, count]) => count >= (isBare(term) ? 3 : 5)).map(([term]) => term));
}

/** The same for a language of which the engine knows no words: marked or short names before a colon, in any case of letters. */
function repeatedLabels(lines: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const line of lines) {
    const found = /^\s*(?:[-*+]|\d+[.)])\s+(?:\*\*([^*`:：]{1,40})[:：]?\*\*|([^*`:：[\]]{1,20})[:：])/.exec(line);
    const label = (found?.[1] ?? found?.[2])?.trim().toLowerCase();
    if (label === undefined || label === '') continue;
    if (seen.has(label)) again.add(label);
    seen.add(label);
  }
  return again;
}

/** Words of what the note sets in bold or code at the start of a line or item. */
function wordsOfTerms(lines: readonly string[]): Set<string> {
  const words = new Set<string>();
  for (const line of lines) {
    const term = /^\s*(?:(?:[-*+]|\d+[.)])\s+)?(?:\*\*([^*]{2,50})\*\*|`([^`]{2,40})`)/.exec(line);
    for (const word of keyWords(term?.[1] ?? term?.[2] ?? '')) if (word.length > 2) words.add(word.replace(/s$/, '')).add(word);
  }
  return words;
}

/** Words written small in running text, and not with a capital inside a sentence; names in paths and code do not count. */
function smallWords(text: string): Set<string> {
  const words = new Set<string>();
  const names = new Set<string>();
  let from = -1;
  let code = false;
  for (let i = 0; i <= text.length; i++) {
    const char = i < text.length ? text.charCodeAt(i) : 10;
    if (char === 96) code = !code;
    if (char === 10) code = false;
    const small = char >= 97 && char <= 122;
    if ((small || (char >= 65 && char <= 90)) && !code) {
      if (from === -1) from = i === 0 || ' \n(\t"\''.includes(text.charAt(i - 1)) ? i : -2;
      continue;
    }
    if (from >= 0 && i - from > 1 && ' \n\t,.;:)"\'?!'.includes(text.charAt(i) || '\n')) {
      const word = text.slice(from, i);
      const lower = word.toLowerCase();
      if (word === lower) words.add(word);
      else if (from > 1 && /[a-z,] $/.test(text.slice(from - 2, from))) names.add(lower);
    }
    from = char === 45 || char === 47 || char === 46 || char === 95 || (char >= 48 && char <= 57) ? -2 : -1;
  }
  for (const name of names) words.delete(name);
  return words;
}

/** Files that tell of the repository they lie in: only cards written as cards are taken from them. */
const isOfProject = (path: string): boolean =>
  /(?:^|\/)(?:changelog|agents|claude|contributing|code[-_]of[-_]conduct|licen[cs]e|copilot-instructions|release[-_ ]?notes|pull_request_template)\.\w+$/i.test(
    path,
  );

/** What stands under "Example 1: …" or "References" is true of the example only, or elsewhere. */
const isIncidental = (section: Section): boolean =>
  /^(?:(?:\w+ ){0,2}examples?\b(?! of)|sample\b|lab\b|demo\b|references?$|resources$|(?:additional |further )?(?:reading|resources|links)\b|related\b|links?$|see also|table of contents|contents$|toc$|changelog|license|contributing|acknowledge?ments?|credits|exercises?\b|labs?\b|challenges?$|hands[- ]on\b|quiz|homework|assignments?\b|solutions?$|cleanup|success criteria|(?:expected|sample) output|next steps|study (?:plan|strateg)|about (?:me|this)|contact\b|get help|keep learning|community\b|training$|(?:recommended |essential |useful )?(?:books|courses|blogs|videos|articles|websites|tutorials|bibliography|further study)\b|q\s?\d*[.:)]\s|todo|epic\b|user stor(?:y|ies)\b|acceptance criteria|test cases?\b|disclaimer|roadmap|planned\b|milestones|practice (?:questions|exercises)|self[- ]check|(?:exemplos?|ejemplos?|exemples?|beispiele?|esempi[o]?)$|(?:referências?|referencias?|références|referenzen|quellen|bibliograf[ií]a|bibliographie|literatur|enlaces|ressources|recursos)$|(?:예시|예제|참고|참고 ?자료|참고 ?문헌|출처|例|示例|参考|参考资料|参考链接|参考文献|参照|参考文章)$)/i.test(
    section.headings.at(-1) ?? '',
  ) ||
  /[^?] examples?$|\b(?:references|bibliography|further reading|man(?:ual)? pages?(?: \w+)?|sources cited)$/i.test(
    section.headings.at(-1) ?? '',
  ) ||
  section.headings.some((heading) => /^(?:exercise|lab|challenge|hands-on|quiz|homework)\b/i.test(heading));

/** The deck the note says, else its folders and, below them, the note itself. */
function deckOf(path: string, said: string | null, title: string): string {
  const parts = (said?.split(/::|\//) ?? []).map(deckName).filter((part) => part !== '');
  if (parts.length > 0) return parts.join('::');
  const folders = path
    .split('/')
    .slice(0, -1)
    .map(deckName)
    .filter((part) => !/^\.*$/.test(part));
  const own = deckName(cleanHeading(title)) || deckName(prettyName(path)) || 'Notes';
  return (folders.at(-1)?.toLowerCase() === own.toLowerCase() ? folders : [...folders, own]).join('::');
}

function withoutFences(lines: readonly string[], enough: number): string {
  const kept: string[] = [];
  let length = 0;
  let inside = false;
  for (const line of lines) {
    if (/^\s*(```|~~~)/.test(line)) inside = !inside;
    else if (!inside) {
      kept.push(line);
      length += line.length;
      if (length > enough) break;
    }
  }
  return kept.join('\n');
}

function whyEmpty(front: FrontMatter, lines: readonly string[], problems: readonly Problem[]): string {
  if (front.cards.includes('off')) return 'Its front matter says "cards: off".';
  if (lines.every((line) => line.trim() === '')) return 'The note is empty.';
  if (problems.some((problem) => problem.severity === 'error')) return 'It could not be read; see its problems.';
  if (lines.filter((line) => line.trim() !== '' && !/^\s*#/.test(line)).length === 0) return 'It has headings but no text below them.';
  return 'Nothing in it reads as a fact to ask for: no terms, lists, steps, commands or plain statements.';
}
