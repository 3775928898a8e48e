/** How fronts name their subject. */
import { dutyBearer } from './duty-bearer.js';
import type { Place, SentenceUnit } from '../rule.js';
import { requests } from '../english/clause.js';
import { isAlsoNoun } from '../english/verbs.js';
import { insideSentence, startsWithVerb } from '../english/question.js';
import { mentions } from '../subject.js';
import { capitalise, squeeze } from '../text.js';

/** Puts subject and term before the question, as far as it does not mention them itself. */
export function named(question: string, place: Pick<Place, 'subject'>, term: string | null = null): string {
  const said = term !== null && term !== '' && !mentions(question, term);
  const missing = unsaid(question, place.subject).filter((name) => !said || !mentions(term, name));
  if (said && !missing.some((name) => mentions(name, term))) missing.push(term);
  const single = squeeze(question);
  const tidy = /[\s?]\?/.test(single) ? single.replace(/\s*\?+\s*\?/g, '?').replace(/\s+\?/g, '?') : single;
  if (missing.length === 0) return capitalise(tidy);
  const prefix = missing.join(', ');
  // A name of one word keeps its small letter, as in "etcd" or "pg_hba.conf rules".
  return `${/^[a-z][a-z\d.-]*(?:,|$)|^[a-z][a-z\d]*[_.]\w/.test(prefix) ? prefix : capitalise(prefix)}: ${lowerFirst(tidy)}`;
}

/** What is to be said before the question: of "AWS Lambda, Quotas" only the owner where the question says the rest. */
function unsaid(question: string, subject: string): string[] {
  const [owner, own, ...more] = subject.split(', ');
  // A name with commas of its own stays whole.
  if (owner === undefined || own === undefined || more.length > 0) return subject === '' || mentions(question, subject) ? [] : [subject];
  if (!mentions(question, own)) return [subject];
  return mentions(question, owner) ? [] : [owner];
}

/** A question after a prefix begins small; names keep their capital. */
export const lowerFirst = (text: string): string =>
  /^(What|Which|Why|When|Where|How|Who|Whose|Name|List|In|On|By|From|For|To|At|With|After|Before|If|Under|During|Give|Complete|According|Based|Depending|Unlike|Over|Since|Until|Unless|While|As|Within|Without|Through|Due|When|Because)\b/.test(
    text,
  )
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;

const bareThis = /^(this|it|they|these|those|that)$/i;
const demonstrative = /^(?:each of these|all of these|both of these|these|those|this|that|such)\s+(?=\S)/i;

/** Several rules ask for the same subject in a row. */
let lastPhrase: { subject: string; unit: SentenceUnit; phrase: string } | null = null;

/** The subject of a clause as a front can show it: pronouns become what they stand for. */
export function subjectPhrase(subject: string, unit: SentenceUnit): string {
  if (lastPhrase?.unit !== unit || lastPhrase.subject !== subject) lastPhrase = { subject, unit, phrase: phraseFor(subject, unit) };
  return lastPhrase.phrase;
}

function phraseFor(subject: string, unit: SentenceUnit): string {
  // "Apply the ACL: applies …": a step does nothing; what is done in it does.
  if (subject === '' && unit.term !== null && isStep(unit.term)) return 'it';
  const bearer = unit.term !== null && /^(?:it|)$/i.test(subject) ? dutyBearer(unit.place) : null;
  if (bearer !== null) return termPhrase(bearer);
  if (subject === '') return unit.term === null ? unit.antecedent : termPhrase(unit.term);
  if (bareThis.test(subject)) return unit.term === null ? unit.antecedent : isStep(unit.term) ? 'it' : termPhrase(unit.term);
  const pointing = demonstrative.exec(subject);
  if (pointing !== null) {
    const each = /^each/i.test(subject) ? 'each of the ' : 'the ';
    return each + subject.slice(pointing[0].length);
  }
  const bare = subject.replace(
    /,\s+(?:also |commonly |often |formerly )?(?:known|called|referred|short|abbreviated|or|which|an?|the)\b.*$/i,
    '',
  );
  return insideSentence(bare, unit.place.vocabulary);
}

/** "Apply the ACL": a term that says what to do. */
export const isStep = (term: string): boolean =>
  (requests.has(/^[a-z]+/i.exec(term)?.[0].toLowerCase() ?? '') &&
    /^\S+\s+(?:the|an?|up|your|all)\s|^(?:use|set|check|run|show|add|create|keep|copy|move|start|stop|update|test|save)\s/i.test(term) &&
    !/^(?:use|set|run|update|test|start|stop|copy|show) (?:cases?|of|for|and|time|point|mode|up$)/i.test(term)) ||
  (startsWithVerb(term) && /^\S+\s+(?:the|your|an?)\s/i.test(term)) ||
  (/^\p{Lu}?[a-z]+\s/u.test(term) && startsWithVerb(term) && !isAlsoNoun(/^[a-z]+/i.exec(term)?.[0].toLowerCase() ?? ''));

const agents =
  /\b(controller|scheduler|resolver|daemon|runtime|protocol|command|table|layer|header|algorithm|database|instance|process|plugin|driver|queue|field|flag|option|parameter|attribute|operator|method|function|loop|agent|router|switch|proxy|record|packet|frame|bit|byte|bucket|zone|region)$/i;

/** "Node Controller" takes an article in a sentence, "Data Locality" does not. */
export function termPhrase(term: string): string {
  if (term.startsWith('`') || /^(the|an?)\s/i.test(term)) return term;
  return agents.test(term) && /\s/.test(term) && !/^\p{Lu}+\b/u.test(term.split(' ').at(-1) ?? '') ? `the ${term}` : term;
}
