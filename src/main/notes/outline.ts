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
export function outline(blocks: readonly Block[], name: string): Outline {
  const flat = blocks.flatMap((block, i) => [pseudoHeading(block, blocks[i + 1]) ?? block]);
  const levels = flat.filter((block) => block.type === 'heading').map((heading) => heading.level);
  const title = titleOf(flat);
  const chapterLevel = Math.min(...levels.filter((level, i) => level < pseudoLevel && !(title !== null && i === 0)), 99);
  const sections: Section[] = [];
  let open: Open[] = [];
  let current: Block[] = [];
  let line = 1;
  const close = (): void => {
    sections.push({ ...place(open, title, name, chapterLevel), line, blocks: current });
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
  const headings = blocks.filter((block): block is Heading => block.type === 'heading' && block.level < pseudoLevel);
  const [first, ...rest] = headings;
  if (first === undefined || rest.some((heading) => heading.level <= first.level)) return null;
  const text = cleanHeading(first.inline.text);
  return text === '' ? null : text;
}

function place(open: readonly Open[], title: string | null, name: string, chapterLevel: number): Omit<Section, 'blocks' | 'line'> {
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
    subject: qualified(own, owners),
    topic,
    chapter: chapter === null || isBare(chapter) || mentions(titled, subjectOf(chapter).subject ?? chapter) ? null : chapter,
  };
}

/** "Filtering" under "Scheduler" needs its parent; "NodePort" or "Kube Scheduler" stand alone. */
function qualified(subject: string, owners: readonly string[]): string {
  const parent = owners.at(-2);
  if (parent === undefined || mentions(subject, parent) || mentions(parent, subject) || countWords(parent) > 5) return subject;
  const single =
    countWords(subject) === 1 &&
    /^\p{Lu}\p{Ll}+$/u.test(subject) &&
    baseOf(subject.toLowerCase()) === undefined &&
    !/(ing|tion|sion|ment|ity|ness|ance|ence)s?$/i.test(subject);
  const proper =
    single ||
    /`|\p{Lu}{2,}|\p{Ll}\p{Lu}|\d|-/u.test(subject) ||
    (countWords(subject) > 1 && subject.split(' ').every((word) => /^[\p{Lu}(&]|^(of|and|the|for|in|to|or|with)$/u.test(word)));
  return proper ? subject : `${parent}, ${subject}`;
}

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
