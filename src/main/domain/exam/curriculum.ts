/**
 * What an exam asks for, as data: a YAML file with its domains, their weights and topics, its format, and where that was read and when.
 * The one of the CKA ships with the app (`decks/cka/curriculum.yaml`); any other exam can bring its own.
 */
import * as v from 'valibot';
import { LineCounter, isMap, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Document, Node } from 'yaml';

const text = v.pipe(v.string('must be text'), v.trim(), v.minLength(1, 'must not be empty'));
const words = v.optional(v.array(text), []);
const percent = v.pipe(v.number('must be a number'), v.minValue(0, 'must be 0 to 100'), v.maxValue(100, 'must be 0 to 100'));

const topic = v.strictObject({
  /** Unique in the file, e.g. `storage/storage-classes`. */
  id: text,
  title: text,
  /** Tags, each with those nested in it, that put a card here. */
  tags: words,
  /** Folders or files, as the Library shows them, that put a card here. */
  paths: words,
  /** Words that put a card here when its headings, its deck or its note's name have them. */
  words,
});

const domain = v.strictObject({
  id: text,
  title: text,
  /** Its share of the exam; the weights of a file make 100. */
  weightPercent: percent,
  topics: v.pipe(v.array(topic), v.minLength(1, 'must have at least one topic')),
});

const curriculum = v.strictObject({
  /** The exam's name, e.g. "Certified Kubernetes Administrator". */
  exam: text,
  short: text,
  /** The curriculum's version as its publisher names it. */
  version: text,
  /** The month it was read, `YYYY-MM`. */
  asOf: v.pipe(
    v.string('must be a month like "2026-03", in quotes'),
    v.regex(/^\d{4}-\d{2}$/, 'must be a month like "2026-03", in quotes'),
  ),
  source: v.pipe(text, v.url('must be an address')),
  format: v.strictObject({
    minutes: v.pipe(v.number('must be a number'), v.minValue(1, 'must be at least 1')),
    /** How many tasks it has, as its publisher says it, e.g. "15-20". */
    tasks: text,
    passPercent: percent,
    partialCredit: v.boolean('must be true or false'),
  }),
  domains: v.pipe(v.array(domain), v.minLength(1, 'must have at least one domain')),
});

export type Curriculum = v.InferOutput<typeof curriculum>;
export type Domain = Curriculum['domains'][number];
export type Topic = Domain['topics'][number];

/** What is wrong with a curriculum file: its 1-based line, what, and how to mend it. */
export interface CurriculumProblem {
  line: number;
  message: string;
  hint: string;
}

export type ReadCurriculum = { curriculum: Curriculum; problems: [] } | { curriculum: null; problems: CurriculumProblem[] };

/** Files of this length are no curriculum. */
const longest = 100_000;

/** The line of the nearest thing in the file on the way to a key. */
function lineOf(document: Document, keys: readonly (string | number)[], lines: LineCounter): number {
  let node: unknown = document.contents;
  let at = 1;
  const look = (found: unknown): void => {
    const range = (found as Node | null)?.range;
    if (range) at = lines.linePos(range[0]).line;
  };
  look(node);
  for (const key of keys) {
    if (!isMap(node) && !isSeq(node)) break;
    node = node.get(key, true);
    look(node);
  }
  return at;
}

/** Two things of one id, or weights that do not make 100: what no schema says. */
function contradictions({ domains }: Curriculum): { keys: (string | number)[]; message: string; hint: string }[] {
  const found: { keys: (string | number)[]; message: string; hint: string }[] = [];
  const total = domains.reduce((sum, { weightPercent }) => sum + weightPercent, 0);
  if (Math.abs(total - 100) > 0.5) {
    found.push({
      keys: ['domains'],
      message: `The weights of the domains make ${total} %, not 100 %.`,
      hint: 'Change `weightPercent` of the domains.',
    });
  }
  const ids = new Set<string>();
  domains.forEach((domain, d) => {
    [domain, ...domain.topics].forEach(({ id }, t) => {
      const keys = t === 0 ? ['domains', d, 'id'] : ['domains', d, 'topics', t - 1, 'id'];
      if (ids.has(id))
        found.push({ keys, message: `The id "${id}" is there twice.`, hint: 'Give each domain and topic an id of its own.' });
      ids.add(id);
    });
  });
  return found;
}

/** The first key that stands twice in the same place, and where; of two the file would say only the last. */
function twiceIn(document: Document): { key: string; at: number } | null {
  let twice: { key: string; at: number } | null = null;
  visit(document, {
    Map(_, { items }) {
      const keys = new Set<string>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (keys.has(name)) {
          twice = { key: name, at: key.range?.[0] ?? 0 };
          return visit.BREAK;
        }
        keys.add(name);
      }
      return undefined;
    },
  });
  return twice;
}

/** Reads a curriculum file; one that cannot be used is told with every reason and line. Never throws. */
export function readCurriculum(source: string): ReadCurriculum {
  if (source.length > longest) {
    return {
      curriculum: null,
      problems: [{ line: 1, message: 'The file is too long for a curriculum.', hint: 'Choose the curriculum file of the exam.' }],
    };
  }
  const lines = new LineCounter();
  // The library compares each key with each other one; twiceIn looks at each once.
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      line: lines.linePos(error.pos[0]).line,
      message: `The file is not valid YAML: ${error.message}`,
      hint: 'Mend this line; a text with a colon needs quotes.',
    }));
    return { curriculum: null, problems };
  }
  const twice = twiceIn(document);
  if (twice) {
    const line = lines.linePos(twice.at).line;
    return { curriculum: null, problems: [{ line, message: `"${twice.key}" is there twice.`, hint: 'Leave one of the two.' }] };
  }
  let data: unknown;
  try {
    // A few aliases are fine, a bomb of them is not.
    data = document.toJS({ maxAliasCount: 50 });
  } catch {
    return {
      curriculum: null,
      problems: [{ line: 1, message: 'The file repeats itself too often.', hint: 'Write its parts out instead of using aliases.' }],
    };
  }
  const parsed = v.safeParse(curriculum, data);
  if (!parsed.success) {
    const problems = parsed.issues.map((issue) => {
      const keys = (issue.path ?? []).map(({ key }) => key as string | number);
      return {
        line: lineOf(document, keys, lines),
        message: `${keys.join('.') || 'The file'}: ${issue.message}.`,
        hint: 'See decks/cka/curriculum.yaml for a curriculum that can be read.',
      };
    });
    return { curriculum: null, problems };
  }
  const problems = contradictions(parsed.output).map(({ keys, message, hint }) => ({ line: lineOf(document, keys, lines), message, hint }));
  return problems.length > 0 ? { curriculum: null, problems } : { curriculum: parsed.output, problems: [] };
}
