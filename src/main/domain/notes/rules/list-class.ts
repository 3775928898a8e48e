/** Whether what a list is called is a class of its members ("types of volumes"), and not the thing they are remarks about ("EBS snapshots"). */
import { isProperName } from './list-members.js';

/** Nouns of classes: their plural above a list says what its members are. */
const classes = new Set(
  (
    'types kinds sorts forms modes classes states statuses phases stages levels layers tiers planes categories groups families variants flavors flavours editions versions components parts elements pieces blocks ' +
    'fields attributes parameters properties options arguments flags variables keys values settings methods mechanisms techniques strategies policies protocols algorithms models patterns paradigms schemes standards formats ' +
    'tools commands utilities programs services objects resources sources targets controllers plugins drivers providers engines backends roles rules actions effects operations functions duties responsibilities conditions ' +
    'dimensions sections units pillars signals packages selectors probes namespaces records technologies languages subsystems modules interfaces headers messages packets frames timers directories files areas zones scopes ' +
    'addresses ranges ports metrics limits quotas users identities permissions verbs events triggers hooks handlers templates sizes speeds codes topologies architectures approaches ways distributions databases registries'
  ).split(' '),
);

/** Groups of remarks: worth a card only where the members are names. */
const remarks =
  /\b(?:benefits|advantages|disadvantages|drawbacks|limitations|pros|cons|pitfalls|concepts|requirements|features|use cases|applications|gaps|suggestions|fundamentals|challenges|issues|problems|differences|similarities|summaries|constraints|goals|characteristics|aspects|factors|reasons|principles|capabilities|improvements|risks|uses|scenarios|situations|ways|options|settings|approaches|strategies|techniques|practices|areas|limits|quotas|fixes)\b/i;

/** Things to be done, written as such. */
const doings = /\b(?:responsibilities|duties|functions|tasks|operations|actions|roles|jobs|circumstances|things|use cases|ways)\b/i;

/** What no list of one kind is called. */
const noClass =
  /\b(?:other|others|instructions|objectives|skills|links|articles|achievements|lessons|mistakes|steps|notes|ideas|relevant|this|these|those|you understand|you learn|following)\b|(?<![\p{L}\d-])\d|^(?:two|three|four|five|six|seven|eight|nine|ten)\b|\bvs\b|\band \p{Lu}?\p{Ll}+s? (?:strategies|patterns)\b/iu;

/** Half a sentence, taken for a name: "can be defined at two levels". */
const verbal = /\b(?:does|do|can|be|will|must)\b/i;

/** Words by which the sentence before a list says itself that its items are the members. */
const announcing =
  /\b(?:following|two|three|four|five|six|seven|eight|[2-8]|several|various|different|supported|available|possible|built-in|predefined|valid)\b/i;

/** Whether a question asks for the members of what is no class at all. */
export const isNoClass = (front: string): boolean => noClass.test(/\bname the [a-z]+ (.+)\.$/i.exec(front)?.[1] ?? '');

export const isOfDoings = (front: string): boolean => doings.test(front);

/**
 * @param front The question as it would be asked.
 * @param announcement The sentence or heading that the list stands under.
 */
export function namesClass(front: string, announcement: string, names: readonly string[]): boolean {
  const asked = /\bname the [a-z]+ (.+)\.$/i.exec(front)?.[1];
  // "What three modes can it run in?": the sentence says what the members are.
  if (asked === undefined) return !noClass.test(front.replace(/^.*?: (?=what\b)/i, '')) && !/\b(?:will|should) you\b/i.test(front);
  if (noClass.test(asked) || verbal.test(asked)) return false;
  // Whole commands are asked for by what they do.
  if (names.filter((name) => /^`[^`]*\s[^`]*`$/.test(name)).length > names.length / 2) return false;
  if (remarks.test(asked) && names.filter(isProperName).length < names.length * 0.6) return false;
  const head =
    asked.split(/\s+(?:of|for|in|to|with|on|at|from|by|between|that|which|it|you|we|used|provided|supported|targeted)\s/i)[0] ?? '';
  const noun =
    head
      .replace(/\s*\([^()]*\)$/, '')
      .split(/\s/)
      .at(-1)
      ?.toLowerCase() ?? '';
  if (classes.has(noun)) return true;
  const one = noun.replace(/s$/, '');
  const sharing = names.filter((name) =>
    name
      .toLowerCase()
      .replace(/[`.]|\s*\([^()]*\)/g, '')
      .replace(/s$/, '')
      .endsWith(one),
  ).length;
  return sharing > names.length / 2 || announcing.test(announcement.replace(/[^:]*: /, ''));
}
