/** A Markdown file becomes cards. */
import type { DraftCard, NoteSource, ParsedNote, Problem } from './card.js';
import { readFrontMatter } from './front-matter.js';
import type { FrontMatter } from './front-matter.js';
import { hashText } from './hash.js';
import { detectLanguage } from './language.js';
import { readMarkdown } from './markdown.js';
import { outline } from './outline.js';
import type { Section } from './outline.js';
import { frontKey } from './quality.js';
import { lowerFirst } from './rules/front.js';
import type { Place } from './rules/rule.js';
import { cleanHeading, keyWords, mentions, prettyName, subjectOfPath } from './subject.js';
import { cleanText, squeeze } from './text.js';
import { walkSection } from './walk.js';
import type { JudgedDraft } from './walk.js';

/** Reads one note. Pure; never throws: what cannot be read becomes a problem. */
export function parseNote(source: NoteSource): ParsedNote {
  const front = readFrontMatter(cleanText(source.text));
  const document = readMarkdown(front.body);
  const name = subjectOfPath(source.path);
  const { title: heading, sections } = outline(document.blocks, front.title ?? name);
  const title = front.title ?? heading ?? name;
  const deck = deckOf(source.path, front, title);
  const problems = [...front.problems, ...document.problems].sort((a, b) => a.line - b.line);
  const cards = front.cards.includes('off') ? [] : makeCards(sections, document.lines, { deck, title, tags: front.tags });
  return {
    path: source.path,
    title,
    deck,
    tags: front.tags,
    dialects: [],
    cards,
    problems,
    emptyReason: cards.length > 0 ? null : whyEmpty(front, document.lines, problems),
  };
}

interface NoteFacts {
  title: string;
  deck: string;
  tags: readonly string[];
}

function makeCards(sections: readonly Section[], lines: readonly string[], note: NoteFacts): DraftCard[] {
  const language = detectLanguage(withoutFences(lines, 30_000));
  const vocabulary = new Set(language === 'en' ? smallWords(withoutFences(lines, Infinity)) : []);
  const names = new Set(sections.flatMap((section) => section.headings).flatMap(keyWords));
  const finish = new Finisher(note);
  for (const section of sections) {
    if (isIncidental(section)) continue;
    const place: Place = {
      note: note.title,
      headings: section.headings,
      subject: section.subject,
      topic: section.topic,
      language,
      vocabulary,
      names,
    };
    finish.section(section, walkSection(section.blocks, place));
  }
  return finish.cards;
}

/** Drafts of the whole note -> cards: evidence, unique fronts, unique slots. */
class Finisher {
  readonly cards: DraftCard[] = [];
  private readonly fronts = new Map<string, DraftCard>();
  private readonly slots = new Map<string, number>();
  private readonly hashes = new Map<string, string>();

  constructor(private readonly note: NoteFacts) {}

  section(section: Section, drafts: readonly JudgedDraft[]): void {
    const path = section.headings.join(' › ');
    const deck = section.chapter === null ? this.note.deck : `${this.note.deck}::${deckName(section.chapter)}`;
    for (const draft of drafts) {
      const first = this.fronts.get(frontKey(draft.front));
      const apart = first !== undefined && frontKey(first.back) !== frontKey(draft.back) && draft.own !== true;
      const front = apart ? withTopic(draft.front, section) : draft.front;
      const key = frontKey(front);
      const twin = this.fronts.get(key);
      if (twin !== undefined && frontKey(twin.back) === frontKey(draft.back)) continue;
      const slot = this.numbered(`${path} › ${draft.source.slot} › ${draft.part}`);
      const card: DraftCard = {
        kind: draft.kind,
        rule: draft.rule,
        front,
        back: draft.back,
        headings: section.headings,
        deck: draft.deck ?? deck,
        tags: [...new Set([...this.note.tags, ...draft.source.tags])],
        line: draft.source.line,
        endLine: Math.max(draft.source.line, draft.source.endLine),
        item: `${path} › ${draft.item}`,
        evidence: {
          spanHash: `${this.hash(draft.source.text)}/${draft.kind}/${draft.part}`,
          slot,
          text: squeeze(draft.source.text),
          userId: draft.source.userId,
        },
        reasons:
          twin === undefined || twin.reasons.length > 0
            ? draft.reasons
            : [...draft.reasons, `another card of this note asks the same (line ${twin.line})`],
        schedule: draft.schedule ?? null,
      };
      if (twin === undefined) this.fronts.set(key, card);
      this.cards.push(card);
    }
  }

  private numbered(slot: string): string {
    const count = (this.slots.get(slot) ?? 0) + 1;
    this.slots.set(slot, count);
    return count === 1 ? slot : `${slot} #${count}`;
  }

  /** Of the text as a person reads it: white space, emphasis and case do not count. */
  private hash(text: string): string {
    const normal = squeeze(text.toLowerCase());
    const known = this.hashes.get(normal);
    if (known !== undefined) return known;
    const hash = hashText(normal);
    this.hashes.set(normal, hash);
    return hash;
  }
}

/** What stands under "Example 1: …" or "References" is true of the example only, or elsewhere. */
const isIncidental = (section: Section): boolean =>
  /^(?:(?:\w+ ){0,2}examples?\b(?! of)|sample\b|lab\b|demo\b|references?$|resources$|(?:additional |further )?(?:reading|resources|links)\b|related\b|links?$|see also|table of contents|contents$|toc$|changelog|license|contributing|acknowledge?ments?|credits)/i.test(
    section.headings.at(-1) ?? '',
  );

/** Tells two like questions apart by the heading they stand under. */
function withTopic(front: string, section: Section): string {
  const topic = section.topic ?? section.headings.at(-1);
  if (topic === undefined || front.toLowerCase().includes(topic.toLowerCase())) return front;
  const prefix = `${section.subject}: `.toLowerCase();
  if (front.toLowerCase().startsWith(prefix)) return `${section.subject}, ${topic}: ${front.slice(prefix.length)}`;
  const name = mentions(topic, section.subject) ? topic : `${section.subject}, ${topic}`;
  return `${name}: ${lowerFirst(front)}`;
}

const deckName = (text: string): string => squeeze(text.replaceAll('`', '').replaceAll('::', ' ')).slice(0, 80);

/** The deck the note says, else its folders; below it the note itself. */
function deckOf(path: string, front: FrontMatter, title: string): string {
  if (front.deck !== null)
    return front.deck
      .split(/::|\//)
      .map(deckName)
      .filter((part) => part !== '')
      .join('::');
  const folders = path
    .split('/')
    .slice(0, -1)
    .map(deckName)
    .filter((part) => part !== '' && part !== '.' && part !== '..');
  const own = deckName(cleanHeading(title)) || deckName(prettyName(path));
  return (folders.at(-1)?.toLowerCase() === own.toLowerCase() ? folders : [...folders, own]).join('::');
}

/** Words written small in running text; names in paths and code do not count. */
const smallWords = (text: string): string[] => text.replace(/`[^`\n]*`/g, '`').match(/(?<=[\s("'])[a-z]{2,}(?=[\s,.;:)"'?!])/g) ?? [];

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
