/** A Markdown file becomes cards. */
import type { NoteSource, ParsedNote, Problem } from './card.js';
import { droppedLine, readConflicts } from './conflicts.js';
import { dialectNames } from './dialects/dialect.js';
import type { DialectCard } from './dialects/dialect.js';
import { readDialects } from './dialects/index.js';
import { prettyName, subjectOfPath } from './file-name.js';
import { deckName } from './finish-cards.js';
import { readFrontMatter } from './front-matter.js';
import type { FrontMatter } from './front-matter.js';
import { hashText } from './hash.js';
import { makeCards } from './make-cards.js';
import { readMarkdown } from './markdown.js';
import { wordsOf } from './note-words.js';
import { tellsOfOneCase } from './one-case.js';
import { outline } from './outline.js';
import { SpanHashes } from './span-hashes.js';
import { cleanHeading, keyWords } from './subject.js';
import { cleanText } from './text.js';

/**
 * Reads one note. Pure; never throws: what cannot be read becomes a problem.
 * @param hash gives the same as `hashText`; a platform may have a quicker one
 */
export function parseNote(source: NoteSource, hash = hashText): ParsedNote {
  const conflicts = readConflicts(cleanText(source.text));
  const front = readFrontMatter(conflicts.text);
  const lines = front.body.split('\n');
  const written = readDialects(
    lines.map((line, i) => (conflicts.dropped.has(i + 1) ? droppedLine : line)),
    front.cards,
    front.toml,
  );
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
  const problems = [...conflicts.problems, ...front.problems, ...written.problems, ...document.problems].sort((a, b) => a.line - b.line);
  const off = front.cards.includes('off');
  const hashes = new SpanHashes(hash);
  const { studied = new Set() } = source;
  const cards = off
    ? []
    : makeCards(
        {
          sections,
          written: written.cards,
          words,
          isStudied: studied.size === 0 ? null : (draft) => studied.has(hashes.of(draft)),
          readsText: !tellsOfOneCase(source.path, title, new Set(sections.flatMap((section) => section.headings))),
          answered: written.answered,
        },
        { deck, chaptersAreDecks: said === null, title, tags, hashes },
      );
  return {
    path: source.path,
    title,
    deck,
    tags,
    dialects: off ? [] : dialectsOf(written.cards),
    cards,
    problems,
    emptyReason: cards.length > 0 ? null : whyEmpty(front, lines, problems),
  };
}

const dialectsOf = (written: readonly DialectCard[]): string[] => [...new Set(written.map((card) => dialectNames[card.dialect]))];

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

function whyEmpty(front: FrontMatter, lines: readonly string[], problems: readonly Problem[]): string {
  if (front.cards.includes('off')) return 'Its front matter says "cards: off".';
  if (lines.every((line) => line.trim() === '')) return 'The note is empty.';
  if (problems.some((problem) => problem.severity === 'error')) return 'It could not be read; see its problems.';
  if (lines.filter((line) => line.trim() !== '' && !/^\s*#/.test(line)).length === 0) return 'It has headings but no text below them.';
  return 'Nothing in it reads as a fact to ask for: no terms, lists, steps, commands or plain statements.';
}
