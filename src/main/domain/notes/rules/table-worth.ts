/** Which cells are knowledge: not marks, data of an example, opinions, or what the row says already. */
import { contentWords, limits } from '../quality.js';
import { countWords } from '../text.js';

/** Cells that state nothing: signs without a letter or digit, and words for "no entry". */
const empty =
  /^(?:[^\p{L}\p{N}]*|[xyn]|n\/?a|yes|no|true|false|none|null|nil|tbd|todo|\[\w+\]|varies|same|empty|pass|passed|fail|failed|runs?|(?:not |un)(?:run|reached|supported|available|required|applicable|relevant)|supported|required|optional|unknown|ok|done|normal|standard|any|native|reduced|additional|tailored|always|never|sometimes|often|rarely|usually|string|bool(?:ean)?|int(?:eger)?|number|text)$/iu;

/** Marks out of a few: nobody remembers them, and they say nothing alone. */
const rating =
  /^(?:[^\p{L}]*(?:very |extremely |moderately |medium[- ])?(?:high|low|medium|moderate|fair|good|great|excellent|poor|bad|fast|faster|slow|slower|easy|easier|hard|simple|complex|better|best|worse|limited|full|partial|legacy|modern|strong|weak|large|small|free|paid|yes|no|higher|lower|more|less|advanced|basic|interactive|supported|rare|common|mixed|important|essential|critical|stable|unstable|intelligent|dumb))[.!]?$|^(?:very|less|more|highly|extremely|fairly|quite|pretty|relatively|somewhat|generally|usually|easier|faster|slower|harder|better|worse|higher|lower) [\p{L}-]+(?: (?:and|for|than|but) [\p{L}-]+)?$/iu;

/** "Low to moderate". */
const span =
  /^(?:very )?(?:low|medium|moderate|high|good|poor|fair|slow|fast|easy|hard) (?:to|or|-|–) (?:very )?(?:low|medium|moderate|high|good|poor|fair|slow|fast|easy|hard)$/i;

/** "Slightly heavier", "Niche but growing", "Standard charge": an opinion without a figure. */
const opinion =
  /^(?:slightly|potentially|highly|fairly|somewhat|niche|mostly|easily|heavily|lightly)\s[^\d`]*$|^(?:standard|additional|extra|reduced|higher|lower) (?:charges?|costs?|fees?|prices?)(?: appl(?:y|ies))?$/i;
/** Said of a thing by denying it: "not a monitoring tool", "doesn't scale instances". */
const denial = /^(?:not an? |does(?:n['’]t| not) )/i;

/** Private addresses of one host, names of machines and files made up for an example. */
const invented =
  /(?<![\d.])(?:10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+)(?![\d.]*\/(?:8|12|16)\b)|\bexample\.(?:com|org|net)\b|\b(?:foo|bar|baz)\b|\byour[-_ ]|\bmy[-_]/i;
/** "10.0.0.0 – 10.255.255.255" is a range that somebody laid down. */
const range = /\d\s*[-–—]\s*\d|\/(?:8|12|16)\b/;

const isInvented = (text: string): boolean => invented.test(text) && !range.test(text);

/** A row that is the address of some host is one of many. */
const isAddress = (text: string): boolean => {
  const bytes = /^`?(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:[:/]\d+)?`?$/.exec(text);
  if (bytes === null) return false;
  const first = Number(bytes[1]);
  return first > 0 && first !== 127 && first < 224 && !(bytes[4] === '0' && bytes[3] === '0');
};

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/(?:ies|y|s)$/, '');

/** Words that make another word an answer: "file-level", "connection-oriented". */
const making = /^(?:level|oriented|based|type|style|driven|aware|only|the|an?|of|for|and|in|with|by|to)$/;

const stemsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !making.test(word))
    .map((word) => (word.length > 6 ? word.slice(0, 5) : word.replace(/s$/, '')));

/** "File-level access" of a file store, under "Access": every word of the answer stands in the question. */
function isSaid(name: string, property: string, value: string): boolean {
  if (countWords(value) > 4 || /[,;]/.test(value)) return false;
  const words = stemsOf(value);
  const known = new Set(stemsOf(name));
  // "Stateful" says more than "State"; "online/offline" asks which.
  const asked = property.includes('/') ? [] : property.toLowerCase().split(' ');
  const plainly = value.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return words.length > 0 && words.every((word) => known.has(word) || asked.some((one) => one.startsWith(word) && plainly.includes(one)));
}

/** Half of a short answer stands in the name of the row: "Standard" has "standard latency". */
function isEcho(name: string, property: string, value: string): boolean {
  const short = plain(value);
  if (short.length >= 4 && plain(name).includes(short)) return true;
  // "client1.crt" is needed by "client1 only".
  const only = /^([\w-]{4,}) only$/i.exec(value)?.[1];
  if (only !== undefined && plain(name).includes(plain(only))) return true;
  if (/[`\d]/.test(value)) return false;
  if (isSaid(name, property, value)) return true;
  if (countWords(value) > 3) return false;
  const words = contentWords(value);
  const known = new Set(contentWords(name));
  return words.length > 0 && words.filter((word) => known.has(word)).length >= words.length / 2;
}

/** "Traffic flow: use flow logs": a short sentence that says over again what was asked for. */
function repeats(property: string, value: string): boolean {
  const asked = property.toLowerCase().replace(/\s*\([^()]*\)$/, '');
  const said = value.toLowerCase();
  if (countWords(value) < 2 || countWords(value) > 9 || /[`\d,;/]/.test(value)) return false;
  if (countWords(asked) > 1) return asked.length > 5 && said.includes(asked);
  const stem = asked.slice(0, Math.max(5, asked.length - 4));
  return asked.length > 6 && new RegExp(`(?<!\\p{L})${stem.replace(/[^\p{L}]/gu, '.')}`, 'u').test(said);
}

export const isEmptyCell = (text: string): boolean => empty.test(text.trim().replace(/\.$/, ''));

/** Whether row or cell is the address or the name of one machine or file. */
export const isAddressed = (name: string, value: string): boolean => isInvented(name) || isInvented(value) || isAddress(name);

/** "1.24.3", "2025.03.01": what was installed on the day. */
const release = /^v?\d+\.\d+\.\d+/;

/** Columns whose arrows lead through the menus of a program. */
const place = /\b(?:locations?|where|settings?|menus?|navigation|configur\w+)\b/i;

/**
 * @param name The thing that the question names.
 * @param property What it asks of the thing.
 */
export function isWorthCell(name: string, property: string, value: string): boolean {
  if (opinion.test(value) || span.test(value) || denial.test(value) || repeats(property, value)) return false;
  if (isEmptyCell(value) || rating.test(value) || /^(?:yes|no)\b/i.test(value)) return false;
  if (/(?:^|[;,(]\s?)see\s/i.test(value) || (value.includes('→') && place.test(property))) return false;
  if (isAddressed(name, value) || (/^(?:installed )?version$/i.test(property) && release.test(value))) return false;
  if (countWords(value) > limits.backWords) return false;
  // Broken markup, names put together of letters, several things in one cell.
  if (/`\w+`\w|\w`\w+`\w|(?<!\w)_\w+_(?!\w)|\[\w+\?\]|[❌✅✔✗✓☑]/u.test(`${name} ${value}`)) return false;
  return !isEcho(name, property, value);
}
