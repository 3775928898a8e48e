/** Headers of columns: which of them ask for nothing of the topic, and how the others are said in a question. */
import { lowerWords } from './table-wording.js';

/** Columns that lead to another part of the text. */
const elsewhere =
  /^(?:(?:likely |see |related |relevant |full )?(?:sections?|chapters?|chapter for .*|pages?|refs?|references?|sources?|links?|urls?|docs?|documentation|see also|introduced in|covered in|lab|status|done|notes?|comments?|remarks?))$|\b(?:section|chapter|§|status|examples?)$/i;

/** "Exam focus", "reflex answer", "mental model", "other": what the note does with its reader, or anything at all. */
const ofReader =
  /^(?:(?:\S+ )?(?:answers?|translation|mnemonics?|analog(?:y|ies)|one-liners?|giveaway.*|questions?|mental model)|exam\b.*|options|choices|(?:key|common|useful|popular|important) (?:flags|options|commands)|others?|misc(?:ellaneous)?|extras?)$/i;

/** "Main pro", "cons vs Beta": an opinion, mostly of two words. */
const ofOpinion = /^(?:main |key )?(?:pros?|cons?)(?: (?:vs\.?|versus|over|compared (?:to|with)) .+)?$/i;

/** Whether a column asks for something that can be known of its row. */
export const isAsking = (column: string, value: string): boolean => {
  const plain = column.replace(/\s*\([^()]*\)$/, '');
  return !elsewhere.test(plain) && !ofReader.test(plain) && !(ofOpinion.test(plain) && /^(?:[^\s\d`]+\s?){1,4}$/.test(value));
};

/** The header as it stands in a question: "# of hosts" is "number of hosts", "speed / type" is "speed or type". */
export const labelOf = (column: string): string =>
  lowerWords(
    column
      .replace(/\[\^[^\]]+\]/g, '')
      .replace(/\s*\((?:s|[^\p{L}\d()]*|[^()/&]*[/&][^()]*)\)$/u, '')
      .replace(/^(?:#|no\.|nr\.) of /i, 'number of '),
  )
    .replace(/^(\p{L}+)\s?\/\s?(\p{L}+)$/u, '$1 or $2')
    .replace(
      /^(?:one-line|one-sentence|plain|plain[- ]english|simple|short|quick|easy|basic) (?=(?:function|purpose|meaning|use|role|job)$)/,
      '',
    );

/** Last words of columns that are kinds of one thing. */
const kinds = /^(?:types?|modes?|class|plan|tier|model|method|approach|option|strategy|edition)$/i;

/** Words before a noun that make a column of what is told rather than of a thing. */
const ranks =
  /^(?:default|actual|recommended|min(?:imum)?|max(?:imum)?|old|new|current|expected|average|total|typical|common|usual|short|long|full|key|main|primary|secondary|first|second|possible|likely|base|start|end|source|destination)\b/i;

/** "EC2 Launch Type | Fargate Launch Type": columns that end in the same word are things of one kind. */
export function sharedKind(columns: readonly string[]): string | null {
  const last = columns.map((one) => /\s(\p{L}+)$/u.exec(one)?.[1]?.toLowerCase() ?? '');
  const [shared = ''] = last;
  return columns.length > 1 && shared !== '' && last.every((word) => word === shared) && !columns.some((one) => ranks.test(one))
    ? shared
    : null;
}

/** "EC2 Launch Type" is "the EC2 launch type" in a question. */
export function asThing(column: string, columns: readonly string[]): string {
  const shared = sharedKind(columns);
  if (shared === null || !kinds.test(shared) || !/^[\p{L}\d/ -]+$/u.test(column)) return column;
  const words = column.split(' ');
  const all = columns.map((one) => one.toLowerCase().split(' '));
  // Only what all columns end in is small: "the Fargate launch type".
  let count = 1;
  while (count < words.length && all.every((one) => one.at(-count - 1) === words.at(-count - 1)?.toLowerCase())) count++;
  return `the ${[...words.slice(0, -count), ...words.slice(-count).map((word) => word.toLowerCase())].join(' ')}`;
}
