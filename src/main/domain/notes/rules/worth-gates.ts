/** What each rule's cards must show to be worth a reader's time. */
import { requests } from '../english/clause.js';
import { baseOf, isAlsoNoun, verbOf } from '../english/verbs.js';
import type { Clause } from '../english/grammar.js';
import { looksPlural } from '../english/words.js';
import { lettersIn } from '../letters.js';
import { countWords } from '../text.js';
import { clauseOf, isAnswerable } from './action-gate.js';
import { hasName, isAnchored, isName, saysMore } from './anchor.js';
import { isCircular, isExplainedWithItself } from './circular.js';
import { setsApart } from './predicate.js';
import type { Draft, Place, SentenceUnit } from '../rule.js';
import { isAddition, isFaintPraise, isPraise, isMetaphor, isRemark } from './worth-praise.js';

/** An answer as the sentence writes it: answers begin with a capital, words in a sentence mostly do not. */
const written = (back: string, { text }: SentenceUnit): string => {
  const small = back.charAt(0).toLowerCase() + back.slice(1);
  return text.includes(small) ? small : back;
};

export const always = (): boolean => true;

type Gate = (draft: Draft, unit: SentenceUnit, clause: Clause) => boolean;

export const gates: Partial<Record<string, Gate>> = {
  action: (made, unit, first) => {
    const clause = clauseOf(made, unit, first);
    if (saysVerbTwice(unit, clause)) return false;
    // "lets you rent a boat, choosing its size": you choose.
    if (made.part.startsWith('also-') && /^(?:let|allow|enable|permit|help)$/.test(clause.main)) return false;
    return isPlain(made, unit, clause) && isAnswerable(made, unit, clause, asked(made.front));
  },
  reason: ({ front, back, part }, unit, clause) =>
    isAnchored(clause.subject, unit) &&
    // "a zone that holds rules to …", "a file that is used to …": whose purpose it is cannot be told.
    !(/^(?:object|subject|also)-(?:purpose|cause)/.test(part) && embedded.test(front)) &&
    !(/^(?:.*: )?why /i.test(front) && /^(?:If|When|Where|How)\b/.test(back)) &&
    saysMore(written(back, unit), place(unit)) &&
    // "acts as a bridge via a cable": the bridge has the cable.
    !(/^(?:act|serve|function)$/.test(clause.main) && /^as\b/.test(clause.object) && /^(?:Via|Using|Through|By)\b/.test(back)) &&
    !((clause.negative || naming.test(clause.main)) && /^To\b/.test(back)) &&
    !/\b(?:easier|harder|difficult|easy|hard|sufficient|enough|able|likely|elected|chosen|selected|care|time|ability|way|order|required|needed|allowed|necessary|minutes|hours|seconds|been|want|try)\?$|, (?:an?|the) [^?]*\?$/.test(
      front,
    ) &&
    countWords(back) >= 3 &&
    !/^To \w+ and \w+$/.test(back) &&
    !isCircular(asked(front), back, /^(?:In order )?to\b/i.test(back)) &&
    standsFor(clause, unit) &&
    !/^To help (?:you|us|users|to)\b|\btherefore\b|^Using of\b|\beasily$/.test(back) &&
    !isBenefit(back) &&
    !(
      /^(?:In order )?to\b/i.test(back) &&
      ((part === 'purpose' && pallid.test(clause.main) && countWords(back) < longPurposeWords) || /\bneed\b|\bused\?$/.test(front))
    ) &&
    clause.kind !== 'progressive' &&
    // "keeps the knots tied by hand": by hand they are tied.
    !(/^(?:By|Via|Using|Through)\b/.test(back) && /\bhow (?:do|does|can|will) .* [a-z]+ed\?$/i.test(front)) &&
    // "by filling the tub, stirs it, and …": one step of several.
    !isCutShort(back, unit) &&
    !/\byou (?:understand|remember|know|learn|note|study)\b/.test(front) &&
    !/\bmust you have\b|^(?:.*: )?why (?:is|are) .* worth\b/i.test(front) &&
    // "To free the deck and ropes can be stowed": the next clause was taken along.
    !/\sand (?:the )?[\w-]+ (?:can|is|are|will|must|may)\s/.test(back) &&
    !/\b(?:do|does|did|is|are)\b.* (?:and|or) (?:is|are|was|were) \w+|\b(?:is|are) .* (?:with|by|in|on|to|from|for) .* and [a-z]+ed\?$/i.test(
      front,
    ),
  condition: ({ front, back }, unit, clause) =>
    isAnchored(clause.subject, unit, asked(front)) &&
    !/^(?:It|They) \w+(?: \w+)?$|^(?:It|They) (?:will|can|may|must|should|has|have|had) (?:be )?\w+$/.test(back) &&
    !/\b(?:you|your|users)\b/i.test(front.replace(/\b(?:must|should) you\b/, '')) &&
    !/\b(?:if|when|once|after|before|until|unless) (?:it|they|he|she|approved|enabled|so|not)\b|\bhappens (?:as|when [a-z]+ing)\b|\bwhat happens .*\b(?:its|their)\b/i.test(
      front,
    ) &&
    !/^It means\b/.test(back) &&
    clause.aux !== 'did' &&
    standsFor(clause, unit) &&
    !isCircular(asked(front), back, /^(?:When|If|Once|After|Whenever)\b/.test(back)) &&
    !/\b(?:that|the) (?:happens?|time|case)\?$|\bat any time\?$|\beven\b|\b(?:mean|see|want|know)\b/.test(front) &&
    !(
      /^(?:when|until when)\b|: (?:when|until when)\b/i.test(front) &&
      !(isDefinite(back) && isCondition(back, clause) && !gives.test(front))
    ),
  // What something is done for goes without saying, unless it is a name.
  scope: ({ front, back, part }, unit, clause) =>
    isAnchored(clause.subject, unit) &&
    !(/^for\d/.test(part) && isLoose(clause, front)) &&
    // What something depends on is seldom the point of what it does.
    !/^(?:.*: )?depending on\b/i.test(front) &&
    (part.startsWith('for')
      ? hasName(written(back, unit), unit) || (part === 'for-lead' && countWords(back) > 2)
      : saysMore(written(back, unit), place(unit))) &&
    !/^(?:has|have|had)$/.test(clause.aux) &&
    standsFor(clause, unit) &&
    !isCircular(front, back) &&
    !/\b(?:me|you|compared (?:to|with)|allow|let)\b/i.test(front) &&
    countWords(asked(front)) <= 16,
  detail: ({ front, back, part }, unit, clause) =>
    part === 'apposition'
      ? // "A binary construct": what marks it off was cut.
        countWords(back) > 3 &&
        !/\bwhat is (?:your|\d)/i.test(front) &&
        isName(/\bwhat is (.+)\?$/i.exec(front)?.[1] ?? '', unit, back.startsWith('The ')) &&
        !/\s(?:is|are|was|were|will|uses?|has|have|may|can)\s/.test(back.replace(/\b(?:that|which|who) \w+/g, ''))
      : isAnchored(clause.subject, unit) &&
        saysMore(written(back, unit), place(unit)) &&
        // "a logging mechanism used by …" is one of many.
        unit.text.includes(/\b(the .+?) \w+ by\?$/.exec(front)?.[1] ?? '?') &&
        !/\b(?:amount|number|typically|kind|type|volume|multiplied)\b/.test(front),
  cloze: ({ back, front }, unit, clause) =>
    !saysVerbTwice(unit, clause) &&
    isAnchored(clause.subject, unit) &&
    isName(written(back, unit), unit) &&
    (/[`\d]/.test(back) || countWords(back) > 1 || /\p{Ll}\p{Lu}/u.test(back)) &&
    !/^(?:Kubernetes|AWS|Linux|IP|Docker) \w+$|^OSI model$/i.test(back) &&
    countWords(asked(front)) <= 18 &&
    standsFor(clause, unit) &&
    !isCircular(front, back) &&
    !/^(?:\d{1,2}|(?:step|epic|part|phase|chapter|port|figure|table) \d+|\d+(?:\.\d+){3}.*)$/i.test(back) &&
    !/\b(?:you|your)\b/i.test(front.replace(/\byou must\b/i, '')) &&
    // "`/srv/a` is mounted at …", "gives that Role to …": an example of the note.
    !/^`[/~]/.test(clause.subject) &&
    !/\b(?:[a-z]+s|to|in|of|from|with|on|by) that \p{Lu}\p{Ll}+ (?:to|in|for|on)\b|\bfoundation of\b/u.test(front),
  definition: ({ front, back, part }, unit, clause) =>
    !clause.negative &&
    !isExplainedWithItself(front, back) &&
    !(part.startsWith('is') && /^(?:how|what|when|why)\b/i.test(back)) &&
    !/\bwhat (?:is|are) [^?]*\bvs\b/i.test(front) &&
    // "is also responsible for …": one of what it is responsible for.
    !(part.startsWith('responsible') && isAddition(clause)) &&
    (/(?:^|-)what\d/.test(part)
      ? setsApart(back) &&
        !isRemark(back) &&
        !isMetaphor(back) &&
        !isAddition(clause) &&
        // "This is an ideal point to …": what was said before is.
        !(unit.previous !== null && /^(?:this|that|these|those)\b/i.test(clause.subject))
      : part === 'reverse' || saysMore(written(back, unit), place(unit))) &&
    !/\bwhat (?:is|are) [^?]* not\b/i.test(front) &&
    !isPraise(part, front, back, clause) &&
    (isAnchored(clause.subject, unit) || (/^(?:an?\s|\p{Lu})/u.test(clause.subject) && /^(?:An?|The|One of)\s/.test(back))) &&
    !isFaintPraise(back) &&
    !/^which (?:very |highly )?(?:powerful|great|good|useful|valuable|simple|popular|critical|crucial|important|essential|key|helpful) [a-z]+ (?:should|can|is|are|helps?|makes?|must)\b/i.test(
      front,
    ) &&
    !/\b(?:ideal|great|good|best|suitable|helpful|beneficial|capable|known|familiar|perfect) (?:for|of|in|to|as|at|when|with)\?$/.test(
      front,
    ) &&
    !/^(?:must|should|may|can|has|have)$/.test(clause.aux) &&
    !/^\S{1,4}$/.test(back) &&
    !/\bwhat (?:is|are) (?:the )?(?:objectives?|[a-z]+ing [a-z]+ [a-z]+.*)\?$/i.test(front),
  example: ({ front, back, kind }, unit, clause) => {
    // Examples of a group are known only where the question says whose they are or what marks the group off.
    const owned = /\bname [a-z]+ (?!examples\b)(.+?) that .+\.$/i.exec(front)?.[1];
    const head = owned ?? /examples? of (.+? that .+?)[.?]$/.exec(front)?.[1] ?? '';
    // "ropes that go with tools": the examples are of the tools.
    if (owned === undefined && (baseOf(head.split(' ').at(-1) ?? '') === undefined || isAlsoNoun(head.split(' ').at(-1) ?? '')))
      return false;
    if (owned !== undefined && (!isAnchored(clause.subject, unit) || !standsFor(clause, unit) || back.split('\n').length < 3)) return false;
    if (head === '' || /^(?:an?|be|the|only|high|low|more|less|native)\s/i.test(head)) return false;
    if (owned === undefined && countWords(head) < 2 && unit.term === null && !isAnchored(head, unit)) return false;
    const [plain = ''] = head.split(/ that | used | for /);
    if (countWords(plain) > 4 || /\s(?:from|to|by|with|of|on|who)\s/.test(plain) || !looksPlural(plain.split(' ').at(-1) ?? ''))
      return false;
    if (kind !== 'list' || (back.split('\n').length < 3 && countWords(head) < 3)) return false;
    return back
      .split('\n')
      .every(
        (item) =>
          !/^- (?:\w+ly |its|their|the|only|across|with|in|on|by|from|to|x$|such|being|and|or|enabling|detecting|ensuring|allowing|providing|preventing)\b/i.test(
            item,
          ) && even(item),
      );
  },
};

/** "connects the zones and connects the port to the sea": either is one of two. */
const saysVerbTwice = ({ reading }: SentenceUnit, { kind, main, subject }: Clause): boolean =>
  kind === 'active' && (reading?.clauses.filter((one) => one.main === main && one.subject === subject).length ?? 0) > 1;

/** A statement of what is the case, of something named, whose answer says something. */
const isPlain: Gate = ({ front, back, kind }, unit, clause) =>
  isAnchored(clause.subject, unit) &&
  (kind === 'list' || saysMore(written(back, unit), place(unit))) &&
  !/^(?:has|have|had)$/.test(clause.aux) &&
  clause.kind !== 'progressive' &&
  !/^(?:Due to|Because)\b|\band (?:\w+ly )?[a-z]+ (?:them|it)\b/.test(back) &&
  !/(?<!\bhelps?|\bneeds?|\bused) to (?!do\b)[a-z]+\?$|\b(?:work|mean instead|call) ?\?$/.test(front) &&
  !(clause.main === 'have' && !clause.negative && !/^(?:An?|The|One|Two|Three|\d|-|`|\p{Lu}{2})/u.test(back)) &&
  !startsMidway(front, back) &&
  countWords(asked(front)) <= 16 &&
  !/\bwhat (?:will|do|does) (?:node|pod|client|server|user|attacker|host|the (?:type|kind|number|size|rest|layer|system|user|client|checks?|statements?)) [a-z]+(?: [a-z]+)?\?$/i.test(
    front,
  ) &&
  !(kind !== 'list' && isThin(written(back, unit), clause));

/**
 * Whether what a pronoun or a missing subject stands for can be told: a term does; a heading that says what is done or where
 * ("Roles in a harbour") does nothing itself.
 */
function standsFor(clause: Clause, unit: SentenceUnit): boolean {
  if (/^(?:for )?(?:example|instance|ex|notes?)$/i.test(unit.term ?? '')) return false;
  if (clause.subject !== '' && !/^(?:it|they|this|these|those|that)$/i.test(clause.subject)) return true;
  // "Several ships: use several ropes": what to do, not what the ships do.
  if (clause.subject === '' && clause.aux === 'do' && requests.has(clause.main)) return false;
  // "Can view the logs": the reader can.
  if (clause.subject === '' && clause.kind === 'active' && /^(?:can|may|should|must)$/.test(clause.aux)) return false;
  return unit.term !== null || !/\s(?:in|of|for|to|with|here|from|between|on|vs\.?)\s|\shere$/i.test(unit.antecedent);
}

/** Verbs of a relative clause behind whose object a purpose is the object's. */
const embedded =
  /\b(?:is|are|can|must|may|will)\b|\b(?:do|does) .*\b(?:hold|define|contain|provide|have|take|need|give|specify|list|store)\b|\byou\b/i;

/** "define a zone, a record for X", "load a module used for X": what is for X cannot be told. */
const isLoose = (clause: Clause, front: string): boolean =>
  /^(?:match|describe|define|construct|ensure|add|load|serve|have|include|convert|return|become)$/.test(clause.main) ||
  /,[^?]*\?$|\b(?:with|than|beyond|but|only|suitable|used|support|responsible|required|needed)\b[^?]*\?$/.test(asked(front));

/** Verbs that give room for something or promise it: when they do goes without saying. */
const gives = /\bwhen (?:do|does|can|will) .* (?:allow|enable|permit|ensure|help)\b/i;

/** A purpose told at such length says more than the usual. */
const longPurposeWords = 13;

/** What nearly everything is done for: guessed, unless a name says more. */
const isBenefit = (back: string): boolean =>
  /^(?:In order )?to (?:\w+ly )?(?:improve|maintain|enhance|increase|optimi[sz]e|protect|boost|strengthen|simplify|achieve|complete|deliver|detect|identify)\b/i.test(
    back,
  )
    ? (!/`|\p{Lu}{2}|\d/u.test(back) || countWords(back) <= 4) && countWords(back) < longPurposeWords
    : /^(?:In order )?to (?:\w+ly )?(?:provide|reduce|control|support)\b.*\b(?:performance|costs?|security|availability|scalability|reliability|efficiency|quality|flexibility|safety|stability)$/i.test(
        back,
      );

/** "specifies the ropes to use": the purpose is that of the ropes. */
const naming = /^(?:specify|define|list|name|limit|select)$/;

/** Verbs that say too little to ask why: "why does it include X?" */
const pallid = /^(?:include|involve|provide|offer|feature|perform|bundle|have|contain|deliver|give|orchestrate)$/;

/** Whether the sentence goes on with what the answer needs: a verb of the same subject, or what is allowed. */
function isCutShort(back: string, { text }: SentenceUnit): boolean {
  const at = text.toLowerCase().indexOf(back.toLowerCase());
  const rest = at < 0 ? '' : text.slice(at + back.length);
  // "To allow the sailors" and the cook to eat.
  if (/^To (?:allow|enable|permit)\b/.test(back) && /^ (?:and|to)\s/.test(rest)) return true;
  const next = /^, ([a-z]+)\s/.exec(rest)?.[1];
  return next !== undefined && verbOf(next, 'third') !== undefined;
}

/** A condition of the thing itself, not of one reader's case or of any use. */
const isCondition = (back: string, clause: Clause): boolean =>
  !/\byour?\b|, or by\b|^(?:During|In case of)\b|^Before any\b/i.test(back) &&
  !/^(?:allow|enable|permit|let|support|facilitate|mean|present)$/.test(clause.main) &&
  !(/^(?:can|may|might|could)$/.test(clause.aux) && !clause.negative);

const place = (unit: SentenceUnit): Place => unit.place;

/** The question without the names before it. */
export const asked = (front: string): string => /^.*?: (?=\p{Ll})(.*)$/u.exec(front)?.[1] ?? front;

/** Verbs that say little: what they take must say it all. */
const pale =
  /^(?:have|contain|include|provide|offer|support|use|allow|enable|give|need|require|make|get|operate|work|help|improve|increase|reduce|take|set|handle|manage|perform|consume|involve|represent|follow|define)$/;

const saysDefinite = lettersIn(/[`\d$]|\p{Lu}{2}|\p{Ll}\p{Lu}|\s\p{Lu}\p{Ll}/u);

/** Whether the answer is too little to be worth asking for: what may be the case, what is not, or one of many. */
function isThin(back: string, clause: Clause): boolean {
  const definite = saysDefinite.test(back);
  const named = definite || /^(?:an?\s|the\s)?\p{Lu}\p{Ll}/u.test(back);
  const words = countWords(back.replace(/^(?:the|an?|its|their|all|any|each|every|one or more)\s+/i, ''));
  if (/^(?:can|could|may|might|would)$/.test(clause.aux)) return clause.negative ? !named : !/\d/.test(back);
  // What something does not do is one of many things, unless it is told in full.
  if (clause.negative) return countWords(back) < 5 && !named;
  if (/^(?:will|should|must)$/.test(clause.aux)) return !named && words < 3;
  if (words === 1) return !named;
  if (clause.main === 'used') return !named && words < 3;
  return pale.test(clause.main) && !definite && words < 3;
}

/** When something happens is told by an event or state, not by "later". */
const isDefinite = (back: string): boolean =>
  countWords(back) >= 3 &&
  !/^(?:if|when) not [a-z]+ed\b/i.test(back) &&
  !/^(?:after|before|once|when|until) (?:it|they) (?:is|are|was|were|has been|have been) \w+$/i.test(back) &&
  !/^(?:If|When|As|Once) (?:you|it|they|this|that|something|anything|things|someone|necessary|needed|possible)\b/i.test(back);

/** "What does X route? => Bypass all …": the verb was taken for a noun. */
const startsMidway = (front: string, back: string): boolean => {
  const first = /^[A-Z]?[a-z]+/.exec(back)?.[0].toLowerCase() ?? '';
  return !/\b(?:do|to do|be)\?$|\bhelps?\b/.test(front) && verbOf(first, 'base') !== undefined && !isAlsoNoun(first);
};

export const even = (text: string): boolean =>
  (text.match(/\(/g)?.length ?? 0) === (text.match(/\)/g)?.length ?? 0) && (text.match(/["“”]/g)?.length ?? 0) % 2 === 0;
