/** `**Term**: definition` -> what the term is, does or is for. Whole sentences in the definition are left to the sentence rules. */
import { readSentence } from '../english/clause.js';
import { isQuality } from '../english/fit.js';
import type { Clause, Reading } from '../english/grammar.js';
import { toSentences } from '../english/sentences.js';
import { asAnswer, bullets, enumeration, startsWithVerb } from '../english/question.js';
import { baseOf, isAlsoNoun, thirdOf, verbOf } from '../english/verbs.js';
import { isPluralName, looksPlural } from '../english/words.js';
import { phrasesFor } from '../phrases.js';
import { countWords, trimStop } from '../text.js';
import { isBare } from '../subject.js';
import { isShellCommand } from './shell.js';
import { isStep, named, termPhrase } from './front.js';
import type { Draft, Rule, Term } from './rule.js';
import { isChatter, maxAnswerWords, withoutAsides, withoutPointers } from './sentence-parts.js';

export const boldTerm: Rule = {
  name: 'bold-term',
  term: (unit) => (unit.place.language === 'en' ? english(unit) : neutral(unit)),
};

const card = (unit: Term, part: string, kind: Draft['kind'], front: string, back: string, fallback = false): Draft => ({
  source: unit.source,
  rule: 'bold-term',
  part,
  kind,
  front,
  back,
  fallback,
});

function neutral(unit: Term): Draft[] {
  const text = trimStop(firstThoughts(unit.text));
  if (/[?？]$/.test(text) || isAside(text)) return [];
  if (text === '' || (/^`[^`]+`$/.test(text) && isShellCommand(text.slice(1, -1)))) return [];
  const short = countWords(text) <= maxAnswerWords ? text : shortenAnyLanguage(text);
  const term = unit.label === null ? unit.name : `${unit.name}, ${unit.label}`;
  return [card(unit, 'what', 'definition', named(phrasesFor(unit.place.language).whatIs(term), unit.place), short)];
}

/** A long definition up to its reasons, examples and asides. */
function shortenAnyLanguage(text: string): string {
  const bare = withoutAsides(text);
  const cuts = [
    ...bare.matchAll(
      /[;:]\s|,\s(?:que|lo que|con lo que|pero|aunque|es decir|así|además|mientras|donde|cuy[oa]|mas|ou seja|onde|isto é|sendo|\S+[aei]ndo|welche[rs]?|wodurch|aber|jedoch|d\. ?h\.|qui|ce qui|mais|dont|où|che|ma|cioè|maar)\s|,?\s(?:ya que|porque|como por ejemplo|por ejemplo|pois|uma vez que|por exemplo|weil|wobei|sodass|damit|zum Beispiel|z\. ?B\.|parce que|car|afin|par exemple|perché|poiché|omdat)\s/g,
    ),
  ];
  const cut = cuts
    .map((match) => match.index)
    .findLast((at) => countWords(bare.slice(0, at)) <= maxAnswerWords && countWords(bare.slice(0, at)) >= 4);
  return cut === undefined ? bare : bare.slice(0, cut);
}

/** What leads elsewhere, or only gives an example, defines nothing. */
const isAside = (text: string): boolean =>
  /^(?:por exemplo|p\. ?ex|por ejemplo|par exemple|zum beispiel|z\. ?b\.|ad esempio|bijvoorbeeld|cap[ií]tulos? \d|kapitel \d|chapters? \d|chapitre \d)/i.test(
    text,
  ) ||
  /^\(?(?:see|check|visit|read|refer|watch|follow|click|go to|download|open|learn)\b(?!\s?(?:s|only|write|-))|\b(?:see (?:main|the)|README)\b|^@\w+$|^\S+\.(?:com|org|net|io|dev)\b/i.test(
    text,
  );

/** The opening sentences of a definition, as many as one answer holds. Scripts without spaces count two characters a word. */
function firstThoughts(text: string): string {
  const size = (part: string): number =>
    Math.max(countWords(part), (part.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g)?.length ?? 0) / 2);
  let kept = '';
  for (const sentence of toSentences(text, 1)) {
    if (kept !== '' && size(kept) + size(sentence.text) > maxAnswerWords) break;
    kept = kept === '' ? sentence.text : `${kept} ${sentence.text}`;
  }
  return kept;
}

function english(term: Term): Draft[] {
  const unit = /^(?:an?|the)\s+\S/i.test(term.name) ? { ...term, name: term.name.replace(/^(?:an?|the)\s+/i, '') } : term;
  const [first] = toSentences(unit.text, 1);
  if (first === undefined || isChatter(first.text)) return [];
  const sentence = trimStop(withoutPointers(first.text));
  if (sentence === '' || /[:?]$/.test(first.text) || (!unit.name.startsWith('`') && isAside(sentence))) return [];
  if (unit.label !== null) return labelled(unit, sentence);
  if (/^(?:to|how to)\s|\?$/i.test(unit.name) || !/[\p{L}\p{N}]/u.test(unit.name)) return [];
  if (
    /^(?:for|in|on|with|without|at|by|from|if|when|while|as|and|or|but|can|could|may|might|must|should|will|would|is|are|was|has|have|not|no longer|so|then|it|we|you|they|becomes?|also|now|here|there)\s/i.test(
      unit.name,
    )
  )
    return [];
  if (
    /\b(?:for|of|to|with|in|on|by|from|at|as|and|or|is|are)$/i.test(unit.name) ||
    /^\S+(?: \S+)* (?:is|are|was|were|can|will|must|should|may|has|have|cannot)(?: |$)/.test(unit.name) ||
    saysVerb(unit.name)
  )
    return [];
  // "remove: …", "becomes: …": a word of a sentence, not a thing.
  const alone = /^[a-z]+$/.test(unit.name) ? unit.name : '';
  if (alone !== '' && baseOf(alone) !== undefined && !isAlsoNoun(alone)) return [];
  if (isYear(unit.name) && (/[a-z]/i.test(unit.name) || readSentence(sentence, true) !== null))
    return [card(unit, 'when', 'definition', named(`What happened in ${unit.name}?`, unit.place), shorten(sentence))];
  // "List users: `aws iam list-users`" is asked for as a command.
  if (!unit.name.startsWith('`') && /^`[^`]+`$/.test(sentence) && isShellCommand(sentence.slice(1, -1))) return [];
  if (isCommandName(unit.name)) return command(unit, sentence);
  const reading = readSentence(sentence, true);
  const text = shorten(sentence);
  const which = pointed(unit, sentence, reading);
  const [clause] = reading?.clauses ?? [];
  if (isStep(unit.name)) return step(unit, sentence, reading);
  if (/^(?:don['’]t|do not|never|avoid|always|remember)\b/i.test(sentence))
    return [card(unit, 'do', 'concept', named('What do you do?', unit.place, unit.name), text)];
  if (clause !== undefined && (clause.subject !== '' || isQuality(unit.name))) {
    // The sentence is about something else; a gap in it asks better, so this comes last.
    return [card(unit, 'meant', 'definition', named(`What is meant by “${unit.name}”?`, unit.place), text, true), ...which];
  }
  // "Prepare: install the package": a step of one word.
  const doing = /^\p{Lu}[a-z]+$/u.test(unit.name) && startsWithVerb(unit.name);
  if (clause !== undefined && clause.aux === 'do' && (doing || /\byou(?:r)?\b/i.test(sentence))) {
    return [card(unit, 'do', 'concept', named('What do you do?', unit.place, unit.name), text)];
  }
  if (clause !== undefined) {
    const does =
      clause.kind === 'active'
        ? `What ${isPluralName(unit.name) ? 'do' : clause.aux === 'do' ? 'does' : clause.aux} ${termPhrase(unit.name)} do?`
        : `What is ${unit.name}?`;
    // In the base form ("Grant permissions …") no other rule reads it.
    return [card(unit, 'what', 'definition', named(does, unit.place), text, clause.aux !== 'do' || isPluralName(unit.name)), ...which];
  }
  return [...meaning(unit, sentence, text), ...which];
}

/** "/29 allows for 8 addresses": a sentence, no name. */
const saysVerb = (name: string): boolean =>
  !name.includes('`') &&
  name
    .toLowerCase()
    .split(' ')
    .slice(1)
    .some((word) => verbOf(word, 'third') !== undefined && !isAlsoNoun(word));

/** "1785", "1500s", "77 BCE", "18th century"; a bare number is a year only where something happens in its text. */
const isYear = (name: string): boolean =>
  /^(?:c(?:a\.?|irca) )?(?:(?:1\d{3}|20\d{2})s?(?:\s?[-–]\s?\d{2,4}s?)?|\d{1,4}s? (?:BCE?|AD|CE)|\d{1,2}th century)$/i.test(name);

/** A definition without a verb of its own. */
function meaning(unit: Term, sentence: string, text: string): Draft[] {
  if (/^(?:if|when|you|they|there|this|these|we|but|so|because|although|while|and|or|also|once|then|however|just)\b/i.test(sentence))
    return [];
  const value = /^([\p{L} ]{2,20}?)\s=\s(\S.*)$/u.exec(sentence);
  if (value?.[1] !== undefined && value[2] !== undefined) {
    return [card(unit, 'what', 'definition', named(`What is the ${value[1].toLowerCase()} of ${unit.name}?`, unit.place), value[2])];
  }
  const use = /^(?:used )?for\s+(\S.*)$/i.exec(text);
  if (use?.[1] !== undefined && !/^(?:example|instance|more|now|each|every|all|this|that)\b/i.test(use[1]))
    return [
      card(
        unit,
        'for',
        'definition',
        named(`What ${isPluralName(unit.name) ? 'are' : 'is'} ${termPhrase(unit.name)} for?`, unit.place),
        asAnswer(use[1]),
      ),
    ];
  if (/^(?:\d+|[\p{L}\d]{1,2})$/u.test(unit.name.replaceAll('`', '')))
    return [card(unit, 'what', 'definition', named(`What does “${unit.name}” stand for?`, unit.place), text)];
  const front = named(
    `What ${isPluralName(unit.name) && (!/^an?\s/i.test(sentence) || /[A-Z]s$/.test(unit.name)) ? 'are' : 'is'} ${unit.name}?`,
    unit.place,
  );
  const items = enumeration(text);
  const list = items !== null && items.length <= 7 && items.every((item) => countWords(item) <= 4);
  return [list ? card(unit, 'what', 'list', front, bullets(items)) : card(unit, 'what', 'definition', front, text)];
}

/** "Enable the interface: no shutdown" or "Backup: run …": what to type, or to do. */
function step(unit: Term, sentence: string, reading: Reading | null): Draft[] {
  if (reading === null && looksTyped(sentence, unit)) return commandFor(unit);
  if (reading !== null && reading.clauses[0]?.aux !== 'do') {
    return [card(unit, 'meant', 'definition', named(`What is meant by “${unit.name}”?`, unit.place), shorten(sentence), true)];
  }
  return [card(unit, 'do', 'concept', named('What do you do?', unit.place, unit.name), shorten(sentence))];
}

/** "Which controller ensures that …?": asked where the list says what its terms are. */
function pointed(unit: Term, sentence: string, reading: Reading | null): Draft[] {
  const { kind, name } = unit;
  if (kind === null || sentence.toLowerCase().includes(name.toLowerCase())) return [];
  const [clause] = reading?.clauses ?? [];
  const plural = isPluralName(name);
  const which = `Which ${plural && !kind.endsWith('s') ? `${kind.replace(/(?<=[^aeiou])y$/, 'ie')}s` : kind}`;
  const predicate = clause === undefined ? null : predicateOf(clause, plural);
  const described = clause === undefined && /^(?:an?|the)\s/i.test(sentence) ? describedAs(sentence, kind) : null;
  const text = predicate ?? described;
  if (
    text === null ||
    /^\S+ (?:features?|information|data|things?|functions?|functionality|options?|support|tools?)$/.test(text) ||
    (reading !== null && reading.lead !== null)
  )
    return [];
  const question = `${which} ${withoutAsides(text)}?`;
  return countWords(question) > 20 ? [] : [card(unit, 'which', 'definition', named(question, unit.place), name)];
}

/** "the phase of a volume that is free" -> what "Which phase …" asks, without saying "phase" twice. */
function describedAs(phrase: string, kind: string): string {
  const [head = '', ...rest] = phrase.slice(phrase.indexOf(' ') + 1).split(' ');
  if (head.toLowerCase() !== kind.toLowerCase() || rest.length === 0) return `is ${phrase.charAt(0).toLowerCase()}${phrase.slice(1)}`;
  return /^(?:that|which)$/.test(rest[0] ?? '') ? rest.slice(1).join(' ') : `is that ${rest.join(' ')}`;
}

/** What the term itself does, in the words of its definition; null where somebody else does it. */
function predicateOf(clause: Clause, plural: boolean): string | null {
  if (clause.subject !== '' && !/^(it|this|they)$/i.test(clause.subject)) return null;
  const verb = clause.predicate.charAt(0).toLowerCase() + clause.predicate.slice(1);
  const bare =
    clause.subject === '' &&
    (clause.kind === 'copula' || clause.kind === 'passive') &&
    !/^(is|are|was|were|can|may|must|will|should)\b/.test(verb);
  const tails = clause.tails.filter((tail) => /^(which|participle|examples)$/.test(tail.kind));
  const cutAt = tails[0] === undefined ? -1 : verb.indexOf(tails[0].text);
  const short = cutAt > 0 ? verb.slice(0, cutAt).replace(/[,\s]+(?:such as|like|including|e\.g\.)?\s*$/, '') : verb;
  const phrase = short.replace(/[,;]$/, '');
  // "Describe the …" said of one thing: which thing describes it.
  if (clause.aux === 'do' && !plural)
    return phrase.replace(/^[a-z]+/, (word) => (verbOf(word, 'base') === undefined ? word : thirdOf(word)));
  return `${bare ? `${clause.plural ? 'are' : 'is'} ` : ''}${phrase}`;
}

/** "Use case: …" below a term asks for the term's use case. */
function labelled(unit: Term, sentence: string): Draft[] {
  if (/^commands?$/i.test(unit.label ?? '')) return commandFor(unit);
  if (/^(?:how|why|what|when|where)$/i.test(unit.label ?? '')) return [];
  const label = (unit.label ?? '').replace(/\(s\)$/, '').toLowerCase();
  if (/^(notes?|warning|caution|tip|important|remember|link|reference|see|output|todo)$/.test(label)) return [];
  if (!isBare(label) && !unit.place.properties.has((unit.label ?? '').toLowerCase())) return [];
  const plural = looksPlural(label.split(' ').at(-1) ?? '') || /^(?:pros|cons)$/.test(label);
  if (/^(?:how|when|what|why|where|who|can|is|are|does|do|to|for|in|if)\b/.test(label))
    return [card(unit, label, 'concept', named(`${unit.name}: ${label}?`, unit.place), asAnswer(shorten(sentence)))];
  const article = /^(example|use case)s?$/.test(label) ? (label.startsWith('e') ? 'an' : 'a') : 'the';
  if (label === 'description')
    return [card(unit, label, 'definition', named(`What is ${unit.name}?`, unit.place), asAnswer(shorten(sentence)))];
  const question =
    plural && article === 'the'
      ? `What are the ${label} of ${unit.name}?`
      : `What is ${article} ${label.replace(/s$/, article === 'the' ? 's' : '')} of ${unit.name}?`;
  const text = shorten(sentence);
  const items = enumeration(text);
  return [
    items !== null && items.length <= 7
      ? card(unit, label, 'list', named(question, unit.place), bullets(items))
      : card(unit, label, 'concept', named(question, unit.place), asAnswer(text)),
  ];
}

/** Whether a text is something to type: a known program, or a line of code in notes about commands. */
function looksTyped(text: string, unit: Term): boolean {
  const bare = text.replaceAll('`', '');
  if (isShellCommand(bare)) return true;
  const { place } = unit;
  const about = /\b(?:cli|commands?|configur\w*|cisco|router|switch)\b/i.test([place.note, ...place.headings, unit.name].join(' '));
  return about && /^[a-z][^,;]*$/.test(bare) && countWords(bare) <= 12;
}

/** "Enable the server" with "Command: ntp master" below it. */
function commandFor(unit: Term): Draft[] {
  const lower = unit.name.replace(/^\(optional\)\s*/i, '');
  if (!startsWithVerb(lower) || countWords(unit.text) > 12 || unit.text.includes(',')) return [];
  const text = unit.text.includes('`') ? unit.text : `\`${unit.text}\``;
  return [
    card(
      unit,
      'command',
      'command',
      named(`Which command do you run to ${lower.charAt(0).toLowerCase()}${lower.slice(1)}?`, unit.place),
      text,
    ),
  ];
}

const isCommandName = (name: string): boolean => /^`[^`]+`$/.test(name) && isShellCommand(name.slice(1, -1));

function command(unit: Term, sentence: string): Draft[] {
  const lower = sentence.charAt(0).toLowerCase() + sentence.slice(1);
  const reading = readSentence(sentence, true);
  // "`nginx`: web server" is a thing.
  const isThing = reading === null && /^[a-z]+(?: [a-z]+)?$/.test(lower) && !startsWithVerb(lower);
  const front = isThing ? `What is ${unit.name}?` : `What does ${unit.name} do?`;
  const what = card(unit, 'what', 'concept', named(front, unit.place), asAnswer(shorten(sentence)));
  if (reading?.clauses[0]?.subject !== '' || reading.clauses[0].kind === 'copula') return [what];
  const question = reading.clauses[0].aux === 'do' ? `Which command do you run to ${lower}?` : `Which command ${lower}?`;
  return [what, card(unit, 'command', 'command', named(question, unit.place), unit.name)];
}

/** The sentence, without its asides and trailing clauses where it is too long for an answer. */
function shorten(text: string): string {
  if (countWords(text) <= maxAnswerWords) return text;
  const bare = withoutAsides(text);
  if (countWords(bare) <= maxAnswerWords) return bare;
  const cuts = [
    ...bare.matchAll(
      /,\s+(?:which|where|who|such as|including|making|allowing|ensuring|enabling|providing|and|but|so|while|because|as)\b|\s+(?:such as|which|so that|because)\s/g,
    ),
  ].map((match) => match.index);
  const cut = cuts.findLast((at) => countWords(bare.slice(0, at)) <= maxAnswerWords && countWords(bare.slice(0, at)) >= 5);
  return cut === undefined ? bare : bare.slice(0, cut);
}
