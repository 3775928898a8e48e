/** What a note is made of. Lines are 1-based lines of the file. */

export type MarkKind = 'code' | 'bold' | 'italic' | 'link' | 'highlight' | 'strike';

/** A marked stretch of an inline text, as offsets into it. Code includes its backticks. */
export interface Mark {
  kind: MarkKind;
  start: number;
  end: number;
  /** Where a link leads; none for a link to another note by its name. */
  address?: string;
}

export interface Image {
  alt: string;
  source: string;
}

/** A run of text: emphasis and links are taken off into marks, code stays in backticks, lines are parted by `\n`. */
export interface Inline {
  text: string;
  marks: readonly Mark[];
  /** Line of the first character; each `\n` in the text is one line further. */
  line: number;
  images: readonly Image[];
  /** Obsidian `#tags` that stood at the edge of a line. */
  tags: readonly string[];
  /** HTML comments, without their delimiters. */
  comments: readonly string[];
  /** A block id (`^id`) at the end. */
  blockId: string | null;
}

interface Span {
  line: number;
  endLine: number;
}

export interface Heading extends Span {
  type: 'heading';
  level: number;
  inline: Inline;
}
export interface Paragraph extends Span {
  type: 'paragraph';
  inline: Inline;
}
export interface ListItem extends Span {
  /** The item's own text. */
  inline: Inline;
  /** Whatever stands below it: sub-lists, fences, further paragraphs. */
  children: readonly Block[];
  /** `[ ]` or `[x]` stood before the text. */
  task: boolean;
}
export interface List extends Span {
  type: 'list';
  ordered: boolean;
  items: readonly ListItem[];
}
export interface Fence extends Span {
  type: 'fence';
  language: string;
  /** Lines of code; the first is file line `firstLine`. */
  lines: readonly string[];
  firstLine: number;
}
export interface TableRow {
  line: number;
  cells: readonly Inline[];
}
export interface Table extends Span {
  type: 'table';
  header: readonly Inline[];
  rows: readonly TableRow[];
}
export interface Quote extends Span {
  type: 'quote';
  /** `note` of `> [!note] Title`; null for a plain quote. */
  callout: string | null;
  title: string;
  blocks: readonly Block[];
}
/** What a note folds away below a summary. */
export interface Details extends Span {
  type: 'details';
  blocks: readonly Block[];
}
export interface Rule extends Span {
  type: 'rule';
}
/** HTML that is none of the above; kept for its comments. */
export interface Html extends Span {
  type: 'html';
  content: string;
}

export type Block = Heading | Paragraph | List | Fence | Table | Quote | Details | Rule | Html;
