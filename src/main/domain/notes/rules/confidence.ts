/**
 * How sure a card is to be one that a reader keeps, judged by its form alone. The weights come from 250 cards of notes by other people
 * that were read one by one: what counts is whether question and answer name something, whether the answer is more than two or three
 * words, and whether the section is written in plain facts, that is, how many of its statements could be read.
 */
import { isAlsoNoun, verbOf } from '../english/verbs.js';
import { countWords } from '../text.js';
import type { Draft, Place } from '../rule.js';

/** How much of its section the rules could read. */
export interface Yield {
  /** Cards of the section that pass every gate. */
  cards: number;
  /** Sentences, items without a full stop, and table rows. */
  statements: number;
}

/**
 * Below this a card is not made. Readers kept four of ten of the cards between 0 and this in notes that no rule had seen, and six of ten of
 * those above.
 */
const needed = 0.5;

/** Rules that make questions of running text, and how often their cards are kept beside those of a plain statement. */
const prose: Partial<Record<string, number>> = {
  definition: 1,
  reason: 0,
  action: 0,
  detail: 0,
  condition: -1,
  scope: -1,
  cloze: -2,
};

const code = /`|\p{Lu}{2}|\p{Ll}\p{Lu}|\p{L}\d/u;
/** A capital that does not open the text. */
const capital = /(?<=\S\s)["“(]?\p{Lu}/u;
const article = /^(?:an?|the|one)\s/i;

/** `Kubelet, Operation: what …` -> the context before the question, and the question. */
const contextual =
  /^(.*?): (?=(?:(?:by|according|based|in|on|for|at|under|since|until) (?:\S+ )?)?(?:what|which|how|why|when|name|where|who|list)\b)/i;

/** Sections that tell what to do in one case: their facts are true of that case. */
const instructed = /^(?:step|next|to)\b|\b(?:solutions?|practice tests?|questions|installations?|sandbox|playground)\b/i;

/** Whether a heading asks for something to be done: "Create a test service". */
const isInstruction = (heading: string): boolean => {
  const first = /^[a-z]+/.exec(heading.toLowerCase())?.[0] ?? '';
  return instructed.test(heading) || (heading.includes(' ') && instructions.has(first));
};
const instructions = new Set(
  (
    'create install deploy boot provision access use inspect run test verify configure add build get set update upgrade download join initialize ' +
    'generate bootstrap enable make clean choose pull setup destroy delete open'
  ).split(' '),
);

/** Parts of a course or of one exercise. */
const ofCourse =
  /\b(?:chapter|section|step|task|lesson|lab|week|day|question|exercise|scenario|phase|rule)s? #?\d|\b(?:exercise|capstone|homework|assignment)\b/i;

const flag = (value: boolean, points = 1): number => (value ? points : 0);

/**
 * Whether a card's form makes it likely enough that a reader keeps it. Only English is judged; what the note wrote as a card is not.
 * @param draft A card that one of the rules made.
 */
export function isConfident(draft: Draft, place: Place, found: Yield): boolean {
  if (draft.own === true || place.language !== 'en') return true;
  return confidence(draft, place, found) >= needed;
}

/** A list squeezed into a line, or a remark. */
const decorated = /^\s*(?:•|(?!\d)\p{Extended_Pictographic})/u;

/** Answers that say where to look or what to think of a thing. */
const remark = /^(?:where|how|when|another|useful|necessary|important|possible|possibility|ability)\b/i;

/** Points above what is needed; the form of each rule's cards has its own. */
export function confidence(draft: Draft, place: Place, found: Yield): number {
  const [context, question] = split(draft.front);
  const asked: Asked = { context, question, back: draft.back, backWords: countWords(draft.back) };
  const points = flag(isInstruction(place.headings.at(-1) ?? ''), -2) + flag(decorated.test(draft.back), -3);
  if (prose[draft.rule] !== undefined) return points + ofProse(draft, asked, place, found);
  if (draft.rule === 'bold-term') return points + ofTerm(draft.part, asked, place, found);
  if (draft.rule === 'table') return points + ofTable(draft, asked);
  if (draft.rule === 'command')
    return points + flag(countWords(context) < 6 || context.includes(',')) - flag(ofCourse.test(draft.front), 2) - 0.5;
  if (draft.rule === 'membership')
    return (
      points -
      flag(/\b(?:do|does) \p{Lu}\p{Ll}+ly\b/u.test(question), 3) -
      flag(loose.test(question) || /\p{Extended_Pictographic}/u.test(draft.back)) +
      0.5
    );
  if (draft.rule === 'sequence') return points - flag(found.cards < 0.3 * found.statements) + 0.5;
  return points + 1;
}

/** Groups of remarks, which nobody knows by heart. */
const loose =
  /\b(?:ways|issues|limitations|tips|notes|problems|considerations|benefits|advantages|disadvantages|things|points|challenges|reasons|practices|options|settings|configurations|principles|(?:to \w+))\.$/i;

interface Asked {
  context: string;
  question: string;
  back: string;
  backWords: number;
}

function split(front: string): [string, string] {
  const context = contextual.exec(front)?.[1];
  return context === undefined ? ['', front] : [context, front.slice(context.length + 2)];
}

function ofProse(
  { rule, kind, part }: Draft,
  { context, question, back, backWords }: Asked,
  { headings, names }: Place,
  found: Yield,
): number {
  const named = code.test(question) || capital.test(question);
  const lower = question.toLowerCase();
  const headed = !named && [...names].some((name) => name.length > 3 && lower.includes(name));
  const plain = plainness(found);
  const definite = /[`\d]/.test(back);
  const tellsUse = /\bused (?:for|to)\?$/.test(question);
  return (
    (plain >= 2 ? Math.max(0, prose[rule] ?? 0) : (prose[rule] ?? 0)) +
    flag(named, 2) +
    flag(headed) +
    flag(backWords >= 4) -
    flag(rule === 'reason' && backWords <= 3) -
    // Two or three words of a longer text are mostly a part of a fact.
    flag(rule === 'action' && backWords <= 3 && plain < 2) -
    flag(rule === 'action' && kind !== 'list' && backWords <= 5 && plain < 2 && !definite, 2) -
    // Where something is done, and what else a sentence says at its end, is of its subject for sure only where every sentence is plain.
    flag((part.startsWith('also-') || (rule === 'scope' && part.startsWith('where'))) && plain < 3, 2) -
    flag(rule === 'reason' && !tellsUse && (plain < 2 || (plain === 2 && backWords < 6 && !definite && !capital.test(back))), 2) -
    flag(rule === 'action' && kind !== 'list' && promises(question, back), 2) +
    flag(code.test(back) || /\d/.test(back) || capital.test(back)) +
    plain -
    flag(!named && /^(?:what|how|why|when)(?: \w+)? (?:do|are)\b/i.test(question)) -
    flag(opensWithThird(question), 3) -
    flag(headings.length >= 4 && context.includes(',')) -
    flag(/\b(?:is|does|are|do) (?:each|every)\b/i.test(question)) -
    flag(/^(?:the )?(?:same|similar)\b/i.test(back), 3) -
    flag(rule === 'definition' && remark.test(back), 2) +
    flag(rule === 'definition' && article.test(back), 0.5) -
    3
  );
}

/** Verbs that promise, and what something only can do: of many things it offers, one. */
const promising =
  /\b(?:do|does) (?!.* not )[^?]* (?:support|enable|facilitate|offer|have|integrate with|work with|work on|work between)(?: to)?\?$|\b(?:what|how|who) (?:can|will|may|might|could) (?!.* (?:not|be|to|if|when) )/i;
const promises = (question: string, back: string): boolean => promising.test(question) && !/[`\d]/.test(back);

/**
 * Facts read one by one out of much text stand in an essay; where nearly every statement gives a card, or more than one, the section is
 * written in facts.
 */
function plainness({ cards, statements }: Yield): number {
  const share = cards / Math.max(1, statements);
  if (share >= 1.2) return 3;
  if (share >= 0.8) return 2;
  if (share >= 0.5) return 1;
  return cards <= 1 ? -2 : -1;
}

function ofTerm(part: string, { question, back, backWords }: Asked, { properties }: Place, found: Yield): number {
  const rich = found.cards >= 6;
  const lone = found.cards <= 1 && found.statements > 3;
  const term = /^what (?:is|are) (.*)(?<! for)\?$/i.exec(question)?.[1];
  const named = code.test(question);
  if (term !== undefined) {
    const property = /^the (\S.*?) of \S/.exec(term)?.[1];
    // What the note gives of one thing after the other is a property of them; any other label may be a remark.
    if (property !== undefined)
      return flag(/^what are\b/i.test(question) && !/^\s*[-*\d]/.test(back), -2) + flag(named || properties.has(property.toLowerCase()));
    const described = article.test(back) || / (?:that|which|who|where) /.test(back);
    return (
      flag(described, 3) +
      flag(term.includes('`'), 2) +
      flag(backWords >= 4) +
      flag(backWords >= 6) +
      flag(countWords(term) <= 3) +
      flag(backWords < 4 && /\d/.test(back)) -
      flag(!described && (/^\p{Ll}/u.test(back) || opensWithVerb(back) || back.includes(', '))) -
      flag(remark.test(back) || (back.startsWith('`') && !term.includes('`')), 2) -
      flag(lone) -
      // In running text the rules could hardly read, and in two or three plain words, a term is seldom explained.
      flag(!described && !term.includes('`') && plainness(found) <= -1, 2) -
      flag(!described && backWords <= 3 && !code.test(back) && !/\d/.test(back) && !capital.test(back)) -
      3
    );
  }
  if (part !== 'do' && /^which\b/i.test(question))
    return flag(named || capital.test(question)) + flag(backWords <= 3 && (code.test(back) || capital.test(back))) + flag(rich) - 1.5;
  if (/^what do/i.test(question))
    return flag(/“\d/.test(question)) + flag(question.includes('`') || plainness(found) >= 2, 2.5) + flag(named) + flag(rich) - 2;
  return flag(!lone) - 0.5;
}

/** "What does Uses pull model extend?": half a sentence was taken for the subject. */
const opensWithThird = (question: string): boolean => {
  const subject = /^\S+ (?:does|do|is|are) (\p{Lu}\p{Ll}+s) \p{Ll}/u.exec(question)?.[1]?.toLowerCase();
  const verb = subject === undefined ? undefined : verbOf(subject, 'third');
  return verb !== undefined && !isAlsoNoun(verb);
};

const opensWithVerb = (back: string): boolean => {
  const first = /^[a-z]+/i.exec(back)?.[0].toLowerCase() ?? '';
  return (verbOf(first, 'base') ?? verbOf(first, 'third')) !== undefined;
};

/** Cells are values: short, named, and of a row and a column that are names. */
function ofTable({ front, part }: Draft, { context, question, back, backWords }: Asked): number {
  const odd = /^\s*[-•❌✅]|^(?:same|similar)\b/iu.test(back) || /\bof [-•]|[?.]: | of \d+\.\?/.test(front);
  if (part === 'answer' || (context === '' && !/^what (?:is|are) the /i.test(question))) return 1;
  return (
    flag(odd, -3) +
    flag(backWords <= 3 || article.test(back)) -
    flag(backWords > 12) -
    flag(backWords > 8 && !code.test(back) && !/\d/.test(back) && !capital.test(back), 2) +
    1 +
    flag(code.test(question) || /\d/.test(question) || /(?<=\S\s)“?\p{Lu}\p{Ll}/u.test(question), 2) +
    flag(code.test(back) || /\d/.test(back) || /(?<=\S\s)\p{Lu}\p{Ll}/u.test(back)) -
    2
  );
}
