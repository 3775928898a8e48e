/** Does a typed value say what the expected one does? Expected values may hold places for something of the person's own. */
import type { Part } from './parts.js';
import { placeEnd, placeStart } from './shell/lexer.js';

const place = new RegExp(`${placeStart}([^${placeEnd}]*)${placeEnd}`, 'g');
const mostPlaces = 6;
const longestFilled = 500;

/** Variables of the system: they stand for themselves, not for a value of the person's own. */
const systemVariables = /^\$\{?(?:HOME|USER|PATH|PWD|SHELL|EDITOR|KUBECONFIG|KUBE_EDITOR|HOSTNAME|UID|OLDPWD|RANDOM|PS1)\b/;

/** `<pod-name>` takes any word, `<port>` a number, `<ip>` an address. A capital NAME and `$POD` are places as well. */
export function accepts(expected: Part, typed: Part): boolean {
  if (expected.slot !== typed.slot) return false;
  const wants = expected.value;
  const has = typed.value;
  if (wants === has) return true;
  if (wants.includes(placeStart)) return fills(wants, has);
  if (/^\$(?:[A-Z][A-Z0-9_]*|\{[A-Z][A-Z0-9_]*\})$/.test(wants) && !systemVariables.test(wants)) return isPlausible(has, '');
  // Names in a cluster have no capitals, so one in capitals stands for a name.
  if (expected.slot === 'name' && /^[A-Z][A-Z0-9_-]{2,}$/.test(wants)) return isPlausible(has, wants);
  return isSequence(expected, wants, has);
}

/** A stricter `&&` does for the end of a line. */
const isSequence = (expected: Part, wants: string, has: string): boolean =>
  expected.slot.endsWith('joint') && wants === ';' && has === '&&';

function fills(wants: string, has: string): boolean {
  if (has.length > longestFilled) return false;
  const names = [...wants.matchAll(place)].map((match) => match[1] ?? '');
  if (names.length > mostPlaces) return false;
  const fixed = wants.split(place).filter((_, i) => i % 2 === 0);
  const pattern = new RegExp(`^${fixed.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('([^\\n]+?)')}$`);
  const found = pattern.exec(has);
  return found !== null && names.every((name, i) => isPlausible(found[i + 1] ?? '', name));
}

/** Could somebody mean this by a place of that name? */
function isPlausible(value: string, name: string): boolean {
  if (value.startsWith(placeStart) || /^\$[A-Za-z_{]/.test(value)) return true;
  if (/\b(?:port|number|count|replicas|revision|seconds|minutes|n)\b/i.test(name)) return /^\d+[a-z]?$/.test(value);
  if (/\b(?:ip|cidr)\b/i.test(name)) return /^[\d.:/a-f]+$|^[a-z][\w.-]*$/i.test(value);
  return /^[^\s-]\S*$/.test(value);
}
