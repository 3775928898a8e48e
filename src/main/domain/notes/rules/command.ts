/** Code fences and inline commands -> type the command. */
import { readSentence } from '../english/clause.js';
import { numberWord } from '../english/question.js';
import { phrasesFor } from '../phrases.js';
import { countWords, squeeze, trimStop } from '../text.js';
import { make } from './command-card.js';
import type { Line } from './command-card.js';
import { flagLines, values } from './command-flags.js';
import { askFor, cleanIntro, foreign, isForeignPurpose, isVague, purposeOf } from './command-purpose.js';
import { isListable, isWorthKnowing, leadsTo } from './command-worth.js';
import { named } from './front.js';
import type { Draft, FenceUnit, Rule, Term } from '../rule.js';
import { isShellCommand, isShellLanguage, programOf } from './shell.js';

export const command: Rule = { name: 'command', fence: fromFence, term: fromTerm };

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
  const cards = all.filter((one) => one.comment !== '' && !isShared(one, all)).flatMap((one) => explained(unit, one, one.comment));
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
  let joined = false;
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
      joined = false;
      continue;
    }
    if (/^#!|<<-?\s*['"]?\w+|^(if|for|while|do|done|fi|then|else|case|esac|function)\b/.test(text)) return null;
    if (text.startsWith('#')) {
      const words = text.replace(/^[#\s]+/, '');
      comment = isShellCommand(words) ? '' : squeeze(`${comment} ${words}`);
      joined = false;
      continue;
    }
    if (prompt) {
      if (!text.startsWith('$')) continue;
      text = text.replace(/^\$\s*/, '');
    }
    const trailing = /\s+#\s+(.+)$/.exec(text);
    if (trailing !== null) text = text.slice(0, trailing.index);
    if (!(shell ? looksTyped(text) : isShellCommand(text))) return shell ? null : found.length > 0 ? found : null;
    const one: Line = {
      text: text.replace(/\s*\\$/, ''),
      comment: trailing?.[1] ?? comment,
      trailing: trailing !== null,
      joined,
      line: firstLine + i,
    };
    comment = '';
    joined = true;
    found.push(one);
    if (text.endsWith('\\')) open = one;
  }
  return found;
}

/** A line of a shell fence: a program written small, or a path; no output and no sentence. */
const looksTyped = (text: string): boolean =>
  isShellCommand(text) ||
  (/^(?:[a-z\d][\w.+-]*|[.~]?\/\S+)(?:\s|$)/.test(text) && !/^\S+:(?:\s|$)|^\S+ = |^\d|[.:]$|^\S+\s+[A-Z][a-z]+\s+[a-z]+\s/.test(text));

const code = (text: string): string => (text.includes('`') || countWords(text) > 6 ? `\`\`\`sh\n${text}\n\`\`\`` : `\`${text}\``);

function explained(unit: FenceUnit, one: Line, said: string): Draft[] {
  if (countWords(one.text) > maxCommandWords || countWords(one.text) < 2) return [];
  const purpose = withoutProgram(said, programOf(one.text));
  const question = askFor(purpose, unit.place, 'command');
  if (question === null || isOfOneProject(one.text, question) || /\b(?:let[’']?s?|we|you just|assume)\b/i.test(said)) return [];
  if (!isWorthKnowing(one.text, question) && !isTheOne(one.text, purpose)) return [];
  if (/\s[–—]\w/.test(one.text)) return [];
  if (isTwoDeeds(purpose, one.text)) return [];
  if (unit.place.language === 'en' && saysNothing(purpose, question, one.text)) return [];
  // A heading stands above all that follows: the command must be about it.
  if (unit.intro?.line === 0 && one.comment === '' && unit.place.language === 'en' && !isHeadingOf(purpose, one.text)) return [];
  return [make(unit, one, one.text, 'command', question, code(one.text))];
}

/**
 * Names that nobody can know but the one who wrote the note: generated Pod names, addresses, accounts, home folders. A command that
 * holds one its question does not tell cannot be typed from memory.
 */
const ofOneProject =
  /-[a-f\d]{8,10}-[a-z\d]{5}\b|\b(?:10\.\d{1,3}|172\.\d{1,3}|192\.168)(?:\.\d{1,3}){2}\b(?!\/\d)|\S+@\S+\.\S+|\/home\/\w+|\/Users\/\w+|C:\\|https?:\/\/(?:10|172|192)\.\S+|\b(?:AKIA|ami-|i-|vpc-|subnet-|sg-)[a-f\d]{6,}/gi;

const isOfOneProject = (command: string, question: string): boolean =>
  [...command.matchAll(ofOneProject)].some(([name]) => !question.includes(name.replace(/\/.*$/, '')));

/** "The final form for `etcd-main`": the note is about that very command, however long it is. */
const isTheOne = (command: string, purpose: string): boolean => {
  const name = /^(?:the|an?)\s[^`]*`([^`]+)`/i.exec(purpose)?.[1];
  return name !== undefined && command.includes(name);
};

/**
 * Whether the comment above the command is that of all those right below it: then no single one of them does what it says, unless they
 * are forms of the same command.
 */
function isShared(one: Line, all: readonly Line[]): boolean {
  if (one.trailing) return false;
  const next = all[all.indexOf(one) + 1];
  if (next?.comment !== '' || !next.joined) return false;
  // "Set the name and the address": each of them has a command of its own.
  return /\band\b|&/.test(one.comment) || verbOfCommand(next.text) !== verbOfCommand(one.text);
}

/** "kubectl rollout undo …" -> "kubectl rollout". */
const verbOfCommand = (command: string): string => {
  const words = command.replace(/^(?:sudo\s+)?/, '').split(/\s+/);
  return words.slice(0, 2).join(' ');
};

/** "Reboot and verify", "log in and check the mail": the one command can do one of them only. */
const twoDeeds = /^[a-z]+(?:, [a-z]+)* (?:and|then|&) [a-z]+(?:\s|$)/i;
const secondDeed =
  /\s(?:(?:and|then)(?: then)?|[^\s,]+,) (?:check|verify|view|list|show|see|confirm|test|make|run|open|start|restart|log|connect|apply|reload|save)\s(?!and\b)\S/i;

const isTwoDeeds = (purpose: string, command: string): boolean =>
  !/;|&&/.test(command) && (secondDeed.test(purpose) || (twoDeeds.test(purpose) && !command.includes('|')));

/** "Show the status", "filter specific entries": nothing in it leads to this command rather than to another. */
function saysNothing(purpose: string, question: string, command: string): boolean {
  const phrase = purposeOf(purpose);
  return phrase !== null && isVague(phrase) && (/\b(?:specific|certain|particular)\b/i.test(phrase) || !leadsTo(command, question));
}

/** A heading of two deeds stands above more than one command. */
const isHeadingOf = (purpose: string, command: string): boolean =>
  isAboutSame(purpose, command) && (!/\b(?:and|or|then)\b|&/i.test(purpose) || /[|;]|&&/.test(command));

const isAboutSame = (purpose: string, command: string): boolean =>
  purpose
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .some((word) => word.length > 2 && command.toLowerCase().includes(word.replace(/(?:ing|es|s)$/, '').slice(0, 6)));

/** "use `blkid` to find the UUID" and "check with `top`" name the program that is asked for. */
const withoutProgram = (purpose: string, program: string): string => {
  const name = `\`?${program.replace(/[^\w-]/g, '\\$&')}\`?(?: command)?`;
  return trimStop(
    purpose
      .replace(new RegExp(`^(?:use|using|run|with|try)\\s+(?:the\\s+)?${name}\\s+(?:to|for)\\s+`, 'i'), '')
      .replace(new RegExp(`\\s+(?:with|using|via|by)\\s+(?:the\\s+)?${name}$`, 'i'), ''),
  );
};

/** `export VAR=value` also asks for the variable. */
function variable(unit: FenceUnit, one: Line, purpose: string): Draft[] {
  const match = /^export\s+([A-Za-z_]\w*)=/.exec(one.text);
  const verbPhrase = purposeOf(purpose);
  if (match?.[1] === undefined || verbPhrase === null || /\bvariables?\b/i.test(verbPhrase) || unit.place.language !== 'en') return [];
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

/** Several commands under one sentence: which they are, in their order. */
function listed(unit: FenceUnit, all: readonly Line[], purpose: string): Draft[] {
  const { source, place, intro } = unit;
  const draft = (question: string): Draft[] => {
    const front = named(question, place);
    return all.every((one) => isShellCommand(one.text) && isListable(one.text) && isWorthKnowing(one.text, front))
      ? [{ source, rule: 'command', kind: 'list', part: 'commands', back: bulletsOf(all), front }]
      : [];
  };
  // Under a heading alone the commands are what somebody typed one day.
  if (purpose === '' || intro === null || intro.line === 0 || new Set(all.map((one) => one.text)).size < all.length) return [];
  if (place.language !== 'en')
    return isForeignPurpose(purpose, place) && all.length <= 3 ? draft(phrasesFor(place.language).command(foreign(purpose))) : [];
  const programs = new Set(all.map((one) => programOf(one.text)));
  const [program] = programs;
  if (programs.size !== 1 || program === undefined) return [];
  const count = numberWord(all.length);
  const verbPhrase = purposeOf(purpose);
  if (verbPhrase !== null)
    return isVague(verbPhrase) || all.length > 3 ? [] : draft(`Which ${count} commands do you run to ${verbPhrase}?`);
  // "The commands are different in version 3" says which they are; "Useful commands" does not.
  if (countWords(purpose) > 14 || !/\bcommands\b/i.test(purpose) || readSentence(purpose, false) === null) return [];
  return draft(`Name the ${count} \`${program}\` commands (${purpose.charAt(0).toLowerCase()}${purpose.slice(1)}).`);
}

const bulletsOf = (all: readonly Line[]): string => all.map((one) => `- \`${one.text.replaceAll('`', "'")}\``).join('\n');

/** "To put a key: `etcdctl put key`" written as a list item. */
function fromTerm(unit: Term): Draft[] {
  const match = /^`([^`]+)`\.?$/.exec(unit.text.trim());
  if (match?.[1] === undefined || !isShellCommand(match[1]) || unit.name.startsWith('`')) return [];
  const question = askFor(cleanIntro(`${unit.name}:`), unit.place, 'command');
  return question === null || !isWorthKnowing(match[1], question)
    ? []
    : [{ source: unit.source, rule: 'command', kind: 'command', part: 'command', front: question, back: `\`${match[1]}\`` }];
}
