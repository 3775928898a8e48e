/** Whether a card made of `**Term**: text` is worth a reader's time: its term names a thing, its text says what the thing is. */
import { isQuality } from '../english/fit.js';
import { isAlsoNoun, verbOf } from '../english/verbs.js';
import { startsWithVerb } from '../english/question.js';
import { isBare } from '../subject.js';
import { capitalise, countWords } from '../text.js';
import { echoes, saysAllButOne, saysItself } from './echo.js';
import { setsApart } from './predicate.js';
import { isBeside, isMetaphor } from './worth-praise.js';
import { isWorthForeign } from './worth-foreign.js';
import type { Draft, Place, Term } from '../rule.js';
import { isProgram } from './shell.js';
import { benefit, isActivity } from './anchor.js';
import { isWalkthrough } from './walkthrough.js';

/** What something "is meant by" is longer than this where the sentence only mentions the term. */
const maxMeaningWords = 16;

/** Names of remarks, not of things. */
const remark =
  /^(?:example \w+|yes|no|true|false|none|both|other|others|demographic|bad|good|best|worst|issue|problem|fix|similarit(?:y|ies)|differences?|comparison|pattern|trick choice|(?:attr|attribute|item|option|case|node|host|server|instance|user|pod|file|table|value|key|field|column|row|test|worker|master|client|site|vm|device|image|volume|disk|bucket)\s?#?\d+)$|(?:^|\s)(?:examples?|situations?|scenarios?|assumptions?|considerations?|approach|mitigations?|verdict|takeaways?|intuition|trade-?offs?|course|setup|workflow|demo|answers?|hints?|caveats?|tips?)$|^(?:techniques|strategies)$|^(?:similar to|same as|compared (?:to|with)|unlike|instead of|due to)\s|^(?:common|additional|each|bad|good|wrong|other|typical|my|our|your|want|create|comes?)\s/i;

/** "3 types", "Always 3 copies", "Most common in …": a statement, no name. */
const counted =
  /^(?:\d+ \p{Ll}+|[Aa]lways\s|[Mm]ost\b|[Cc]omposed\b|[Cc]onsists?\b|[Bb]ased\b|[Ll]ocated\b|[Ss]upports?\b|[Uu]sed\b|[Rr]equires?\b|[Nn]umber of\b|\d+\. )|\s\d+ \p{Ll}+$|\s(?:[Bb]y [Dd]efault|in general|features?)$/u;

/** A second statement, or a drawing, in the answer. */
const runsOn = /->|=>|→|\s\/\s.*\s\/\s|^[{[(<"']\s*["{\w]*.*[}\]]$|[a-z`)]\.\s+\p{Lu}\p{Ll}+ (?:is|are|can)\b/u;

/** Groups whose members are remarks: "which practice …", "which implication …". */
const vague =
  /^(?:.* )?(?:practices?|implications?|steps?|benefits?|advantages?|disadvantages?|considerations?|characteristics?|challenges?|limitations?|reasons?|notes?|examples?|use cases?|points?|things?|tips?|features?|aspects?|factors?|responsibilit(?:y|ies)|terms?|parts?|questions?|issues?|problems?|scenarios?|tasks?|takeaways?|dut(?:y|ies)|integrations?|launch(?:es)?|sources?|highlights?|lessons?|goals?|principles?|reminders?|works?|uses?)$/i;

const isRequest = (back: string): boolean => {
  const first = /^[a-z]+/i.exec(back)?.[0].toLowerCase() ?? '';
  const ordered =
    /^(?:use (?!`)|(?:start with|keep|focus on)\b)/i.test(back) ||
    !isAlsoNoun(first) ||
    /^\S+ (?:an?|the|all|your|each|only|more|less|`)/i.test(back);
  return verbOf(first, 'base') !== undefined && ordered && countWords(back) > 2;
};

/** The first of several sub-items tells what the term is only where it says so. */
const isWholeAnswer = (front: string, back: string, name: string): boolean =>
  /\bwhat (?:is|are) (?:an? )?(?:use case|example)\b/i.test(front) ||
  (/^(?:an?|the|one)\s/i.test(back) && setsApart(back) && !tellsOfOther(back)) ||
  /^\p{Lu}[\p{L}-]*(?: [\p{L}-]+)* [\p{L}-]*(?:\([\w-]+\)|[^\Ws]|ss) (?:that|which|for \w+ing)\s/u.test(back) ||
  (name.startsWith('`') && /\bwhat (?:do|does|is) /i.test(front));

/** The answer is made of the term's own words, or, of a way back, the term of the question's. */
const isSaidAgain = ({ front, back, part }: Draft, { name, label }: Term): boolean =>
  label === null &&
  /^(?:what|for)$/.test(part) &&
  !/\b(?:stand for|mean)\?$/.test(front) &&
  (echoes(name, back) || saysItself(name, back) || saysAllButOne(name, back));

/** "see Page Selection", "as above, but …": the answer stands elsewhere. */
const elsewhere =
  /^\(?(?:\w+\)? )?(?:see|(?:same )?as above|same as|like above|as before)\b|\b(?:as|mentioned|shown|of the|the|described|listed) (?:above|below)\b|\bpreviously [a-z]+ed\b|\b(?:except|besides|unlike) (?:those|these)$|§/i;

/** Nouns that every record has: whose, only the record says. */
const fieldOfAnything =
  /^(?:name|type|id|key|value|status|size|count|min|max|start|end|target|source|data|input|output|title|label|description|date|time|format|state|mode|file|path|url|version|options?|args?|arguments?|parameters?|good|bad|best|worst|better|worse|vision|mission|primary|secondary|device|role|reason|next|scenario|community)$/i;

const isFieldOfAnything = (name: string, front: string, back: string): boolean =>
  fieldOfAnything.test(name) && !/\b(?:stand for|mean)\?$/.test(front) && !(/^\p{Lu}/u.test(name) && /^(?:an?|the)\s/i.test(back));

/** Parts of a course, a plan or a report of what somebody reached. */
const ofCourse =
  /^(?:modules?|lessons?|weeks?|days?|chapters?|units?|parts?|phases?|steps?|sprints?|labs?) \d|^(?:check-?points?|benefits? \w+ed|results? \w+ed|achievements?|commitment.*|lessons learned)$|\b(?:fundamentals|deep dive|basics|overview|modules?)$/i;
const reached = /^(?:improved|reduced|increased|achieved|expanded|adopted|saved|decreased|eliminated|gained|migrated|easier)\s/i;

/** Sections that praise or sum up: only what bears a name of its own is explained there. */
const summing = /\b(?:takeaways?|lessons learned|why \S+ (?:won|wins)|benefits? \w+ed|achievements?)\b/i;
/** Sections whose terms are reasons and uses, unless they bear a name. */
const arguing = /\b(?:use cases|(?:practical|real\S*) (?:reality|world)|benefits|advantages|reasons)$|^why\b/i;

/** "Education", "Vendor communication": plain words, which in a list of reasons are no things. */
export const isArgument = (name: string, place: Place): boolean =>
  /^\p{Lu}[\p{Ll}-]+(?: (?:and |& )?[\p{Ll}-]+)*$/u.test(name) && arguing.test((place.headings.at(-1) ?? '').replace(/[\s:?!]+$/, ''));

/** "now shows …", "and don't forget …", "opposite of it", "follows that standard": goes on from what stands before. */
const pointsBack =
  /^(?:now|and|but|don['’]t|do not|remember)\b|^(?:the )?(?:opposite|reverse|inverse|same) (?:of|as|to) [^`]*$|\b(?:follows|of|in|for|with|to|from|on|by) (?:that|those) [a-z]+$/i;

/** "accountability: the log tells who opened the gate" in a list of reasons: a clause, and no thing that is defined. */
const isReason = ({ name, place }: Term, back: string): boolean => !/^(?:an?|the)\s/i.test(back) && isArgument(capitalise(name), place);

/** Names of keys, alone or pressed together. */
const keyName = /^`?(?:\^\S|[CM]-\S|(?:ctrl|control|alt|shift|super|cmd|meta|option|win|windows|fn)\s?[+-]\s?\S|F\d{1,2}\b)/i;
const oneKey = /^`?(?:\S|esc|enter|tab|space)`?(?: (?:or|\/) `?\S`?)?$/i;
const aboutKeys = /\b(?:short-?cuts?|keys?|hotkeys?|key-?bindings?|bindings?)\b/i;
/** Words over a list of keys that do not say which program takes them. */
const anyEditor =
  /\b(?:short-?cuts?|keys?|hotkeys?|keyboard|key-?bindings?|bindings?|text|editors?|editing|useful|basic|common|other|general|navigation|movement|moving|global|the|and|of|for|in|a|to|list|quick|cheat ?sheet|notes)\b|[^\p{L}\p{N}]/giu;

/** "`C-k`: cut the line" in which editor? */
const isUnplacedKey = (name: string, subject: string): boolean =>
  (keyName.test(name) || (oneKey.test(name) && aboutKeys.test(subject))) && subject.replace(anyEditor, '') === '';

const isSummedUp = ({ name, text, place }: Term): boolean =>
  summing.test(`${place.subject} ${place.headings.at(-1) ?? ''}`) &&
  (!/`|\p{Lu}{2}|\p{Ll}\p{Lu}|\d/u.test(name) || /\s(?:for|by)\s/.test(name) || isRequest(text));

/** The author's own program: true of it alone. */
const ownScript = /\.(?:sh|py|ps1|bat|rb|pl)$/i;

/** "N/A": nothing to know. */
const isNone = /^(?:n\/a|none|not applicable)\b/i;
/** "The base command", "Additional settings": every one of its kind is. */
const kindOnly =
  /^(?:the|an?) (?:\S+ )?(?:command|option|tool|file|value|parameter|argument|setting)\.?$|^(?:additional|various|other|extra|more|general|miscellaneous) [a-z]+\.?$/i;

/** What is said beside a term, without which it means nothing: "which is …", "the most important part …", "default is …". */
const leansOnOther = /^(?:["“'(]|(?:which|that|with|in|for|by) |the (?:most|main|only|default) |(?:defaults?|values?) )/i;

/** "`5Gi`" is a value out of an example, not a name. */
export const isAmount = (name: string): boolean => /^`?\d+(?:[KMGT]i?B?|m)`?$/.test(name);

/** "Layer 2 = MAC address = frame": shorthand, not an answer. */
const isFormula = (back: string): boolean => /[\p{L}\d)] = [\p{L}₹$€\d(]/u.test(back.replace(/`[^`]*`/g, '`'));

/** "`01-storage/`": a folder of the author's. */
const ownFolder = /^`?\d+[\w.-]*\/`?$/;

/** Sections that tell what goes wrong: their terms are mistakes. */
const warning = /\b(?:mistakes?|pitfalls?|gotchas?|anti-?patterns?)\b/i;

export function isWorthTerm(draft: Draft, term: Term): boolean {
  const { front, back } = draft;
  const { name, label, kind, place } = term;
  if ((name.match(/\$\$/g)?.length ?? 0) % 2 === 1) return false;
  if (place.language !== 'en') return isWorthForeign(name, back, place);
  if (isWalkthrough(place) || /\p{Extended_Pictographic}/u.test(front)) return false;
  if (elsewhere.test(back) || ofCourse.test(name) || ownScript.test(place.subject.replace(/,.*$/, ''))) return false;
  if (
    /^`?[\w-]+\.(?:sh|py|ps1|bat|rb|pl)`?$|^`?[a-z\d]+(?:-[a-z\d]+){2,}\.(?:ya?ml|json|tf|conf)`?$|\bexample\.(?:com|org|net)\b/i.test(name)
  )
    return false;
  if (isSummedUp(term) || isArgument(name, place) || isReason(term, back) || /` `/.test(back) || pointsBack.test(back)) return false;
  if (
    isUnplacedKey(name, place.subject) ||
    ownFolder.test(name) ||
    (warning.test(place.headings.at(-1) ?? '') && !/^(?:an?|the)\s/i.test(back))
  )
    return false;
  // "which say what can be done", "disks · `/media` = …": it goes on from the term, or another term follows.
  if (/^(?:which|that|who)\s|\s·\s[^·]*\s=\s/.test(back)) return false;
  if (
    isNone.test(back) ||
    kindOnly.test(back) ||
    isMetaphor(back) ||
    (draft.part === 'what' && isBeside(back)) ||
    isFormula(back) ||
    isAmount(name)
  )
    return false;
  if (term.oneOfSeveral && !isWholeAnswer(front, back, name)) return false;
  if (/^what is meant\b|: what is meant\b/i.test(front) ? /\bdepend(?:s|ing)\b/i.test(back) : isSaidAgain(draft, term)) return false;
  if (/\b(?:we|your case)\b/i.test(back) || /\bwhat can .* do\?$/i.test(front)) return false;
  // One example of many: which one is meant, nobody knows.
  if (label !== null) return !/^(?:examples?|solutions?|fix|problem|issue|results?)$/i.test(label);
  if (
    /^`?(?:<[^<>]*>|\[[^[\]]*\])`?$/.test(name) ||
    (label === null && isFieldOfAnything(name, front, back)) ||
    (reached.test(back) && !name.startsWith('`'))
  )
    return false;
  // "-r" of which program?
  if (/^`?(?:-\w\b|\/\w`?(?:$|[ ,:]))/.test(name) && !namesProgram(place)) return false;
  if (
    remark.test(name) ||
    counted.test(name) ||
    isVerb(name) ||
    (!name.startsWith('`') && opensWithThird(name)) ||
    runsOn.test(back.replace(/`[^`]*`/g, '`'))
  )
    return false;
  if (/^(?:yes|no|none|true|false|n\/a|optional|required|varies)\b/i.test(back) || /^[\w./:@-]+@/.test(back)) return false;
  if (/\bwhat do(?:es)? /i.test(front) && benefit.test(name)) return false;
  // Only a request says what to do something for.
  if (/what do you do\?$/i.test(front)) return back.includes('`') && !/^`[^`]*`$/.test(back) && startsWithVerb(name);
  if (/^which\b|: which\b/i.test(front) && !front.includes('which command') && countWords(/\bwhich\b.*$/i.exec(front)?.[0] ?? '') < 5)
    return false;
  if (
    /^which\b|: which\b/i.test(front) &&
    /^`(?:create|select|insert|drop|alter|show|update|delete|grant|use)\s|;`$/i.test(name) &&
    !/which (?:\w+ )*(?:commands?|flags?|options?|methods?|functions?|macros?|statements?|directives?|calls?|fields?|parameters?|formats?)\b/i.test(
      front,
    )
  )
    return false;
  if (/^which\b|: which\b/i.test(front) && (vague.test(kind ?? '') || (isBare(name) && !name.startsWith('`')))) return false;
  // "Secure CA: keep the key safe" says what to do, not what a thing does.
  if (/\bwhat (?:do(?:es)?|could|would|may|might) /i.test(front) && !name.startsWith('`') && isRequest(back)) return false;
  // A sentence about something else beside the term: only code names and "It …" tell of the term itself.
  if (/\bwhat is meant by\b/i.test(front))
    return (
      (/^`[^`[<\s][^`]*`/.test(name) || /^(?:It|They) (?!is\b|are\b|can\b)/.test(back)) &&
      !leansOnOther.test(back) &&
      !(/^`\p{Ll}[\p{L}-]{2,}`$/u.test(name) && back.toLowerCase().includes(name.slice(1, -1).toLowerCase())) &&
      !/\byou(?:r)?\b/i.test(back) &&
      countWords(back) <= maxMeaningWords
    );
  if (
    /\bwhat do(?:es)? /i.test(front) &&
    (/^(?:set|limited|required|used|can|may|must|should|is|are)\b/i.test(back) ||
      (!name.startsWith('`') && (isActivity(name) || opensWithThird(name))))
  )
    return false;
  if (/\bfor\?$/.test(front) && (/^use\b/i.test(back) || /\b(?:costs?|pric(?:e|ing|es)|fees?|charges?|support)$/i.test(name))) return false;
  if (/\bwhat (?:is|are) (?!the .+ of )/i.test(front)) return saysWhat(name, back);
  return true;
}

/** "Represents objects as files": a statement. */
const opensWithThird = (name: string): boolean => {
  const [first = '', second] = name.toLowerCase().split(' ');
  const verb = verbOf(first, 'third');
  return second !== undefined && verb !== undefined && !isAlsoNoun(verb);
};

/** "Regulates: cortisol production". */
const isVerb = (name: string): boolean =>
  /^[A-Z]?[a-z]+$/.test(name) &&
  verbOf(name.toLowerCase(), 'third') !== undefined &&
  !isAlsoNoun(name.toLowerCase().replace(/e?s$/, '')) &&
  !isAlsoNoun(name.toLowerCase().replace(/s$/, ''));

/** Whether the text around says which program's flags these are. */
const namesProgram = ({ subject, note, headings }: Place): boolean =>
  [subject, note, ...headings.slice(-2)].join(' ').includes('`') ||
  [subject, note, ...headings]
    .join(' ')
    .toLowerCase()
    .split(/[^a-z\d-]+/)
    .some(isProgram);

/** What tells of a thing how good, when or how much it is, instead of what it is. */
const evaluates =
  /^(?:[a-z]+ly\s|(?:\d[\d.,]*[%+]|\d[\d.,]* [×x] \d[\d.,]*|maximum of|minimum of|largest|biggest|leading|higher|lower|fewer|only|used|great|best|good|ideal|each|every|both|all|e\.g\.|limited|up to|specified|received|pre-\w+|such as|like|more|less|very|same|similar|slightly|manual|flexible|simple|easy|fast|slow|supported|supports|recommended|deprecated|can|could|may|should|must|will|with|without|in|on|at|by|from|until|since|about|around|most|least|long|depends?|using|as|because|when|while|through|via)\s)/i;

/** A sentence about something else: its verb stands outside any clause that describes a noun. */
function tellsOfOther(back: string): boolean {
  const text = back
    .replace(/`[^`]*`/g, 'x')
    .replace(/\([^()]*\)/g, '')
    .replace(/\b(?:that|which|who|where|when|if|because|so|to|can|used for|and|or|by|for|of)\b.*$/i, '');
  const words = text.toLowerCase().split(/\s+/);
  return words.some(
    (word, i) =>
      i > 0 &&
      (verbOf(word, 'base') !== undefined || verbOf(word, 'third') !== undefined) &&
      !isAlsoNoun(verbOf(word, 'third') ?? word) &&
      !/^(?:the|an?|its|their|to|not|[a-z]+-)$/.test(words[i - 1] ?? ''),
  );
}

function saysWhat(name: string, back: string): boolean {
  if (
    !name.startsWith('`') &&
    (evaluates.test(back) ||
      (!/^(?:an?|the|one)\s/i.test(back) && tellsOfOther(back)) ||
      /^(?:an?|the) \S+$/i.test(back.replace(/\s*\([^()]*\)$/, '')))
  )
    return false;
  if (
    /^(?:its|their|it|they)\s|^[a-z]+ed (?:using|by|with|to|from|in|on|as)\b/i.test(back) ||
    isActivity(name) ||
    /\s(?:used|needed|required) (?:by|for|in)\b/.test(name)
  )
    return false;
  // "Released: 1972"
  if (/^\p{Lu}?[a-z]+ed$/u.test(name) && !/^(?:an?|the)\s/i.test(back) && verbOf(name.toLowerCase(), 'participle') !== undefined)
    return false;
  const first = /^[a-z]+/i.exec(back)?.[0].toLowerCase() ?? '';
  if (
    /^(?:always|never|usually|often|sometimes|after|before|when|if|defined|commonly|stored|not|to|same|but|then|also|you|make sure|get|there|think of)\b/i.test(
      back,
    )
  )
    return false;
  if (!name.startsWith('`') && verbOf(first, 'base') !== undefined && !isAlsoNoun(first) && countWords(back) > 1) return false;
  // Values of one example: an address, a small number, a word.
  if (/^`[^`]*`(?:,? (?:and |or )?(?:`[^`]*`|\.\.\.))*\.*$/.test(back) && name.startsWith('`')) return false;
  if (
    /^`?\d+(?:\.\d+){3}(?:\/\d+)?`?$|^\d{1,2}$|^[a-z]+$/.test(back) ||
    (countWords(back) === 1 && /^\p{Lu}\p{Ll}+$/u.test(back) && isQuality(back))
  )
    return false;
  const describes = /^(?:an?|the|one)\s/i.test(back);
  const quality = name.replace(/\s*\([^()]*\)$/, '');
  return describes || (!isQuality(quality) && !/^\p{Lu}[a-z]{3,}(?:tic|nic|hic|ional|ical|ative|ised|ized|metric)$/u.test(quality));
}
