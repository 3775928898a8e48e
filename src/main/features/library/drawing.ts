/** Is a drawing (SVG) one that a page can draw? A few lines of one can ask for more work than any computer does in a year. Pure. */

/** References once all are followed: a part that uses ten others, each of ten others, eight deep, is a hundred million. */
const mostReferences = 10_000;
/** Elements that cost time in each frame, or for each pixel. */
const heavy: readonly { tag: RegExp; most: number }[] = [
  { tag: /<(?:[\w-]+:)?(?:animate|animateMotion|animateTransform|set)[\s/>]/g, most: 50 },
  { tag: /<(?:[\w-]+:)?(?:filter|pattern|mask|foreignObject)[\s/>]/g, most: 50 },
];

/** Deeper than any program nests elements, or parts that use parts. */
const deepest = 500;

export function isDrawable(svg: string): boolean {
  if (hidesParts(svg) || heavy.some(({ tag, most }) => (svg.match(tag)?.length ?? 0) > most)) return false;
  const references = referencesOf(svg);
  return references !== null && expanded(references) <= mostReferences;
}

/** Does an entity stand for elements, or for other entities? What it brings in is not to be seen here. */
function hidesParts(svg: string): boolean {
  const from = svg.indexOf('<!ENTITY');
  if (from === -1) return false;
  const end = svg.indexOf(']>', from);
  return /[<&]/.test(svg.slice(from, end === -1 ? undefined : end).replaceAll('<!ENTITY', ''));
}

/** For each id what the element and everything in it refers to; under '' what the whole drawing does. Null where these are too many. */
function referencesOf(svg: string): Map<string, string[]> | null {
  const references = new Map<string, string[]>();
  /** The ids of the elements that are open; null for one without. */
  const open: (string | null)[] = [];
  let found = 0;
  for (const { isEnd, attributes } of tagsOf(svg)) {
    if (isEnd) {
      open.pop();
      continue;
    }
    open.push(/\sid\s*=\s*["']([^"']+)["']/.exec(attributes)?.[1] ?? null);
    const named = [...attributes.matchAll(/(?:href\s*=\s*["']\s*#|url\(\s*["']?#)([^"')\s]+)/g)].map(([, id = '']) => id);
    if (named.length > 0) {
      for (const id of new Set(['', ...open.filter((one) => one !== null)])) {
        references.set(id, [...(references.get(id) ?? []), ...named]);
        found += named.length;
      }
    }
    if (found > mostReferences || open.length > deepest) return null;
    if (attributes.endsWith('/')) open.pop();
  }
  return references;
}

/** What stands between `<` and `>` but is no element, and how it ends. */
const asides = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
] as const;

/** The tags of a document in their order, up to where it stops being one: what follows there is not drawn. Looks at each letter once. */
function* tagsOf(svg: string): Generator<{ isEnd: boolean; attributes: string }> {
  const tag = /<(\/?)[^\s"'<>/]+((?:"[^"]*"|'[^']*'|[^'"<>])*)>/y;
  for (let at = svg.indexOf('<'); at !== -1; at = svg.indexOf('<', tag.lastIndex)) {
    const aside = asides.find(([start]) => svg.startsWith(start, at));
    if (aside) {
      const end = svg.indexOf(aside[1], at);
      if (end === -1) return;
      tag.lastIndex = end + aside[1].length;
      continue;
    }
    tag.lastIndex = at;
    const [, slash, attributes = ''] = tag.exec(svg) ?? [];
    if (slash === undefined) return;
    yield { isEnd: slash === '/', attributes };
  }
}

/** How many references there are when each is followed to its end; endless where they go in a circle. */
function expanded(references: ReadonlyMap<string, readonly string[]>): number {
  const known = new Map<string, number>();
  const follow = (id: string, depth: number): number => {
    const before = known.get(id);
    if (before !== undefined) return before;
    if (depth > deepest) return Infinity;
    known.set(id, Infinity);
    let sum = 0;
    for (const next of references.get(id) ?? []) sum += 1 + follow(next, depth + 1);
    known.set(id, sum);
    return sum;
  };
  return follow('', 0);
}
