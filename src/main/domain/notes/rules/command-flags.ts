/** One card per flag whose value a person could need: of a long command, or of a fence that lists flags. */
import { bullets, numberWord } from '../english/question.js';
import { countWords } from '../text.js';
import { make } from './command-card.js';
import type { Line } from './command-card.js';
import { purposeOf } from './command-purpose.js';
import { named } from './front.js';
import type { Draft, FenceUnit } from '../rule.js';
import { programOf } from './shell.js';

const placeholder = /^[<[{]|^\$|^(your|my)[-_]?|^x{3,}/i;

/** Flags that take no value: what follows them is the command's own argument. */
const valueless =
  /^--(?:verbose|quiet|force|all|recursive|dry-run|rm|privileged|detach|clean|create|if-exists|insecure|debug|yes|no-[\w-]+|help|version|wait|watch|interactive|tty|follow|permanent|now|user|system|global)$/;

/**
 * What a flag gets wherever the component runs: a file of the system's own folders, or a port of the machine itself; or a schedule, which
 * says when. Numbers and names are those of one example.
 */
const isConstant = (value: string): boolean =>
  /^\/(?:etc\/(?:kubernetes|ssl|pki|cni)|run|var\/run|usr|proc|sys|dev)\/./.test(value) ||
  /^(?:https?:\/\/)?(?:127\.0\.0\.1|localhost|0\.0\.0\.0):\d+$/.test(value) ||
  /^[\d*/,-]+(?: [\d*/,-]+){4}$/.test(value);

/** One card per flag of a long command whose value a person could need. */
export function values(unit: FenceUnit, one: Line, purpose: string): Draft[] {
  if (unit.place.language !== 'en' || countWords(one.text) < 7) return [];
  const program = programOf(one.text);
  const found = [...one.text.matchAll(/(?<=\s)(--[a-z][\w-]*)(?:=|\s+)(?!-)("[^"]{1,60}"|[^\s"']{1,80})/g)]
    .map((match) => ({ flag: match[1] ?? '', value: (match[2] ?? '').replace(/^["']|["'\\]+$/g, '') }))
    .filter(({ flag, value }) => value !== '' && !placeholder.test(value) && !valueless.test(flag) && isConstant(value));
  const verbPhrase = purposeOf(purpose);
  // Without its purpose the question asks for the values of any command of that program.
  if (verbPhrase === null && !/^(the|an?)\s/i.test(purpose)) return [];
  const about = verbPhrase !== null ? `to ${verbPhrase}` : /^(the|an?)\s/i.test(purpose) && countWords(purpose) < 12 ? `(${purpose})` : '';
  return found
    .slice(0, 6)
    .map(({ flag, value }) =>
      make(
        unit,
        one,
        flag,
        'command',
        named(`In the \`${program}\` command ${about}, what value does the flag \`${flag}\` get?`.replace(' ,', ','), unit.place),
        `\`${value}\``,
      ),
    );
}

/** A fence of `--flag value` lines: what each flag gets. */
export function flagLines(unit: FenceUnit): Draft[] {
  const lines = unit.fence.lines
    .map((text, i) => ({ text: text.trim().replace(/\s*\\$/, ''), line: unit.fence.firstLine + i }))
    .filter((one) => one.text !== '');
  const pairs = lines.map((one) => ({ ...one, match: /^(--?[a-zA-Z][\w-]*)(?:=|\s+)(\S+)$/.exec(one.text) }));
  if (
    pairs.length < 2 ||
    pairs.length > 12 ||
    new Set(pairs.map((one) => one.match?.[1])).size < pairs.length ||
    pairs.some((one) => one.match === null || (!one.text.startsWith('--') && /\s[a-z]+$/.test(one.text))) ||
    unit.place.language !== 'en'
  )
    return [];
  const cards = pairs
    .filter((one) => isConstant(one.match?.[2] ?? ''))
    .map((one): Draft => {
      const [, flag = '', value = ''] = one.match ?? [];
      return make(
        unit,
        { text: one.text, comment: '', trailing: false, joined: false, line: one.line },
        flag,
        'command',
        named(`What value does the flag \`${flag}\` get?`, unit.place),
        `\`${value}\``,
      );
    });
  const purpose = unit.intro === null ? null : withFlags(unit.intro.paragraph);
  if (pairs.length > 7 || purpose === null) return cards;
  const front = named(`Name the ${numberWord(pairs.length)} flags ${purpose}.`, unit.place);
  return [
    {
      source: unit.source,
      rule: 'command',
      kind: 'list',
      part: 'flags',
      front,
      back: bullets(pairs.map((one) => `\`${one.match?.[1] ?? ''}\``)),
    },
    ...cards,
  ];
}

const withFlags = (text: string): string | null => {
  const match = /\b(?:path to|paths? of|paths? for)\s+((?:the\s+)?[\w -]{4,40}?)(?:\s+(?:so|to|at|in|for|that)\b|[.,:]|$)/i.exec(text);
  return match?.[1] === undefined ? null : `for the ${match[1].replace(/^the\s+/, '')}`;
};
