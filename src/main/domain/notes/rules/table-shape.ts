/** How a table is to be read: which of row and column is the thing, and which is told of it. */
import type { Table } from '../blocks.js';
import { isBare, mentions } from '../subject.js';
import { purposeOf } from './command-purpose.js';
import type { Place } from '../rule.js';
import { sharedKind } from './table-labels.js';
import { isLabelOnly } from './table-wording.js';

/**
 * `properties`: each row is a thing, the columns are told of it. `things`: the columns are things, each row a property.
 * `tools`: the columns are programs, each cell the command with which one of them does what the row says.
 * `pairs`: every column is a thing and no cell says which property its row is about.
 */
export type Shape = 'properties' | 'things' | 'pairs' | 'tools';

/** Headers over the names of properties: "Feature | TCP | UDP". */
const ofProperties =
  /^(?:|features?|aspects?|propert(?:y|ies)|criteri(?:a|on)|attributes?|characteristics?|traits?|parameters?|factors?|comparison|metrics?|dimensions?|points?|category|area|topic|basis.*|item|capability|concern|question|requirements?|differences?)$/i;

/** Columns that tell something of a row, and are no things that rows compare. */
const telling =
  /(?:^|\s)(?:impacts?|challenges?|effects?|descriptions?|values?|purposes?|benefits?|advantages?|disadvantages?|notes?|solutions?|causes?|examples?|meanings?|requirements?|use|usage|cases?|details?|behaviou?r|defaults?|types?|limits?|sizes?|commands?|issues?|problems?|symptoms?|recommended|status|approach|tools?|services?|strateg(?:y|ies)|tips?|remarks?|comments?|score|rating|why|how|answer|result|settings?|options?|definition|action|fix|reason|summary|scope|level|range|format|unit|units|directives?|parameters?|keywords?)(?:\(s\))?$/i;

export function shapeOf({ header, rows }: Table, { headings, note }: Place): Shape {
  const [first = '', ...others] = header.map((cell) => cell.text.trim());
  const title = [note, ...headings.slice(-2)]
    .filter((text) => /\bvs?\.?\b|\bversus\b|\b(?:differences?|comparison|comparing|compared)\b/i.test(text))
    .join(' ');
  const inTitle = (name: string): boolean => title !== '' && name !== '' && mentions(title, name);
  if (areSides(first, others)) return 'pairs';
  if (
    !ofProperties.test(first) &&
    ((inTitle(first) && others.some(inTitle)) || areSiblings(first, others) || areEquivalents(first, others, rows))
  )
    return 'pairs';
  if (isSideBySide(first, others, rows)) return 'pairs';
  if (others.length < 2) return tellsOfOne(first, others[0] ?? '', [note, ...headings]) ? 'things' : 'properties';
  if (areTools(others, rows)) return 'tools';
  // "Parameter | Required": rows that are codes or numbers are things, whatever stands above them.
  if (first !== '' && rows.filter(({ cells }) => isMarked(cells[0]?.text.trim() ?? '')).length > rows.length / 2) return 'properties';
  // "Best for" as the name of a row: nothing is best for it.
  if (ofProperties.test(first) && (sharedKind(others) !== null || rows.some(({ cells }) => isLabelOnly(cells[0]?.text.trim() ?? ''))))
    return 'things';
  // "IDS ve IPS": the heading names what the columns are, in whatever language.
  const above = [note, ...headings.slice(-2)].join(' | ');
  if (others.every((one) => /^\p{Lu}[\p{L}\d]*\p{Lu}[\d/.]*$/u.test(one) && mentions(above, one))) return 'things';
  // Commands of several programs for the same tasks, or the things of the title under any first header.
  if (others.filter((one) => inTitle(one) || one.split(/\s?\/\s?/).some(inTitle)).length > 1) return 'things';
  const tell = others.filter((one) => telling.test(one) || qualities.test(one) || asking.test(one)).length;
  if (ofProperties.test(first)) return tell > others.length / 2 ? 'properties' : 'things';
  const properties = rows.filter(({ cells }) => isProperty(cells[0]?.text.trim() ?? '')).length;
  return tell === 0 && !others.some(isBare) && properties > rows.length / 3 ? 'things' : 'properties';
}

/** "Field | UDP" below "UDP": the one column is the thing that the note is about. */
const tellsOfOne = (first: string, other: string, above: readonly string[]): boolean =>
  first !== '' &&
  other.length > 1 &&
  !isBare(other) &&
  !telling.test(other) &&
  traits.test(first) &&
  above.some((one) => mentions(one, other.replace(/^(?:typical|common|usual|classic|standard)\s/i, '')));
const traits = /^(?:features?|aspects?|propert(?:y|ies)|attributes?|characteristics?|traits?|fields?)$/i;

/** "Use on", "What happens": the beginning of a sentence about the row. */
const asking = /^(?:what|when|where|why|how|who|which|use|used|best|good|managed|can|is|are|needs?|supports?|works?|runs?)\b/i;

/** "Ease of use", "Cost": told of a thing, and no thing itself. */
const isProperty = (name: string): boolean => /^[\p{L} -]+$/u.test(name) && (isBare(name) || telling.test(name) || qualities.test(name));
const qualities =
  /\b(?:mechanisms?|names?|methods?|models?|support|performance|security|scalability|complexity|availability|reliability|speed|management|compatibility|costs?|pricing|distances?|lengths?|frequency|bandwidth|throughput|latency)$/i;

/** Under two or more names, commands beside what is to be done. */
function areTools(others: readonly string[], rows: Table['rows']): boolean {
  if (others.some((one) => one === '' || telling.test(one) || isBare(one))) return false;
  const done = rows.filter(({ cells }) => purposeOf(cells[0]?.text.trim() ?? '') !== null).length;
  return (
    done > rows.length / 2 &&
    others.filter((_, i) => rows.filter(({ cells }) => /^`[^`]+`/.test(cells[i + 1]?.text.trim() ?? '')).length > rows.length / 2).length >
      1
  );
}

/** "`rootPath`", "CAT 5": a name, and no property of something. */
const isMarked = (name: string): boolean => /^`[^`]+`$|^-{1,2}\w|\p{L}[ -]?\d/u.test(name);

/** "Advantages | Disadvantages": two lists side by side, whose rows have nothing to do with each other. */
const areSides = (first: string, others: readonly string[]): boolean =>
  others.length === 1 &&
  /^(?:advantages|benefits|pros|do'?s)\b/i.test(first) &&
  /^(?:\w+advantages|drawbacks|limitations|cons|don'?t'?s)\b/i.test(others[0] ?? '');

/** "Slow boot": how something is, and no name of it. */
const quality =
  /^(?:slow|fast|heavy|light|high|low|more|less|fixed|flexible|full|no|complex|simple|easy|hard|expensive|cheap|large|small)(?:er)?(?:\s|$)/i;

/** "Virtual machine | Container": two things side by side, and the rows are what is so of each. */
const isSideBySide = (first: string, others: readonly string[], rows: Table['rows']): boolean =>
  others.length === 1 &&
  !telling.test(others[0] ?? '') &&
  !ofProperties.test(first) &&
  ((sharedKind([first, ...others]) !== null && rows.filter(({ cells }) => /[`\d]/.test(cells[0]?.text ?? '')).length < rows.length / 2) ||
    rows.filter(({ cells }) => quality.test(cells[0]?.text.trim() ?? '') && !/[`\d]/.test(cells[0]?.text ?? '')).length > rows.length / 4);

/** "TCP | UDP", "RIPv1 | RIPv2": names of one kind side by side. */
function areSiblings(first: string, others: readonly string[]): boolean {
  const acronyms =
    others.length === 1 &&
    [first, ...others].every((name) => /^\p{Lu}{3,5}$/u.test(name) && !/^(?:URL|CIDR|PID|ASN|RFC|ISO|OUI|DNS|MAC)$/.test(name));
  const stem = /^(\p{Lu}[\p{L}\s]{1,12}?)\s?v?\d$/u.exec(first)?.[1];
  return acronyms || (stem !== undefined && others.length > 0 && others.every((name) => name.startsWith(stem)));
}

/** Commands of one program beside those of another. */
const areEquivalents = (first: string, others: readonly string[], rows: Table['rows']): boolean =>
  others.length === 1 &&
  first !== '' &&
  rows.every(({ cells }) => [first, others[0] ?? ''].every((name, i) => cells[i]?.text.startsWith(`\`${name} `) === true));

/** Names of rows that stand there more than once: what is told of one of them is not told of the other. */
export function repeatedNames({ rows }: Table): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const row of rows) {
    const name = (row.cells[0]?.text ?? '').trim();
    if (seen.has(name)) twice.add(name);
    seen.add(name);
  }
  return twice;
}
