/** Blocks -> sections: each run of text with the headings above it, the subject they name, and the deck it belongs to. */
import type { Block, Heading, Inline, Paragraph } from './blocks.js';
import { baseOf } from './english/verbs.js';
import { isAll } from './inline.js';
import { cleanHeading, isBare, mentions, subjectOf } from './subject.js';
import { countWords } from './text.js';

export interface Section {
  /** Line of its heading; 1 for text before the first heading. */
  line: number;
  /** Headings from the top to here, cleaned. */
  headings: readonly string[];
  /** The nearest thing a heading names: what fronts must mention. */
  subject: string;
  /** The nearest heading where it says nothing alone ("Working Modes"); null when the subject's own heading is nearest. */
  topic: string | null;
  /** Heading of the note's first level below its title, when it names something; null elsewhere. */
  chapter: string | null;
  blocks: readonly Block[];
}

export interface Outline {
  /** The one heading that titles the whole note, or null. */
  title: string | null;
  sections: Section[];
}

interface Open {
  level: number;
  text: string;
}

const pseudoLevel = 7;

/** `name` stands in as the subject where no heading names one. */
export function outline(blocks: readonly Block[], name: string, wording: Wording): Outline {
  const flat = blocks.flatMap((block, i) => [pseudoHeading(block, blocks[i + 1]) ?? block]);
  const levels = flat.filter((block) => block.type === 'heading').map((heading) => heading.level);
  const title = titleOf(flat);
  const chapterLevel = Math.min(...levels.filter((level, i) => level < pseudoLevel && !(title !== null && i === 0)), 99);
  const sections: Section[] = [];
  let open: Open[] = [];
  let current: Block[] = [];
  let line = 1;
  const close = (): void => {
    sections.push({ ...place(open, { title, name, chapterLevel, wording }), line, blocks: current });
    current = [];
  };
  for (const block of flat) {
    if (block.type !== 'heading') {
      current.push(block);
      continue;
    }
    close();
    line = block.line;
    open = open.filter((one) => one.level < block.level);
    const text = cleanHeading(block.inline.text);
    if (text !== '') open = [...open, { level: block.level, text }];
  }
  close();
  return { title, sections };
}

/** The first heading, when no other stands as high. */
function titleOf(blocks: readonly Block[]): string | null {
  // What stands before a small heading is not about it.
  const opening = blocks[0];
  if (opening?.type !== 'heading' && blocks.find((block) => block.type === 'heading')?.level !== 1) return null;
  const headings = blocks.filter((block): block is Heading => block.type === 'heading' && block.level < pseudoLevel);
  const [first, ...rest] = headings;
  if (first === undefined || rest.some((heading) => heading.level <= first.level)) return null;
  const text = cleanHeading(first.inline.text);
  return text === '' ? null : text;
}

interface Note {
  title: string | null;
  /** Stands in for a title. */
  name: string;
  chapterLevel: number;
  wording: Wording;
}

function place(open: readonly Open[], { title, name, chapterLevel, wording }: Note): Omit<Section, 'blocks' | 'line'> {
  const headings = open.map((one) => one.text);
  let subject: string | null = null;
  let topic: string | null = null;
  const owners: string[] = [];
  for (const { text } of open) {
    const found = subjectOf(text);
    const known =
      found.subject === null
        ? undefined
        : owners.find((owner) => mentions(owner, found.subject ?? '') || mentions(found.subject ?? '', owner));
    if (found.subject === null) topic = found.topic;
    else {
      // "Functions of the Kube Scheduler" below "Kube Scheduler": the shorter name of the same thing.
      subject = found.topic !== null && known !== undefined ? known : found.subject;
      topic = found.topic;
      owners.push(subject);
    }
  }
  const own = subject ?? (title !== null && !isBare(title) ? (subjectOf(title).subject ?? title) : (subjectOf(name).subject ?? name));
  const chapter = open.find((one) => one.level === chapterLevel)?.text ?? null;
  const titled = title ?? name;
  return {
    headings,
    subject: qualified(own, owners, [titled, name], wording),
    topic,
    chapter: chapter === null || isBare(chapter) || mentions(titled, subjectOf(chapter).subject ?? chapter) ? null : chapter,
  };
}

/** What the running text of the note says of words. */
export interface Wording {
  /** Is this word, in lower case, an ordinary one, written small in the note? Null where capitals tell no names from words. */
  isOrdinary: ((word: string) => boolean) | null;
  /** Does the text outside headings speak of what this name is about? The title of a course it never mentions owns nothing. */
  speaksOf: (name: string) => boolean;
}

/**
 * "Filtering" under "Scheduler", "Limits and Quotas" under "AWS Lambda" need their owner; "NodePort" or "Kube Scheduler" stand alone. The
 * owner is the nearest heading above that stands alone, else what the note is called where its text is about that.
 * @param titles What the note is called: by its heading, by its file.
 */
function qualified(subject: string, owners: readonly string[], titles: readonly string[], wording: Wording): string {
  if (standsAlone(subject, wording)) return subject;
  const owner = wording.isOrdinary === null ? owners.at(-2) : ownerOf(subject, owners.slice(0, -1), titles, wording);
  if (owner === undefined || mentions(subject, owner) || mentions(owner, subject) || countWords(owner) > 5) return subject;
  return `${owner}, ${subject}`;
}

function ownerOf(subject: string, above: readonly string[], titles: readonly string[], wording: Wording): string | undefined {
  const called = titles.map((title) => subjectOf(title).subject ?? '').filter((name) => name !== '' && !mentions(subject, name));
  const owns = (name: string): boolean => countWords(name) <= 5 && (!called.includes(name) || wording.speaksOf(name));
  const named = above.findLast((name) => owns(name) && standsAlone(name, wording));
  return named ?? above.find(owns) ?? called.find((name) => owns(name) && countWords(name) <= 4);
}

/** Whether a name says what it is about wherever it stands: it holds a code, an acronym, or a word that is no ordinary one. */
function standsAlone(name: string, { isOrdinary }: Wording): boolean {
  if (/`|\p{Lu}{2}|\p{Ll}\p{Lu}|\d|\p{Ll}-\p{Ll}/u.test(name)) return true;
  if (isOrdinary === null) return isInCapitals(name);
  return name.split(/[\s/&,()]+/).some((word) => {
    if (!/^\p{Lu}\p{Ll}+$/u.test(word) || isBare(word) || abstract.test(word)) return false;
    const small = word.toLowerCase();
    return ![small, small.replace(/s$/, ''), `${small}s`].some(isOrdinary) && baseOf(small) === undefined;
  });
}

/** "Kube Scheduler", "Diagrama de Classes": nothing but names and the small words between them. */
function isInCapitals(name: string): boolean {
  if (countWords(name) === 1) return /^\p{Lu}\p{Ll}+$/u.test(name) && !abstract.test(name);
  return name.split(' ').every((word) => /^[\p{Lu}(&]|^(?:of|and|the|for|in|to|or|with)$/u.test(word));
}

/** Endings of words for qualities and doings. */
const abstract = /(?:ing|tion|sion|ment|ity|ness|ance|ence)s?$/i;

/** `**1. Title:**` alone in a paragraph, or a short line that ends with a colon before prose, heads what follows. */
function pseudoHeading(block: Block, next: Block | undefined): Heading | null {
  if (block.type !== 'paragraph' || next === undefined || next.type === 'heading') return null;
  const { inline } = block;
  if (inline.text.includes('\n') || countWords(inline.text) > 9) return null;
  if (isAll(inline, 'bold') && !/[.!,;]$/.test(inline.text.replace(/^\d+\.\s*/, ''))) return heading(block, inline, pseudoLevel);
  return isTitleLine(inline.text) ? heading(block, inline, pseudoLevel + 1) : null;
}

/** "Key Components of DNS:" */
const isTitleLine = (text: string): boolean => {
  const title = /^(?:\d+[.)]\s+)?(\p{Lu}[^.;!?`:]{2,60}):$/u.exec(text.trim())?.[1];
  if (title === undefined || /\b(?:is|are|was|were|can|must|you|we|it|the following|below|these|this)\b/i.test(title)) return false;
  return (
    isBare(title) ||
    subjectOf(title).topic !== null ||
    title.split(' ').every((word) => /^[\p{Lu}\d(&]|^(?:of|the|a|an|in|for|to|and|or|on|with|vs|by|at|from)$/u.test(word))
  );
};

const heading = (block: Paragraph, inline: Inline, level: number): Heading => ({
  type: 'heading',
  level,
  inline,
  line: block.line,
  endLine: block.endLine,
});
