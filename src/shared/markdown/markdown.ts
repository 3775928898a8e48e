/**
 * The Markdown that notes are written in, known once: the reader of notes and the window parse with the same rules, so that what the
 * one cuts into cards is what the other draws. Each extension beside this file is one thing that notes write beyond CommonMark.
 */
import Parser from 'markdown-it';
import type { MarkdownIt } from 'markdown-it';
import { bullets } from './bullets.js';
import { callouts } from './callouts.js';
import { comments } from './comments.js';
import { details } from './details.js';
import { dressing } from './dressing.js';
import { footnotes } from './footnotes.js';
import { formulas } from './formulas.js';
import { highlights } from './highlights.js';
import { tasks } from './tasks.js';
import { wikiLinks } from './wiki-links.js';

const extensions = [bullets, comments, formulas, wikiLinks, footnotes, highlights, dressing, details, callouts, tasks];

/**
 * A parser of notes.
 * @param of `note`: a whole file, in which blocks of HTML and definitions of links are no text. `card`: a stretch of a note that
 * somebody wants to read, of which nothing may disappear and no HTML may act.
 */
export function createMarkdown(of: 'note' | 'card'): MarkdownIt {
  const markdown = new Parser({ html: of === 'note', linkify: false, typographer: false });
  if (of === 'card') markdown.disable(['reference']);
  for (const extend of extensions) extend(markdown);
  return markdown;
}
