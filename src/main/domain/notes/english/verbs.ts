/** English verbs of technical prose, and what can be told from their forms. */

const base = `
discuss demonstrate investigate practise memorize summarize converge diverge flap traverse peer tunnel lease renew expire elect
explore evict reclaim drain cordon taint tolerate provision deprovision rebalance shard replicate snapshot back
abort accelerate accept access accommodate accomplish account achieve acknowledge acquire act activate adapt add address adhere adjust administer advertise
advise affect aggregate aim alert align allocate allow alter analyze analyse announce answer append apply approve arrange arrive ask assemble assert assess
assign assist associate assume attach attempt attract audit authenticate authorize authorise automate avoid await back balance base become begin behave belong
benefit bind block boost boot bootstrap borrow break bridge bring broadcast buffer build bundle bypass cache calculate call cancel capture carry cause
centralize change charge check choose chunk clarify classify clean clear clone close coexist collaborate collect combine come commit communicate compare
compete compile complement complete comply compose compress comprise compute concatenate conclude conduct configure confirm conform connect conserve consider consist
consolidate constitute constrain construct consult consume contact contain continue contribute control convert convey cooperate coordinate copy correct
correlate correspond cost count cover crash create cut deal debug decide declare decode decouple decrease decrypt dedicate define degrade delay delegate
delete deliver demand denote deny depend deploy deprecate derive describe deserve design designate destroy detach  detect determine develop dictate differ
differentiate direct disable disallow discard disconnect discover dispatch display distinguish distribute divide do document download drain draw drive drop duplicate
earn ease edit eject elect eliminate embed emit emphasize employ empower emulate enable encapsulate enclose encode encompass encounter encourage encrypt end
enforce engage enhance enrich enroll ensure enter entail establish estimate evaluate evict evolve examine exceed exchange exclude execute exhaust exhibit exist exit expand
expect expire explain exploit explore export expose express extend extract face facilitate fail fall favor feature feed fetch fill filter find finish fit fix flag
flood flow focus follow force forget form format forward foster free fulfill function gain gather generate get give go govern grant group grow guarantee guard guide handle
happen harden hash have help hide highlight hold honor host identify ignore illustrate imitate implement imply import impose improve include incorporate increase
increment incur indicate inform inherit inhibit initialize initiate inject insert inspect install instantiate instruct integrate intend interact intercept interface
interpret interrupt introduce invalidate invoke involve isolate  iterate join jump justify keep kill know label lack last launch lead learn leave lend
let level leverage lie limit link list listen live load locate lock log look loop lose lower maintain make manage mandate manipulate map mark mask match  maximize mean
measure mediate merge migrate minimize mirror mitigate modify monitor mount move multiply  need negotiate notice notify observe obtain occupy occur offer
offload omit open operate optimize orchestrate order organize originate outline output override oversee own package parse participate pass patch pause pay perform permit
persist pick pin ping place plan play point poll pool populate pose possess post power prefer prepare present preserve prevent print prioritize process produce
prohibit project promote prompt propagate propose protect prove provide provision proxy prune publish pull purchase push put query queue quit raise range rank reach react
read rebalance reboot rebuild recall receive recognize recommend reconcile record recover recreate redirect redistribute reduce refer reference refine reflect refresh
refuse register regulate reject relate relay release rely remain remember remove rename render renew repair repeat replace replicate reply report represent request require
reschedule reserve reset reside resist resize resolve respond restart restore restrict result resume retain retrieve return reuse reveal reverse review revise
revoke rewrite roll rotate route run sample satisfy save say scale scan schedule score scrape search secure see seek segment segregate select send separate serialize
serve set share shift ship show shut sign signal signify simplify simulate sit skip solve sort span spawn specify speed spend spin split spread stand standardize start state
stay steer stop store stream streamline strengthen strip structure submit subscribe substitute succeed suffer suggest suit supersede supply support suppose
suspend sustain swap switch synchronize tag tail take target tell tend terminate test throttle throw tie time toggle tolerate touch trace track trade train
transfer transform transition translate transmit transport traverse treat trigger trim troubleshoot tunnel turn type undergo underlie understand unify uninstall unlock unmount update
upgrade upload use utilize utilise validate vary verify view virtualize visit wait walk want warn watch work wrap write yield zone
centralise optimise organise prioritise minimise maximise synchronise serialise standardise initialise utilise recognise summarize summarise authorise customize customise generalize
necessitate hinder bolster safeguard undermine diminish compromise jeopardize alleviate escalate complicate resemble depict impeach culminate mix diversify grab google click press hit enter navigate scroll paste rename login comment uncomment refactor type
containerize containerise categorize categorise visualize stabilize normalize tokenize randomize modularize finalize
`;

/** Words that are as often nouns (or adjectives) as verbs: they count as verbs only where the words around them say so. */
const alsoNouns = `
access account act address advertise answer arrange audit back balance base benefit block boot bootstrap bridge broadcast buffer build bundle bypass cache call cause change charge check
chunk clone close commit contact control copy cost count cover crash cut deal debug delay demand deploy design detail display document download drain draw drive drop duplicate
ease edit end exchange exit export express extract face feature feed fetch fill filter find fit fix flag flood flow focus force form format forward function gain group guarantee
guard guide handle hash help hold host import increase increment interface interrupt issue join jump label lack last launch lead level leverage limit link list live load lock log look loop
lower map mark mask match matter measure mirror monitor mount move name need notice offer offload open order output override package parse pass patch pause pay pin ping place plan play point poll pool
post power present process produce project prompt provision proxy prune pull purchase push query queue range rank reach read reboot record reference reflect refresh register reject relay
release repair repeat replay reply report request reserve reset result resume return review roll route run sample save scale scan schedule score search secure segment separate set share shift ship
show sign signal skip sort span speed spin split spread stand start state stay stop store stream strip structure supply support suspend swap switch tag tail target test throttle tie time toggle touch
trace track trade train transfer transform transition transport trigger trim tunnel turn type update upgrade upload use view visit wait walk watch work wrap yield zone
secure clean correct complete direct free own interface fail permit object subject
snapshot shard peer instance tunnel lease instruct benefit present command estimate associate delegate duplicate aggregate average document network mean target detail trace craft profile sign pattern sequence broadcast crash dump exit tear repair cycle shape model shard merge
`;

const irregular: Record<string, { third?: string; past?: string; participle?: string; gerund?: string }> = {
  be: { third: 'is', gerund: 'being' },
  become: { past: 'became', participle: 'become' },
  begin: { past: 'began', participle: 'begun', gerund: 'beginning' },
  bind: { past: 'bound', participle: 'bound' },
  break: { past: 'broke', participle: 'broken' },
  bring: { past: 'brought', participle: 'brought' },
  build: { past: 'built', participle: 'built' },
  choose: { past: 'chose', participle: 'chosen' },
  come: { past: 'came', participle: 'come' },
  cut: { past: 'cut', participle: 'cut', gerund: 'cutting' },
  do: { third: 'does', past: 'did', participle: 'done' },
  draw: { past: 'drew', participle: 'drawn' },
  drive: { past: 'drove', participle: 'driven' },
  fall: { past: 'fell', participle: 'fallen' },
  feed: { past: 'fed', participle: 'fed' },
  find: { past: 'found', participle: 'found' },
  forget: { past: 'forgot', participle: 'forgotten', gerund: 'forgetting' },
  get: { past: 'got', participle: 'got', gerund: 'getting' },
  give: { past: 'gave', participle: 'given' },
  go: { third: 'goes', past: 'went', participle: 'gone' },
  grow: { past: 'grew', participle: 'grown' },
  have: { third: 'has', past: 'had', participle: 'had', gerund: 'having' },
  hide: { past: 'hid', participle: 'hidden' },
  hold: { past: 'held', participle: 'held' },
  keep: { past: 'kept', participle: 'kept' },
  know: { past: 'knew', participle: 'known' },
  lead: { past: 'led', participle: 'led' },
  learn: { past: 'learned', participle: 'learned' },
  leave: { past: 'left', participle: 'left' },
  let: { past: 'let', participle: 'let', gerund: 'letting' },
  lie: { past: 'lay', participle: 'lain', gerund: 'lying' },
  lose: { past: 'lost', participle: 'lost' },
  make: { past: 'made', participle: 'made' },
  mean: { past: 'meant', participle: 'meant' },
  pay: { past: 'paid', participle: 'paid' },
  put: { past: 'put', participle: 'put', gerund: 'putting' },
  read: { past: 'read', participle: 'read' },
  rewrite: { past: 'rewrote', participle: 'rewritten' },
  run: { past: 'ran', participle: 'run', gerund: 'running' },
  say: { past: 'said', participle: 'said' },
  see: { past: 'saw', participle: 'seen' },
  seek: { past: 'sought', participle: 'sought' },
  send: { past: 'sent', participle: 'sent' },
  set: { past: 'set', participle: 'set', gerund: 'setting' },
  show: { past: 'showed', participle: 'shown' },
  shut: { past: 'shut', participle: 'shut', gerund: 'shutting' },
  sit: { past: 'sat', participle: 'sat', gerund: 'sitting' },
  speed: { past: 'sped', participle: 'sped' },
  spend: { past: 'spent', participle: 'spent' },
  spin: { past: 'spun', participle: 'spun', gerund: 'spinning' },
  split: { past: 'split', participle: 'split', gerund: 'splitting' },
  spread: { past: 'spread', participle: 'spread' },
  stand: { past: 'stood', participle: 'stood' },
  take: { past: 'took', participle: 'taken' },
  tell: { past: 'told', participle: 'told' },
  throw: { past: 'threw', participle: 'thrown' },
  tie: { gerund: 'tying' },
  undergo: { third: 'undergoes', past: 'underwent', participle: 'undergone' },
  understand: { past: 'understood', participle: 'understood' },
  write: { past: 'wrote', participle: 'written' },
  override: { past: 'overrode', participle: 'overridden' },
  oversee: { past: 'oversaw', participle: 'overseen' },
};

/** Verbs whose last consonant doubles before -ed and -ing although they are longer than one syllable. */
const doubling = new Set(
  'commit submit permit emit omit transmit refer prefer transfer occur incur control format reset forget admit begin'.split(' '),
);

function thirdPerson(verb: string): string {
  if (/(s|x|z|ch|sh|o)$/.test(verb)) return `${verb}es`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`;
  return `${verb}s`;
}

function stemFor(verb: string): string {
  const short = /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(verb) || /^[^aeiou]*[qu]?u?[aeiou][^aeiouwxy]$/.test(verb);
  return short || doubling.has(verb) ? verb + verb.slice(-1) : verb;
}

function past(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  return `${stemFor(verb)}ed`;
}

function gerund(verb: string): string {
  if (verb.endsWith('ie')) return `${verb.slice(0, -2)}ying`;
  if (verb.endsWith('e') && !/(ee|oe|ye)$/.test(verb)) return `${verb.slice(0, -1)}ing`;
  return `${stemFor(verb)}ing`;
}

export type Form = 'base' | 'third' | 'past' | 'participle' | 'gerund';

const list = [...new Set(base.trim().split(/\s+/))];
const byForm: Record<Form, Map<string, string>> = {
  base: new Map(),
  third: new Map(),
  past: new Map(),
  participle: new Map(),
  gerund: new Map(),
};
for (const verb of list) {
  const odd = irregular[verb] ?? {};
  byForm.base.set(verb, verb);
  byForm.third.set(odd.third ?? thirdPerson(verb), verb);
  byForm.past.set(odd.past ?? past(verb), verb);
  byForm.participle.set(odd.participle ?? past(verb), verb);
  byForm.gerund.set(odd.gerund ?? gerund(verb), verb);
}

const ambiguous = new Set<string>();
for (const verb of alsoNouns.trim().split(/\s+/)) {
  ambiguous.add(verb);
  ambiguous.add(thirdPerson(verb));
}

/** The base form if the word (lower case) is this form of a verb, or undefined. */
export const verbOf = (word: string, form: Form): string | undefined => byForm[form].get(word);

/** Whether the word is as often a noun as a verb. */
export const isAlsoNoun = (word: string): boolean => ambiguous.has(word);

/** The base form of any form of a known verb. */
export function baseOf(word: string): string | undefined {
  for (const form of ['base', 'third', 'gerund', 'participle', 'past'] as const) {
    const found = byForm[form].get(word);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The third person singular of a base form. */
export const thirdOf = (verb: string): string => irregular[verb]?.third ?? thirdPerson(verb);
