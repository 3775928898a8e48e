/** What Markdown becomes before it is drawn. */

/** A piece of rendered text: a string, or an element with what little it may carry. */
export type Node = string | ElementNode;

export interface ElementNode {
  tag:
    | 'p'
    | 'ul'
    | 'ol'
    | 'li'
    | 'blockquote'
    | 'pre'
    | 'code'
    | 'em'
    | 'strong'
    | 's'
    | 'u'
    | 'kbd'
    | 'mark'
    | 'sub'
    | 'sup'
    | 'span'
    | 'br'
    | 'hr'
    | 'div'
    | 'table'
    | 'thead'
    | 'tbody'
    | 'tr'
    | 'th'
    | 'td'
    /** Text with an address behind it. */
    | 'link'
    /** Its children are the words for it. */
    | 'image'
    /** Its child is TeX. */
    | 'formula'
    /** The box of a to-do item. */
    | 'task';
  class?: string;
  /** First number of an ordered list. */
  start?: number;
  /** Language of a code fence, as written in the note. */
  language?: string;
  /** Where a link leads, or an image lies, as written in the note. */
  address?: string;
  /** Width of an image in pixels, as the note wants it. */
  width?: number;
  /** A formula on a line of its own. */
  isDisplay?: boolean;
  /** Code whose end is not there, because the text was too long to be drawn whole. */
  isCut?: boolean;
  /** A task that is done. */
  isDone?: boolean;
  children: Node[];
}
