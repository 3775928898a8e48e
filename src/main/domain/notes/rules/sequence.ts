/** An ordered list of steps -> the steps in order, and what comes after each. */
import { asAnswer, startsWithVerb } from '../english/question.js';
import { phrasesFor } from '../phrases.js';
import { countWords, squeeze, trimStop } from '../text.js';
import { named } from './front.js';
import type { Draft, ListUnit, Rule } from '../rule.js';
import { isLocal } from './local-section.js';
import { orderQuestion } from './step-wording.js';
import { isForeignWalkthrough } from './worth-foreign.js';

const maxSteps = 7;
const maxStepWords = 12;
/** What comes after a step is asked for of short ones only. */
const maxNextWords = 9;

export const sequence: Rule = {
  name: 'sequence',
  list: (unit) => {
    const names = unit.names.filter((name) => name !== null);
    if (!isSequence(unit) || names.length !== unit.names.length || names.length < 3 || names.length > maxSteps * 2) return [];
    if (names.filter((name) => syllabus.test(name)).length > names.length / 3) return [];
    // What to click on is read where it is clicked.
    if (names.filter((name) => onScreen.test(name)).length > 1) return [];
    // Branches of a decision are no steps.
    if (names.filter((name) => /^if\b/i.test(name)).length > 1) return [];
    if (names.some((name) => countWords(name) > maxStepWords) || new Set(names).size !== names.length) return [];
    if (unit.place.language === 'en' && (isLocal(unit.place) || isFileName(unit.place.subject) || !isNamedProcess(unit, names))) return [];
    if (unit.place.language !== 'en' && !areForeignSteps(unit, names)) return [];
    // What comes after what is worth knowing of a process, not of instructions that are followed once.
    return [...inOrder(unit, names), ...(names.length <= maxSteps && isProcess(unit, names) ? after(unit, names) : [])];
  },
};

/** "realm-join.md": nothing but a file goes by the name, and its steps are those of its author. */
const isFileName = (subject: string): boolean => /^\S+\.(?:md|txt|sh|ya?ml)$/i.test(subject);

/** Steps of one line each that say all they say, of something that is not done once or read in one program. */
const areForeignSteps = ({ place }: ListUnit, names: readonly string[]): boolean =>
  !isForeignWalkthrough(place) && names.every((name) => !/[:：]$|例如|如下|[。；;]./.test(name) && weightOf(name) <= maxStepWeight);

/** Words, or for scripts without spaces two characters a word. */
const weightOf = (name: string): number => Math.max(countWords(name), (name.match(/[\u3040-\u30ff\u3400-\u9fff]/g)?.length ?? 0) / 2);
const maxStepWeight = 12;

const onScreen =
  /^(?:click|select|choose|navigate|go to|log ?in|sign (?:in|up)|scroll|enter|review your|tick|press|open (?:the )?(?:console|browser|page|menu|settings|app)|download)\b/i;
/** Installing is done once: its steps are looked up. */
const installs = /^(?:install|download|update (?:the )?packages?|update the package list|clone|unzip|extract|reboot)\b/i;

/** Goals of a course stand in no order. */
const syllabus = /^(?:understand|know|learn|explain|describe|demonstrate|be able|discuss|identify|awareness|familiar)/i;

const ordering =
  /\b(steps?|order|process|procedure|sequence|phases?|stages?|workflow|follow(?:s|ing) (?:steps|happens|occurs)|in action|walkthrough|operations?|operation|algorithm|occurs|happens|boot|handshake)\b/i;
/** Steps, procedure, order, flow in the languages with a phrase book. */
const foreignOrder =
  /步骤|流程|顺序|过程|次序|단계|절차|순서|과정|흐름|方法|手順|流れ|順番|schritt|ablauf|reihenfolge|vorgehen|passos|etapas|pasos|étapes|procédure|passi|procedur|stappen|volgorde|процесс|шаг|порядок/i;
const bareOrder =
  /^(?:操作|安装|部署|構築|作業|インストール)?(?:步骤|流程|手順|절차|단계|过程|過程|방법|方法|schritte?|passos|pasos|étapes|ablauf)$/i;
/** Names of processes rather than of instructions. */
const foreignProcess =
  /流程|过程|原理|流れ|プロセス|仕組み|과정|흐름|원리|ablauf|lebenszyklus|prozess|proceso|processo|ciclo|processus|cycle|процесс|алгоритм/i;
const grouping =
  /\b(types?|kinds?|components?|features?|benefits?|advantages?|disadvantages?|modes?|examples?|options?|reasons?|responsibilities|advice|recommend\w*|best practices?|considerations|guidelines|rules|requirements|principles|commands|include|includes|functions?|roles?|categories|tips|methods?|ways|characteristics|limitations|use cases?|classes|objects?|parts|fields)\b/i;

/** Whether the numbers of an ordered list mean an order: its heading or sentence says so, or its items are things to do. */
export function isSequence(unit: Pick<ListUnit, 'list' | 'intro' | 'names' | 'place'>): boolean {
  if (!unit.list.ordered) return false;
  const intro = unit.intro?.text ?? '';
  if (unit.place.language !== 'en') {
    // "手順" alone heads what was done once.
    const heading = unit.place.headings.at(-1) ?? '';
    return foreignOrder.test(`${/[:：]\s*$/.test(intro) ? intro : ''} ${heading.replace(bareOrder, '')}`);
  }
  if (/:\s*$/.test(intro)) {
    if (/\b(?:used for|things|you can|can be)\b/i.test(intro)) return false;
    if (ordering.test(intro)) return true;
    if (grouping.test(intro)) return false;
  }
  const heading = unit.place.headings.at(-1) ?? unit.place.subject;
  if (
    /\b(?:objectives|curriculum|syllabus|topics|outline|agenda|domains|roadmap|(?:study|reading|learning|suggested) (?:order|path|plan|sequence))\b/i.test(
      unit.place.headings.join(' '),
    )
  )
    return false;
  if (/\bcommands?\b/i.test(`${heading} ${unit.place.subject} ${unit.place.note}`)) return false;
  const doing = unit.names.filter((name) => name !== null && startsWithVerb(name)).length > unit.names.length / 2;
  if (grouping.test(heading) && !ordering.test(heading)) return false;
  return doing || (ordering.test(heading) && !/\boperations?\b/i.test(heading));
}

/** Instructions are followed where they are written; only the steps of something that has a name are known by heart. */
const isNamedProcess = ({ intro, place }: ListUnit, names: readonly string[]): boolean => {
  const said = [/[:：]\s*$/.test(intro?.text ?? '') ? (intro?.text ?? '') : '', ...place.headings.slice(-2), place.topic ?? ''].join(' | ');
  if (setUp.test(said) || names.some((name) => installs.test(name) || noStep.test(name))) return false;
  return happening.test(said);
};

const happening =
  /(?<!\b(?:an?|the|of|linux|each|every|this) )\bprocess\b|\b(?:workflow|flow|life ?cycle|handshake|boot|sequence|phases?|stages?|works?|order|operation|in action|exchange|algorithm|procedure|renewal|lookup|resolution|authentication|operations|happens|occurs|evaluat\w+|priorit\w+|steps? to \w+|in \w+(?: following)? steps)\b/i;
/** What somebody sets up once, or ought to do. */
const setUp =
  /\b(?:install\w*|set-?up|objectives?|goals?|prepar\w+|apply|troubleshoot\w*|fix\w*|recommended|my|this (?:lab|project|repo\w*)|practice|demo|deploying|verif\w+|examples?|finding|using)\b/i;
/** A step that points at what is shown below it, or is only counted. */
const noStep = /^no(?:t|ne)?\s|\b(?:following|below|above)\b|\bthen$|\b(?:stage|step|phase) \d+$|^(?:using|as much|do not|don't|avoid)\b/i;

/** A check of something unnamed, a device of a drawing. */
const ofExample = /\?$|\b(?:PC|SRV|SW)-?\d\b/;

const process =
  /^steps? to\b|\b(?:process|workflow|flow|life ?cycle|handshake|boot|sequence|states?|phases?|stages?|works?|order|operations?|in action|exchange|algorithm|procedure|renewal|lookup|resolution|authentication)\b/i;

const isProcess = (unit: ListUnit, names: readonly string[]): boolean =>
  !names.some((name) => installs.test(name) || ofExample.test(name)) &&
  isOrderKnown(unit, names) &&
  (unit.place.language !== 'en' || !isRecipe(unit, names));

/** "Steps to create a VPN connection": what somebody does, written out at length, is read and not remembered step by step. */
const isRecipe = ({ place }: ListUnit, names: readonly string[]): boolean =>
  /\bsteps? to\b/i.test(place.headings.at(-1) ?? '') || names.some((name) => /\byour?\b/i.test(name) || countWords(name) > maxNextWords);

const isOrderKnown = (unit: ListUnit, names: readonly string[]): boolean =>
  (unit.place.language !== 'en' && foreignProcess.test(`${unit.intro?.text ?? ''} ${unit.place.headings.slice(-2).join(' ')}`)) ||
  (unit.place.language === 'en' && names.filter((name) => /\s/.test(name) && startsWithVerb(name)).length <= names.length / 2) ||
  (/[:：]\s*$/.test(unit.intro?.text ?? '') && (unit.intro?.line ?? 0) > 0) ||
  process.test(unit.place.headings.at(-1) ?? '') ||
  process.test(`${unit.intro?.text ?? ''} ${unit.place.headings.slice(-2).join(' ')} ${unit.place.topic ?? ''}`);

function card(unit: ListUnit, part: string, front: string, back: string, kind: Draft['kind'] = 'sequence'): Draft {
  return { source: unit.source, rule: 'sequence', kind, part, front, back };
}

function inOrder(unit: ListUnit, names: readonly string[]): Draft[] {
  const { place } = unit;
  const numbered = (steps: readonly string[], from: number): string => steps.map((step, i) => `${from + i}. ${asAnswer(step)}`).join('\n');
  if (names.length <= maxSteps) return [card(unit, 'steps', orderFront(unit, names.length, ''), numbered(names, 1))];
  if (place.language !== 'en') return [];
  const half = Math.ceil(names.length / 2);
  return [
    card(unit, 'steps-1', orderFront(unit, names.length, `steps 1 to ${half}`), numbered(names.slice(0, half), 1)),
    card(unit, 'steps-2', orderFront(unit, names.length, `steps ${half + 1} to ${names.length}`), numbered(names.slice(half), half + 1)),
  ];
}

function orderFront(unit: ListUnit, count: number, range: string): string {
  const { place, intro } = unit;
  if (place.language === 'en') return named(orderQuestion(place, intro, count, range), place);
  const about = /[:：]\s*$/.test(intro?.text ?? '')
    ? trimStop(squeeze(intro?.text ?? '')).replace(/[:：]$/, '')
    : (place.headings.at(-1) ?? '');
  return named(phrasesFor(place.language).steps(about === '' ? place.subject : about, count), place);
}

function after(unit: ListUnit, names: readonly string[]): Draft[] {
  return names.slice(0, -1).flatMap((name, i) => {
    const next = names[i + 1] ?? '';
    if (countWords(name) > 10 || countWords(next) > maxStepWords) return [];
    const { place } = unit;
    const question = place.language === 'en' ? `Which step comes right after “${name}”?` : phrasesFor(place.language).after(name);
    return [card(unit, `after ${name}`, named(question, place), asAnswer(next))];
  });
}
