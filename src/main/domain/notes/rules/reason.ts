/** Purpose, manner and cause: "to ensure …", "by creating …", "because …" -> why and how. */
import type { Clause, Tail } from '../english/grammar.js';
import { asAnswer, ask, bullets, enumeration, leansOnText, numberWord } from '../english/question.js';
import { verbOf } from '../english/verbs.js';
import { countWords } from '../text.js';
import { named, subjectPhrase } from './front.js';
import type { Draft, Rule, SentenceUnit } from '../rule.js';
import { asksForItself, draft, maxAnswerWords, withoutAsides } from './sentence-parts.js';

export const reason: Rule = {
  name: 'reason',
  sentence: (unit) => [...(unit.reading?.clauses.flatMap((clause, i) => reasons(unit, clause, i)) ?? []), ...led(unit)],
};

const words: Partial<Record<Tail['kind'], string>> = { purpose: 'Why', manner: 'How', cause: 'Why' };

function reasons(unit: SentenceUnit, clause: Clause, index: number): Draft[] {
  const subject = subjectPhrase(clause.subject, unit);
  if (countWords(subject) > 10 || /^(there|what|which|let)\b/i.test(subject)) return [];
  const seen = new Set<string>();
  return clause.tails.flatMap((tail, i) => {
    const wh = words[tail.kind];
    if (wh === undefined || seen.has(wh)) return [];
    const question = why(clause, subject, tail, wh, i);
    if (question === null) return [];
    seen.add(wh);
    const members = /^[^:]{2,30}:\s+(.+)$/.exec(tail.text)?.[1];
    const items = members === undefined ? null : enumeration(members);
    if (items !== null)
      return [
        draft(
          unit,
          'reason',
          `${tail.kind}${index}`,
          'list',
          named(`${question} Name ${numberWord(items.length)} ways.`, unit.place, unit.term),
          bullets(items),
        ),
      ];
    const whole = wholeOf(clause.tails, i);
    if (whole === null || countWords(whole) < 3) return [];
    const back = asAnswer(tail.kind === 'cause' ? whole.replace(/^(?:as|since)\s+/i, '') : whole);
    return [
      draft(unit, 'reason', `${tail.kind}${index === 0 ? '' : String(index)}`, 'concept', named(question, unit.place, unit.term), back),
    ];
  });
}

/** What hangs on what: "by avoiding nodes *that run such Pods*", "as it cannot be changed *once in use*". */
const belongs: Partial<Record<Tail['kind'], readonly Tail['kind'][]>> = {
  purpose: ['relative', 'condition', 'examples'],
  manner: ['relative', 'condition', 'manner', 'examples'],
  cause: ['relative', 'condition', 'purpose', 'manner'],
};

/** The tail with what follows it and belongs to it; null where what marks off its last noun would be cut. */
function wholeOf(tails: readonly Tail[], at: number): string | null {
  const [tail, ...rest] = tails.slice(at) as [Tail, ...Tail[]];
  let text = tail.text;
  for (const next of rest) {
    const manner = next.kind === 'manner' && !/^(?:using|via)\b/.test(next.text);
    // "To allow the sailors and the cook to eat": what they are allowed is the point.
    const allowed = next.kind === 'purpose' && /^(?:in order )?to (?:allow|enable|permit|cause|force|require)\b/.test(text);
    if ((belongs[tail.kind]?.includes(next.kind) !== true && !allowed) || manner) break;
    const longer = `${text} ${next.text}`;
    if (countWords(longer) > maxAnswerWords) return allowed || (next.kind === 'relative' && countWords(text) <= 3) ? null : text;
    text = longer;
  }
  return text;
}

const used = /(?:^|\s)(?:used|utili[sz]ed|leveraged|employed)$/;

/** Verbs that give room for something: what they are for is what they give room for. */
const permissive = /^(?:allow|let|enable|permit|help|demand|ensure)$/;

/** Whether the verb is one that is done for a purpose or in a manner, by the subject itself. */
const asksForPurpose = (clause: Clause, tail: Tail): boolean =>
  !(tail.kind === 'purpose' && clause.kind === 'active' && permissive.test(clause.main)) &&
  // "Can view the logs to …": the reader can, not the thing that the heading names.
  !(clause.subject === '' && clause.kind === 'active' && /^(?:can|may|should|must)$/.test(clause.aux)) &&
  !/^(?:have|been|be)\s|^done$|\b(?:go|try|trying|happen)\b/.test(clause.main) &&
  !/^so (?!that)/i.test(tail.text);

function why(clause: Clause, subject: string, tail: Tail, wh: string, at: number): string | null {
  const between = clause.tails
    .slice(0, at)
    .filter((one) => one.kind === 'relative' && !asksForItself(one))
    .map((one) => one.text);
  // "a service that talks to X to do Y": the purpose is the service's, and asked for there.
  if (clause.tails.slice(0, at).some((one) => one.kind === 'relative' && clause.kind !== 'copula')) return null;
  // "…, which can slip due to X", "…, reading the input to do Y": it is the tail's.
  if (clause.tails.slice(0, at).some((one) => one.kind === 'which' || one.kind === 'participle')) return null;
  const rest = withoutAsides([clause.object, ...between].join(' '));
  if (clause.kind === 'copula') {
    // "is crucial for maintaining X by …" -> "How does it maintain X?"
    const gerund = /^(?:responsible|crucial|essential|important|useful|used|vital|critical) (?:for|in) ([a-z]+)\s+(.+)$/i.exec(rest);
    const verb = gerund?.[1] === undefined ? undefined : verbOf(gerund[1], 'gerund');
    if (tail.kind === 'manner')
      return verb === undefined ? null : `How ${clause.plural ? 'do' : 'does'} ${subject} ${verb} ${gerund?.[2] ?? ''}?`;
    // "a protocol used to transfer files" says what it is, not why.
    if (rest === '' || tail.kind === 'purpose') return null;
    return `${ask(wh, clause, subject, rest)}?`;
  }
  if (tail.kind === 'manner' && (clause.negative || (rest === '' && clause.kind === 'passive' && used.test(clause.main)))) return null;
  if (tail.kind !== 'cause' && !asksForPurpose(clause, tail)) return null;
  if (tail.kind === 'manner' && rest === '' && /^(?:involve|include|require|mean)$/.test(clause.main)) return null;
  if (tail.kind === 'manner' && /^(through|via|using)\b/.test(tail.text) && /^(use|utilize|leverage)/.test(clause.main)) return null;
  if (clause.kind === 'passive' && used.test(clause.main) && tail.kind === 'purpose' && rest === '')
    return `${ask('What', clause, subject, 'for')}?`;
  if (clause.object === '' && clause.kind === 'active' && clause.main === 'have') return null;
  if (/^(?:them|it)\b/i.test(rest)) return null;
  // "Why can it …?" asks for a cause, "why does it …?" for what it is good for.
  if (tail.kind === 'purpose' && /^(?:can|may|might|will|could|would)$/.test(clause.aux))
    return clause.kind === 'active' && !clause.negative
      ? `${ask(wh, { ...clause, aux: clause.plural ? 'do' : 'does' }, subject, rest)}?`
      : null;
  return `${ask(wh, clause, subject, rest)}?`;
}

/** "You must use X" answers "How do you …?" with "Use X". */
const asRequest = (predicate: string): string => predicate.replace(/^(?:must|should|can|have to|need to)\s+(?!not\b)/i, '');

/** "To back up etcd, run …": the purpose stands first. */
function led(unit: SentenceUnit): Draft[] {
  const lead = unit.reading?.lead;
  const clause = unit.reading?.clauses[0];
  if (lead?.kind !== 'purpose' || clause === undefined || leansOnText(lead.text)) return [];
  if (!/^(you|we|users?|one)$/i.test(clause.subject)) return [];
  const verbPhrase = lead.text.replace(/^(?:in order )?to\s+/i, '');
  return [
    draft(
      unit,
      'reason',
      'how',
      'concept',
      named(`How do you ${verbPhrase}?`, unit.place, unit.term),
      asAnswer(asRequest(clause.predicate)),
    ),
  ];
}
