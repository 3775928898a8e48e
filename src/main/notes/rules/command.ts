/** Code fences and inline commands -> type the command. */
import { readSentence } from '../english/clause.js';
import { isAlsoNoun, verbOf } from '../english/verbs.js';
import { bullets, numberWord } from '../english/question.js';
import { phrasesFor } from '../phrases.js';
import { countWords, squeeze, trimStop } from '../text.js';
import { named } from './front.js';
import type { Draft, FenceUnit, Place, Rule, Term } from './rule.js';
import { isChatter, withoutPointers } from './sentence-parts.js';
import { isShellCommand, isShellLanguage, programOf } from './shell.js';

export const command: Rule = { name: 'command', fence: fromFence, term: fromTerm };

interface Line {
  text: string;
  /** The comment that explains it. */
  comment: string;
  line: number;
}

const maxCommandWords = 40;
const maxCommands = 7;

function fromFence(unit: FenceUnit): Draft[] {
  const { fence } = unit;
  if (fence.lines.length > 60 || !(isShellLanguage(fence.language) || /^(|text|txt|plain|plaintext)$/.test(fence.language))) return [];
  const flags = flagLines(unit);
  if (flags.length > 0) return flags;
  const all = commands(fence.lines, fence.firstLine, isShellLanguage(fence.language));
  if (all === null || all.length === 0) return [];
  const purpose = unit.intro === null ? '' : cleanIntro(unit.intro.text);
  const cards = all.filter((one) => one.comment !== '').flatMap((one) => explained(unit, one, one.comment));
  const silent = all.filter((one) => one.comment === '');
  const [only] = silent;
  if (only !== undefined && silent.length === 1 && all.length === 1 && purpose !== '')
    return [...explained(unit, only, purpose), ...variable(unit, only, purpose), ...values(unit, only, purpose)];
  if (silent.length > 1 && silent.length <= maxCommands && cards.length === 0) cards.push(...listed(unit, silent, purpose));
  return cards;
}

/** The commands among the lines, comments attached; null where the fence is a script rather than commands. */
function commands(lines: readonly string[], firstLine: number, shell: boolean): Line[] | null {
  const prompt = lines.some((line) => /^\s*\$\s+\w/.test(line));
  const found: Line[] = [];
  let comment = '';
  let open: Line | null = null;
  for (const [i, raw] of lines.entries()) {
    let text = raw.trim();
    if (open !== null) {
      open.text += ` ${text.replace(/\s*\\$/, '')}`;
      if (!text.endsWith('\\')) open = null;
      continue;
    }
    if (text === '') {
      comment = '';
      continue;
    }
    if (/^#!|<<-?\s*['"]?\w+|^(if|for|while|do|done|fi|then|else|case|esac|function)\b/.test(text)) return null;
    if (text.startsWith('#')) {
      const words = text.replace(/^[#\s]+/, '');
      comment = isShellCommand(words) ? '' : squeeze(`${comment} ${words}`);
      continue;
    }
    if (prompt) {
      if (!text.startsWith('$')) continue;
      text = text.replace(/^\$\s*/, '');
    }
    const trailing = /\s+#\s+(.+)$/.exec(text);
    if (trailing !== null) text = text.slice(0, trailing.index);
    if (!(shell ? looksTyped(text) : isShellCommand(text))) return shell ? null : found.length > 0 ? found : null;
    const one: Line = { text: text.replace(/\s*\\$/, ''), comment: trailing?.[1] ?? comment, line: firstLine + i };
    comment = '';
    found.push(one);
    if (text.endsWith('\\')) open = one;
  }
  return found;
}

/** A line of a shell fence: a program written small, or a path; no output and no sentence. */
const looksTyped = (text: string): boolean =>
  isShellCommand(text) ||
  (/^(?:[a-z\d][\w.+-]*|[.~]?\/\S+)(?:\s|$)/.test(text) && !/^\S+:(?:\s|$)|^\d|[.:]$|^\S+\s+[A-Z][a-z]+\s+[a-z]+\s/.test(text));

const code = (text: string): string => (text.includes('`') || countWords(text) > 6 ? `\`\`\`sh\n${text}\n\`\`\`` : `\`${text}\``);

function explained(unit: FenceUnit, one: Line, said: string): Draft[] {
  if (countWords(one.text) > maxCommandWords || countWords(one.text) < 2) return [];
  const purpose = withoutProgram(said, programOf(one.text));
  const question = askFor(purpose, unit.place, 'command');
  if (question === null) return [];
  return [make(unit, one, one.text, 'command', question, code(one.text))];
}

/** "use `blkid` to find the UUID" and "check with `top`" name the program that is asked for. */
const withoutProgram = (purpose: string, program: string): string => {
  const name = `\`?${program.replace(/[^\w-]/g, '\\$&')}\`?(?: command)?`;
  return trimStop(
    purpose
      .replace(new RegExp(`^(?:use|using|run|with|try)\\s+(?:the\\s+)?${name}\\s+(?:to|for)\\s+`, 'i'), '')
      .replace(new RegExp(`\\s+(?:with|using|via|by)\\s+(?:the\\s+)?${name}$`, 'i'), ''),
  );
};

function make(unit: FenceUnit, one: Line, part: string, kind: Draft['kind'], front: string, back: string): Draft {
  return {
    source: {
      ...unit.source,
      line: one.line,
      endLine: Math.max(one.line, unit.fence.endLine > one.line && one.line < unit.fence.line ? unit.fence.endLine : one.line),
    },
    rule: 'command',
    kind,
    front,
    back,
    part,
  };
}

/** `export VAR=value` also asks for the variable. */
function variable(unit: FenceUnit, one: Line, purpose: string): Draft[] {
  const match = /^export\s+([A-Za-z_]\w*)=/.exec(one.text);
  const verbPhrase = purposeOf(purpose);
  if (match?.[1] === undefined || verbPhrase === null || unit.place.language !== 'en') return [];
  return [
    make(
      unit,
      one,
      `variable ${match[1]}`,
      'command',
      named(`Which environment variable do you use to ${verbPhrase}?`, unit.place),
      `\`${match[1]}\``,
    ),
  ];
}

const placeholder = /^[<[{]|^\$|^(your|my)[-_]?|^x{3,}/i;

/** One card per flag of a long command whose value a person could need. */
function values(unit: FenceUnit, one: Line, purpose: string): Draft[] {
  if (unit.place.language !== 'en' || countWords(one.text) < 7) return [];
  const program = programOf(one.text);
  const found = [...one.text.matchAll(/(?<=\s)(--[a-z][\w-]*)(?:=|\s+)(?!-)("[^"]{1,60}"|[^\s"']{1,80})/g)]
    .map((match) => ({ flag: match[1] ?? '', value: (match[2] ?? '').replace(/["'\\]+$/, '') }))
    .filter(({ value }) => value !== '' && !placeholder.test(value) && /^\/|^\d+$|^\d+(?:\.\d+){3}|:\d|^https?:/.test(value));
  const verbPhrase = purposeOf(purpose);
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

/** Several commands under one sentence: which they are, in their order. */
function listed(unit: FenceUnit, all: readonly Line[], purpose: string): Draft[] {
  const programs = new Set(all.map((one) => programOf(one.text)));
  const [program] = programs;
  const source = unit.source;
  const back = bulletsOf(all);
  const part = 'commands';
  const verbPhrase = purpose === '' ? null : purposeOf(purpose);
  if (unit.place.language !== 'en') {
    return purpose === '' || countWords(purpose) > 14
      ? []
      : [{ source, rule: 'command', kind: 'list', part, back, front: named(phrasesFor(unit.place.language).command(purpose), unit.place) }];
  }
  const count = numberWord(all.length);
  if (verbPhrase !== null) {
    return [
      {
        source,
        rule: 'command',
        kind: 'list',
        part,
        back,
        front: named(`Which ${count} commands do you run to ${verbPhrase}?`, unit.place),
      },
    ];
  }
  if (purpose === '' || programs.size !== 1 || program === undefined || all.every((one) => countWords(one.text) > 8)) return [];
  const about = countWords(purpose) > 14 ? '' : ` (${purpose.charAt(0).toLowerCase()}${purpose.slice(1)})`;
  return [
    { source, rule: 'command', kind: 'list', part, back, front: named(`Name the ${count} \`${program}\` commands${about}.`, unit.place) },
  ];
}

const bulletsOf = (all: readonly Line[]): string => all.map((one) => `- \`${one.text.replaceAll('`', "'")}\``).join('\n');

/** A fence of `--flag value` lines: what each flag gets. */
function flagLines(unit: FenceUnit): Draft[] {
  const lines = unit.fence.lines
    .map((text, i) => ({ text: text.trim().replace(/\s*\\$/, ''), line: unit.fence.firstLine + i }))
    .filter((one) => one.text !== '');
  const pairs = lines.map((one) => ({ ...one, match: /^(--?[a-zA-Z][\w-]*)(?:=|\s+)(\S+)$/.exec(one.text) }));
  if (
    pairs.length === 0 ||
    pairs.length > 12 ||
    pairs.some((one) => one.match === null || (!one.text.startsWith('--') && /\s[a-z]+$/.test(one.text))) ||
    unit.place.language !== 'en'
  )
    return [];
  const cards = pairs.map((one): Draft => {
    const [, flag = '', value = ''] = one.match ?? [];
    return make(
      unit,
      { text: one.text, comment: '', line: one.line },
      flag,
      'command',
      named(`What value does the flag \`${flag}\` get?`, unit.place),
      `\`${value}\``,
    );
  });
  if (pairs.length < 2 || pairs.length > 7) return cards;
  const purpose = unit.intro === null ? null : withFlags(unit.intro.paragraph);
  const front = named(`Name the ${numberWord(pairs.length)} flags${purpose === null ? '' : ` ${purpose}`}.`, unit.place);
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

/** "To put a key: `etcdctl put key`" written as a list item. */
function fromTerm(unit: Term): Draft[] {
  const match = /^`([^`]+)`\.?$/.exec(unit.text.trim());
  if (match?.[1] === undefined || !isShellCommand(match[1]) || unit.name.startsWith('`')) return [];
  const question = askFor(cleanIntro(`${unit.name}:`), unit.place, 'command');
  return question === null
    ? []
    : [{ source: unit.source, rule: 'command', kind: 'command', part: 'command', front: question, back: `\`${match[1]}\`` }];
}

const cutPhrases: readonly RegExp[] = [
  /[,;]?\s*(?:(?:you can |you could |you should |please )?(?:run|use|execute|type|enter|issue|do)(?: either of)?(?: the)? (?:following|below|next|this|these|command)(?:[\w ,-]{0,40})?(?:commands?|script|snippet|code|lines?)?(?: below)?)\s*:?$/i,
  /\s+(?:with|using|by running|by using|by executing|via)(?: the)? (?:following|below|this|these|command)(?:[\w ,-]{0,30})?:?$/i,
  /\s+(?:with|using|as|by|run|via|use|like|such as|like this|as follows|below|as shown(?: below)?|e\.g\.|for example|you can use|simply run|just run|the command is):?$/i,
  /[,:]\s*(?:run|use|execute|you can run|you can use|you run|try|do)(?: this)?:?$/i,
];

/** The sentence before a fence, without what only points at the fence. */
function cleanIntro(text: string): string {
  let intro = withoutPointers(squeeze(text))
    .replace(/^(?:\d+[.)]\s+|step \d+:?\s+)/i, '')
    .replace(/^(?:and|so|then|next|now|finally|first|also|alternatively|optionally|afterwards?|lastly|whereas),?\s+/i, '')
    .replace(/^(?:below|here|this|the following|above) (?:is|are)\s+/i, '')
    .replace(
      /^(?:you can |you could |we can |you may )?(?:also )?(?:run|use|execute|type|issue|enter) (?:the |these |this )?(?:following |below |next )?commands?(?: below)?(?: (?:in order )?(?=to\b))/i,
      '',
    );
  intro = trimStop(intro);
  for (const phrase of cutPhrases) intro = trimStop(intro.replace(phrase, ''));
  return isChatter(intro) ? '' : intro;
}

/** Nouns of headings and labels rather than requests: "boot behaviour". */
const things = new Set(
  'boot process access support network document target object model interface function feature signal trigger record report result request response state source sample schedule route port benefit cause cost design detail exit'.split(
    ' ',
  ),
);

/** What a purpose clause wants done, as a bare verb phrase: "create a pod"; null when the text names no doing. */
function purposeOf(text: string): string | null {
  const to = /^(?:in order )?to\s+(.+)$/i.exec(text);
  let phrase = to?.[1] ?? text;
  if (to !== null)
    phrase =
      phrase.split(
        /,\s+(?:you|we|run|use|execute|first|simply|just|the|type|set|add|apply|do)\b|(?<=\s\S+\s.*)\s+(?:set|run|use|export|execute|type) the\s/i,
      )[0] ?? phrase;
  const how = /^how to\s+(.+)$/i.exec(phrase);
  phrase = trimStop(how?.[1] ?? phrase);
  const first = /^[A-Za-z-]+/.exec(phrase)?.[0] ?? '';
  const lower = first.toLowerCase();
  const gerund = verbOf(lower, 'gerund');
  if (gerund !== undefined) return `${gerund}${phrase.slice(first.length)}`;
  if (verbOf(lower, 'base') === undefined || countWords(phrase) < 2) return null;
  // "Control Plane Components" names things; "Copy the file" asks for something.
  const second = /^\S+\s+(\S+)/.exec(phrase)?.[1] ?? '';
  if (to === null && things.has(lower)) return null;
  const next = /^\S+\s+([a-z]+)/.exec(phrase)?.[1] ?? '';
  if (verbOf(next, 'third') !== undefined && !isAlsoNoun(next)) return null;
  if (to === null && isAlsoNoun(lower) && !/^(?:the|an?|all|your|its|this|each|every|`.*|\d+)$/i.test(second) && /^\p{Lu}/u.test(second))
    return null;
  return `${lower}${phrase.slice(first.length)}`;
}

/** "Syntax:", "for example:" and "output:" before a command do not say what it is for. */
const idleForeign =
  /^(?:语法|例如|比如|如下|示例|例子|输出|结果|用法|格式|命令|执行|运行|直接回车|예시?|예를 들어|출력|결과|사용법|문법|명령어?|실행|例|出力|結果|構文|使い方|実行|コマンド|ejemplos?|sintaxis|salida|uso|exemplos?|sintaxe|saída|beispiele?|ausgabe|syntax|exemples?|syntaxe|sortie|depois digite|digite|output|example|usage)[:：]?$/i;

function askFor(purpose: string, place: Place, noun: string): string | null {
  if (purpose === '' || countWords(purpose) > 20) return null;
  if (place.language !== 'en')
    return idleForeign.test(trimStop(purpose)) || trimStop(purpose) === place.subject
      ? null
      : named(phrasesFor(place.language).command(trimStop(purpose)), place);
  const verbPhrase = purposeOf(purpose);
  if (verbPhrase !== null) return named(`Which ${noun} do you run to ${verbPhrase}?`, place);
  const first = /^[A-Za-z-]+/.exec(purpose)?.[0].toLowerCase() ?? '';
  if (/\b(?:this|that|same|it|these|above|below|command)\b|,/i.test(purpose)) return null;
  if (verbOf(first, 'third') !== undefined) return named(`Which ${noun} ${first}${purpose.slice(first.length)}?`, place);
  const plain = purpose.replace(/^(?:commands?|the commands?) (?:to|for)\s+/i, '');
  if (plain !== purpose && purposeOf(plain) !== null) return named(`Which ${noun} do you run to ${purposeOf(plain) ?? ''}?`, place);
  if (readSentence(purpose, false) !== null) return null;
  if (/^(?:the|an?)\s/i.test(purpose) && !/\b(is|are|was|were|can|will|has|have)\b/.test(purpose))
    return named(`Which ${noun} is ${purpose.charAt(0).toLowerCase()}${purpose.slice(1)}?`, place);
  return null;
}
