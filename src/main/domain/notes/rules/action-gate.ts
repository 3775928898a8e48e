/** What a card made of a plain statement must show: one who acts, a question that has one answer, an answer with something in it. */
import type { Clause } from '../english/grammar.js';
import { isAlsoNoun, verbOf } from '../english/verbs.js';
import { isPluralName } from '../english/words.js';
import { keyWords } from '../subject.js';
import { countWords } from '../text.js';
import { isActor } from './anchor.js';
import { isOneThing } from './clean-reading.js';
import { isWhole } from './cut-phrase.js';
import { dutyBearer } from './duty-bearer.js';
import { subjectPhrase } from './front.js';
import { isArgument } from './worth-term.js';
import type { Draft, SentenceUnit } from '../rule.js';
import { withoutAsides } from './sentence-parts.js';

/** The clause that a draft of this rule asks about. */
export const clauseOf = (draft: Draft, unit: SentenceUnit, first: Clause): Clause =>
  unit.reading?.clauses.find((clause, i) => draft.part === `${clause.main}${i === 0 ? '' : String(i)}`) ?? first;

/**
 * Whether a statement makes a question that one can answer.
 * @param clause The clause the card was made of.
 * @param question The question without the names before it.
 */
export const isAnswerable = (draft: Draft, unit: SentenceUnit, clause: Clause, question: string): boolean =>
  isTold(draft, clause, unit, question) &&
  isWhole(draft, unit, clause, question) &&
  !isOpen(question, draft, clause) &&
  !isSetPhrase(question, draft, clause) &&
  !isMisread(clause, unit) &&
  !isOfExample(question) &&
  !sayItself(clause.main, question) &&
  !isOneOfSeveral(unit.text) &&
  !isGiven(draft, question) &&
  (draft.kind === 'list' ||
    (!isEmpty(draft.back, clause) && !goesOn(draft.back, clause, unit.reading?.clauses.length ?? 1) && !isOfOneCase(draft.back)));

/** Half a comparison ("like a usual ship but has …"), the number of a question, a count that no verb follows ("number of checks before …"). */
const noSubject = /^(?:like|unlike|q?\d+(?:\.\d+)*\.?)\s|^(?:number|amount|list|type|set|name|kind|percentage|length|size) of\s/i;

/** "A rope to tie knots from …": the noun that follows was taken for the verb. */
const holdsPurpose = /\s(?<!\b(?:used|how|according|due|related|up) )to (?!the\b|an?\b)[a-z]+\s/i;
const takesPurpose = /\b(?:ability|command|way|need|permission|right)\b/i;

/** "This roadmap", "the demo": what the note itself does. */
const ofNote =
  /^(?:the|this|our)\s(?:[\w-]+ )?(?:roadmap|guide|vault|map|repo(?:sitory)?|notes?|playlist|cheat ?sheet|tutorial|demo|walkthrough|scenario|snippet)s?$/i;

/** Whether what acts was read wrongly, or the text is a drawing. */
const isMisread = ({ subject, predicate, main }: Clause, { text, term }: SentenceUnit): boolean =>
  // "`a` stores 2": a name out of a few lines of code.
  /^`(?:[a-z]|\d[^`]*)`$/i.test(subject) ||
  // "receive, process, and forward traffic": the object belongs to the last of the verbs.
  /^(?:(?:can|may|must|should|will|do|does|to) )?[a-z]+,\s/.test(predicate) ||
  main === 'tell' ||
  /->|=>|→/.test(withoutAsides(text)) ||
  noSubject.test(subject) ||
  ofNote.test(subject) ||
  /^Q\d+\b/.test(term ?? '') ||
  (holdsPurpose.test(subject) && !takesPurpose.test(subject));

const unnamed = /^(?:|it|they|this|these)$/i;

/** Whether who acts can act, and is as many as the verb says. */
function isTold({ part }: Draft, clause: Clause, unit: SentenceUnit, question: string): boolean {
  const aux = /\b(?:what|where|how|who) (?:[a-z]+ things )?([a-z]+)\b/i.exec(question)?.[1]?.toLowerCase() ?? '';
  if (/^(?:did|has|have|had)$/.test(aux)) return false;
  // "This creates a folder" behind a block of code: what creates it stands there.
  if (/^this$/i.test(clause.subject) && unit.term === null && unit.previous === null) return false;
  if (!unnamed.test(clause.subject) || part.startsWith('object-')) return true;
  // Where two things are compared, "it" may be either.
  if (clause.subject !== '' && unit.term === null && comparing.test(unit.place.headings.at(-1) ?? '')) return false;
  const who = subjectPhrase(clause.subject, unit);
  if (who === 'it' || dutyBearer(unit.place) !== null) return true;
  if (unit.term !== null && isArgument(unit.term, unit.place)) return false;
  if (!isActor(who) || !isOneThing(who) || /^(?:every|each|all|any)\b/i.test(who)) return false;
  const plural = isPluralName(who);
  // "They can claim 5 volumes" below one quota: it is not the quota that does.
  if (/^(?:they|these)$/i.test(clause.subject) && /^(?:can|may|must|will|should)$/.test(aux) && !plural && !/\p{Lu}{2}$/u.test(who))
    return false;
  // "Could have many" below "Rope types": one of them could.
  if (clause.subject === '' && plural && /^(?:could|might)$/.test(aux)) return false;
  // "Devices: use several": a line that begins with a plain verb asks for something, unless what stands before it is one that acts.
  if (clause.subject === '' && aux === 'do') return actors.test(who);
  return /^(?:do|are)$/.test(aux) ? plural || /\p{Lu}{2}$/u.test(who) : !(/^(?:does|is)$/.test(aux) && plural);
}

const comparing = /\b(?:comparison|compared|comparing|differences?|vs\.?|versus)\b/i;

/** Nouns of those who act, in the plural. */
const actors =
  /(?:[a-z]{2}(?:er|or)s|components|switches|bridges|services|protocols|commands|functions|policies|systems|tables|gateways|probes|proxies|engines|daemons|agents|rules|nodes|clusters|groups|records|tools|plugins|modules|instances)$/i;

/** Verbs that take anything: by themselves they ask for one of many. */
const open = /\b(?:use|play|include|involve|face|occur at|bring|gain)\?$/;

/** "What does it use?" could be answered in many ways; "what does it use to …?" in one. */
const isOpen = (question: string, { back }: Draft, clause: Clause): boolean =>
  open.test(question) ||
  // "What does it have by linking the parts?": how is no part of what.
  /\bhave [a-z]/.test(question) ||
  (/\ballow\?$/.test(question) && countWords(back) < 4 && !back.includes('`')) ||
  (/\bhave\?$/.test(question) && !clause.negative && clause.aux !== 'must' && !/`|\d/.test(back)) ||
  /\bplay\b/.test(clause.main) ||
  (/\b(?:improve|increase|reduce|enhance|simplify|facilitate|optimize|minimize)\?$/.test(question) &&
    countWords(back) <= 4 &&
    !/`|\d/.test(back));

/** "run in parallel with …", "keep data alive": verb and answer make one phrase, which no question takes apart. */
const isSetPhrase = (question: string, { back }: Draft, { main }: Clause): boolean =>
  (/\bin\?$/.test(question) &&
    /^(?:parallel|advance|addition|conjunction|order|place|tandem|sync|total|turn|common|general|particular|charge|detail)\b/i.test(
      back,
    )) ||
  (/^(?:keep|leave|make|render)$/.test(main) &&
    /^(?:\S+ ){1,3}(?:alive|safe|clean|secure|consistent|available|running|simple|small|open|intact|private|fresh|stable|reliable|healthy|in sync|up to date)\b/i.test(
      back,
    ));

/** Words that promise something and do not say it. */
const promise =
  /^(?:(?:an?|the|its|their|many|some)\s)?(?:additional|another|other|further|new|extra|special|specific|particular|certain|fixed|actual|various|different|crucial|important|key|vital|significant|essential|necessary|required|common|robust|powerful|(?:more|better) [a-z]+ (?:set|range|way|level|form))\s/i;
const amount = /^(?:an?|the|many)\s(?:wide |broad |rich |large )?(?:variety|range|lot|host|number|selection|wealth|multitude) of\s/i;

/** "The advanced features required for …", "an additional layer of configuration": however long, it does not say which. */
const featuresOnly =
  /^(?:(?:an?|the|some) )?(?:additional|advanced|extra|limited|basic|more|some) (?:(?:set|range|layer|level) of )?(?:advanced |basic )?(?:features?|capabilit(?:y|ies)|functionality|options|configuration|complexity|transformation|settings?)\b/i;
/** "Several critical features required in production" */
const someOnly =
  /^(?:several|many|various|multiple|numerous) (?:\w+ )?(?:features|capabilities|benefits|advantages|options|functions|challenges|issues|problems)\b/i;
const benefitsOnly =
  /^(?:high |enhanced |improved |great |greater |better )?(?:performance|scalability|flexibility|stability|reliability|efficiency|agility|simplicity|granularity)(?:,| and\b| for\b|$)/i;

/** "Various AWS data sources", "useful information about resources": which, it does not say, whatever name stands in it. */
const severalOnly =
  /^(?:various|multiple|several|many|numerous|different|strong|useful|powerful|comprehensive|seamless|robust|anyone)(?: [\w-]+){1,4}(?: (?:for|about|of|to|into) (?:[\w-]+ ?){1,4})?$/i;

/** Verbs that say how many others there are only to praise. */
const giving = /^(?:integrate|support|offer|provide|use|include|allow|enable|work|depend)$/;

/** Whether the answer only says that there is something: "additional features", "a variety of services", "various aspects of nodes". */
function isEmpty(back: string, { main }: Clause): boolean {
  if (
    ((featuresOnly.test(back) || someOnly.test(back)) && !/[`:]/.test(back)) ||
    benefitsOnly.test(back) ||
    /^(?:Start|Stop|Continue|Keep) (?:working|running)$/.test(back)
  )
    return true;
  // "Introduced in 2001 with all the parts of …": a year and something else.
  if (/^You\b|^(?:19|20)\d\d \w+ \w/.test(back)) return true;
  if (/^(?:The|An?) (?:back|out|up|down|in)\b|^That (?:is|are|was|were|can|has|have|to|into|from|with)\b/.test(back)) return true;
  if (severalOnly.test(back) && (giving.test(main) || !/^(?:multiple|several|many|numerous|different)\b/i.test(back))) return true;
  if (/[`\d]|\s\(?\p{Lu}/u.test(back)) return false;
  const words = countWords(back);
  return (promise.test(back) && words <= 8) || (amount.test(back) && words <= 7) || (/\bvarious\b/i.test(back) && words <= 7);
}

/** "Resources and deploys distribution", "images and not start containers": the answer runs on into what else is done. */
function goesOn(back: string, clause: Clause, clauses: number): boolean {
  if (/^(?:that|how|whether|where|what|which|if|when)\b/i.test(back)) return false;
  const text = back.replace(/`[^`]*`/g, '`x`');
  // "The number of calls and improving latency"
  if (
    /^\S*(?<!ing)\s.*\s(?:and|while|thus|thereby) (?:improving|reducing|increasing|making|providing|allowing|enabling|ensuring|preventing|keeping|helping|avoiding|giving)\b/.test(
      text,
    )
  )
    return true;
  // "…, and balancer service requires a balancer"
  const other = /,\s(?:and|or)\s(?:[\w-]+\s){1,4}?([a-z]+s)\s(?:an?|the|to|from|in|on)\s/.exec(text)?.[1];
  if (other !== undefined && verbOf(other, 'third') !== undefined && !isAlsoNoun(other)) return true;
  if (/\b(?:and|but) (?:not|does|doesn't|do|don't)\b|, no\s|\b(?:and|or) [a-z]+s (?:down|up|out|off)\b/.test(text)) return true;
  const alone = clause.aux === 'does';
  for (const [, joined = '', next = ''] of text.matchAll(
    /(?:,\s(?:and|or)|,|\sand|\sor)\s(?:then |also |[a-z]+ly )?([a-z]+)\b(?:\s+(\S+))?/g,
  )) {
    if (verbOf(joined, 'third') !== undefined) {
      if (!isAlsoNoun(joined) || /^(?:and|if|whether|down|up|out)$/.test(next)) return true;
      // "… and deploys distribution": of one who acts, a word that may be a verb and has an object, or breaks off, is one.
      if (alone && (next === '' ? clauses > 1 : /^[a-z]+$/.test(next) && !joining.test(next))) return true;
    }
    if (!alone && verbOf(joined, 'base') !== undefined && !isAlsoNoun(joined) && /^(?:for|to|with|from)$/.test(next)) return true;
  }
  return false;
}

/** Words that go on after a noun. */
const joining = /^(?:of|for|to|in|on|from|with|by|at|that|which|are|is|or|between|within|across|per|as|into|over|via|using|during)$/;

/** "typically uses X, but can also use Y": what is asked for is one of two. */
const isOneOfSeveral = (text: string): boolean => /\bbut (?:it |they )?(?:can|may|could) also\b/i.test(text);

/** Whether the names before the question, or the question, hold the answer: "Open source: what is it released under? An open-source licence". */
function isGiven({ front, back }: Draft, question: string): boolean {
  const answer = stems(withoutAsides(back));
  const asked = new Set(stems(question));
  const context = front.slice(0, front.length - question.length).replace(/:\s*$/, '');
  if (answer.length <= 3 && !/[`\d]/.test(back) && answer.every((word) => asked.has(word))) return true;
  return (
    !back.includes('`') &&
    context.split(', ').some((name) => {
      const words = stems(name);
      return (
        words.length > 0 &&
        words.every((word) => answer.includes(word)) &&
        (answer.length <= words.length + 1 || (words.length > 1 && words.every((word, i) => answer[i] === word)))
      );
    })
  );
}

/** Key words without their endings. */
const stems = (text: string): string[] => keyWords(text).map((word) => word.replace(/(?:ies|es|s|y)$/, ''));

/** A file or a host of the author's own: `sensor_log.txt`, `db.corp.local`. */
const exampleName = /`[\w-]+\.(?:txt|log|csv|py|sh|java|jar|html?)`|\b[\w-]+\.(?:corp|lan|internal|(?<!cluster\.)local)\b/i;
const exampleHost = /\bexample\.(?:com|org|net)\b/i;

/** "PC1", "Switch B": devices of a drawing. */
const exampleDevice = /\b(?:PC|SRV|SW)-?\d\b|\b(?:Host|Switch|Router|Server|Client|Bridge|Site|VM) (?:[A-D]|[1-9])\b(?! \p{Lu})/u;

const isOfExample = (question: string): boolean =>
  ownProgram.test(question) || exampleHost.test(question) || exampleDevice.test(question) || /`[\w-]+\.(?:txt|log|csv)`/.test(question);

/** "What does `crane exec …` execute?": the command says it; what the whole line does is asked for elsewhere. */
const sayItself = (verb: string, question: string): boolean =>
  verb.length >= 3 &&
  (/`([^`]*\s[^`]*)`/.exec(question)?.[1] ?? '')
    .toLowerCase()
    .split(/[^a-z]+/)
    .some(
      (word) =>
        word.length >= 3 &&
        (verb === word || (Math.min(word.length, verb.length) >= 4 && (verb.startsWith(word) || word.startsWith(verb)))),
    );

/** "What does port_scan.py print?": the author's own program. */
const ownProgram = /\b(?:do|does|is|are|can|will) (?:the )?`?[\w/-]+\.(?:py|sh|js|ts|java|rb|go|ps1|bat)`? [a-z]/;

/** Numbers and names of one example: "all 3 pods", "a warning 14 days". */
const isOfOneCase = (back: string): boolean =>
  exampleName.test(back) ||
  exampleDevice.test(back) ||
  /\b(?:the|all|these|our) \d+ (?:[a-z]+ )?\p{L}+s\b|\b(?!(?:of|in|for|to|up|than|every|after|within|at|least|most|about|by|is|are)\b)[a-z]+ \d+ (?:days|hours|minutes|seconds|weeks)$/iu.test(
    back,
  );
