/** The words of a kubectl command behind its flags: `get po web`, `get pod/web` and `get pods web` say the same. */
import { areBuiltIn, resourceName, resourceNames } from './kubectl-names.js';
import { part } from './parts.js';
import type { Part, Written } from './parts.js';
import type { Word } from './shell/lexer.js';
import { isSlip } from './words/slips.js';

/** Verbs whose objects come as `TYPE NAME…` or `TYPE/NAME…`. */
const onResources = new Set(
  'get describe delete edit scale patch wait label annotate taint expose autoscale replace top rollout set events'.split(' '),
);
/** Verbs with a verb of their own behind them: `rollout undo`. */
const twoWords = new Set(['rollout', 'set', 'auth', 'config', 'certificate', 'certs', 'plugin', 'cluster-info', 'apply', 'create']);
/** Verbs that change `key=value` pairs of what they are given. */
const onPairs = new Set(['label', 'annotate', 'taint', 'set']);
/** What a bare name is for these verbs. */
const defaultTypes: ReadonlyMap<string, string> = new Map([
  ['logs', 'pods'],
  ['exec', 'pods'],
  ['attach', 'pods'],
  ['port-forward', 'pods'],
  ['debug', 'pods'],
  ['cordon', 'nodes'],
  ['uncordon', 'nodes'],
  ['drain', 'nodes'],
]);
/** Verbs with further words behind the one object. */
const oneObject = new Set(['logs', 'exec', 'attach', 'port-forward', 'debug']);

/** Parts of the plain words of a kubectl command, its verb first. `known`: the words its commands are made of; a misspelt verb is read as one. */
export function kubectlWords(words: readonly Word[], known: ReadonlySet<string>): Part[] {
  const [verb, ...rest] = words;
  if (!verb) return [];
  const isKnown = known.has(verb.value);
  const verbs = [plain(verb, verb.value, isKnown)];
  const name = isKnown ? verb.value : ([...known].find((one) => isSlip(one, verb.value)) ?? verb.value);
  if (name === 'create') return [...verbs, ...created(rest, known)];
  if (name === 'explain') return [...verbs, ...rest.map((word) => plain(word, fieldPath(word.value)))];
  if (name === 'auth') return [...verbs, ...rest.map((word, i) => plain(word, i === 2 ? typeOf(word.value) : word.value))];
  if (name === 'api-resources' || !(onResources.has(name) || defaultTypes.has(name))) {
    return [...verbs, ...rest.map((word, i) => plain(word, filePath(word.value), i === 0 && twoWords.has(name) && known.has(word.value)))];
  }
  const second = twoWords.has(name) ? rest.shift() : undefined;
  if (second) verbs.push(plain(second, second.value, known.has(second.value)));
  const pairs = onPairs.has(name) ? rest.filter((word) => isPair(word.value)) : [];
  const objects = rest.filter((word) => !pairs.includes(word));
  const defaultType = defaultTypes.get(name) ?? null;
  const most = oneObject.has(name) ? 1 : objects.length;
  return [
    ...verbs,
    ...references(objects.slice(0, most), defaultType),
    ...objects.slice(most).map((word) => plain(word)),
    ...pairs.map(pair),
  ];
}

const plain = (word: Word, value = word.value, known = false): Part => part('word', value, word, { ordered: true, known });

const filePath = (value: string): string => value.replace(/^\.\/(?=.)/, '');

/** `po.spec` is `pods.spec`. */
function fieldPath(value: string): string {
  const dot = value.indexOf('.');
  return dot === -1 ? resourceName(value) : resourceName(value.slice(0, dot)) + value.slice(dot);
}

/** `deployments/scale` is a subresource, `*` everything. */
function typeOf(value: string): string {
  const slash = value.indexOf('/');
  return slash === -1 ? resourceName(value) : resourceName(value.slice(0, slash)) + value.slice(slash);
}

const isPair = (value: string): boolean =>
  /^[^=]+=/.test(value) || /^[^/]+(?:\/[^/]+)?-$/.test(value) || /:(?:NoSchedule|PreferNoSchedule|NoExecute)-?$/.test(value);

function pair(word: Word): Part {
  const key = /^[^=:]*/.exec(word.value)?.[0].replace(/-$/, '') ?? '';
  return part(`pair ${key}`, word.value, word);
}

/** `create TYPE [SUBTYPE] NAME`. */
function created(words: readonly Word[], known: ReadonlySet<string>): Part[] {
  const hasSubtype = /^(?:secrets|services)$/.test(resourceName(words[0]?.value ?? ''));
  return words.map((word, i) => {
    if (i === 0) return typePart(resourceName(word.value), word);
    return i === 1 && hasSubtype ? plain(word, word.value, known.has(word.value)) : part('name', word.value, word, { ordered: true });
  });
}

const typePart = (type: string, written: Written): Part => part('type', type, written, { known: areBuiltIn(type) });

/** The things a command is about. A bare word is a type where `defaultType` is null, else a name of that type. */
function references(words: readonly Word[], defaultType: string | null): Part[] {
  const [first] = words;
  if (!first) return [];
  if (!first.value.includes('/')) {
    if (defaultType !== null) return words.map((word) => part('name', word.value, word));
    const names = words.slice(1).map((word) => part('name', word.value, word));
    return [typePart(resourceNames(first.value), first), ...names];
  }
  const found = words.map((word) => {
    const slash = word.value.indexOf('/');
    return { type: resourceName(word.value.slice(0, Math.max(slash, 0))), name: word.value.slice(slash + 1), written: word };
  });
  const types = new Set(found.map(({ type }) => type));
  if (types.size > 1) return found.map(({ type, name, written }) => part('object', `${type}/${name}`, written));
  const [type = ''] = types;
  if (type === defaultType) return found.map(({ name, written }) => part('name', name, written));
  return found.flatMap(({ name, written }, i) => {
    if (i > 0) return [part('name', name, written)];
    const cut = written.raw.indexOf('/') + 1;
    const { raw, at } = written;
    return [typePart(type, { raw: raw.slice(0, cut), at }), part('name', name, { raw: raw.slice(cut), at: at + cut })];
  });
}
