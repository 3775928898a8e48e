/** Which words say the contrary of which, and which only look alike. Folded, in small letters. */

/** Pairs that share no stem; each also with the endings of its verbs. */
const opposedWords: readonly (readonly [string, string])[] = (
  'true/false yes/no ja/nein always/never immer/nie ever/never all/none alle/keine both/neither everything/nothing everybody/nobody everyone/nobody alles/nichts ' +
  'with/without mit/ohne avec/sans con/sin to/from into/from on/off if/unless wenn/ausser after/until since/until before/after vor/nach ' +
  'first/last start/stop begin/end open/close opened/closed create/delete add/remove allow/deny allow/forbid permit/forbid permit/deny accept/reject grant/revoke ' +
  'erlaubt/verboten erlauben/verbieten hinzufugen/entfernen erstellen/loschen ' +
  'read/write lesen/schreiben liest/schreibt gelesen/geschrieben push/pull send/receive sender/receiver source/destination source/target parent/child leader/follower primary/secondary ' +
  'more/less more/fewer most/least many/few mehr/weniger meist/wenigst greater/less greater/smaller larger/smaller large/small big/small bigger/smaller ' +
  'gross/klein grosser/kleiner high/low higher/lower hoch/niedrig hoher/niedriger long/short longer/shorter lang/kurz langer/kurzer ' +
  'old/new older/newer alt/neu fast/slow faster/slower schnell/langsam left/right links/rechts above/below oben/unten public/private offentlich/privat ' +
  'hard/soft strong/weak static/dynamic statisch/dynamisch active/passive aktiv/passiv success/failure succeed/fail pass/fail same/different gleich/verschieden ' +
  'present/absent required/optional mandatory/optional manual/automatic horizontal/vertical empty/full single/multiple local/remote ' +
  'temporary/permanent ephemeral/persistent positive/negative even/odd alive/dead mount/umount attach/detach raise/lower rise/fall grow/shrink ' +
  'up/down in/out in/aus over/under max/min hin/her systolic/diastolic oxidation/reduction plaintiff/defendant ' +
  '>/< >=/<= >/<= </>= ==/!= =/!= +/- &&/|| ->/<- \u2208/\u2209 =~/!~ ' +
  '上/下 大/小 多/少 前/后 前/後 先/后 开/关 開/關 启/闭 内/外 入/出 进/出 增/减 增/減 加/减 加/解 有/无 有/無 真/假 是/否 是/非 高/低 左/右 升/降 读/写 讀/寫 公/私 新/旧 长/短 快/慢 ' +
  '正/负 正/反 始/终 同/异 主/从 主/被 增加/减少 增加/減少 允许/禁止 允许/拒绝 接受/拒绝 成功/失败 创建/删除 添加/移除 添加/删除 启用/禁用 绑定/解绑 静态/动态 水平/垂直 必须/可选 永久/临时 总是/从不'
)
  .split(' ')
  .map((pair) => {
    const slash = pair.indexOf('/', 1);
    return [pair.slice(0, slash), pair.slice(slash + 1)] as const;
  });

/** Those words, each with the ones it is opposed to. */
export const opposedTo: ReadonlyMap<string, ReadonlySet<string>> = opposedWords.reduce((found, [one, other]) => {
  found.set(one, (found.get(one) ?? new Set()).add(other));
  return found.set(other, (found.get(other) ?? new Set()).add(one));
}, new Map<string, Set<string>>());

/** Those of several signs in scripts that put no blank between words. */
export const unspacedOpposites: readonly string[] = [...opposedTo.keys()].filter(
  (word) => /^\p{L}{2,}$/u.test(word) && /^\P{ASCII}/u.test(word),
);

/** What put before a word denies it: `immutable` is "not mutable". */
export const denyingPrefixes: readonly string[] = 'un in im il ir non dis a nicht'.split(' ');

/** What put before a word undoes it: `decompressed` is more than "not compressed". */
export const undoingPrefixes: readonly string[] = 'de anti mis counter miss des ent'.split(' ');

/** Beginnings that say the contrary of each other before the same rest. */
export const opposedPrefixes: readonly (readonly [string, string])[] = (
  'en/de en/dis in/de in/ex im/ex in/e in/out in/aus up/down pre/post pre/suf over/under max/min front/back for/back fore/back hyper/hypo inter/intra macro/micro ' +
  'endo/exo ab/ad af/ef pro/anti pro/de ana/cata ana/kata sub/super multi/single poly/mono hetero/homo at/de as/des a/de ante/post on/off ' +
  'ver/ent ein/aus an/ab an/aus auf/ab auf/zu zu/ab vor/nach hoch/runter hinauf/hinunter uber/unter ober/unter innen/aussen be/ent'
)
  .split(' ')
  .map((pair) => pair.split('/') as [string, string]);

/** Endings that do so after the same stem. */
export const opposedEndings: readonly (readonly [string, string])[] = 'ful/less er/ee or/ee los/voll los/behaftet frei/haltig frei/behaftet'
  .split(' ')
  .map((pair) => pair.split('/') as [string, string]);

/** Beginnings that make another word, though not its contrary: `restart` is no slip of `start`. */
export const otherPrefixes: readonly string[] =
  're pre sub co up out over under multi post inter auto en trans mono di tri bi uni super hyper per be ver er zer vor'.split(' ');

/** Endings of one class name different things after the same stem: `sulfate` is no slip of `sulfite`. */
export const otherEndings: readonly (readonly string[])[] = ['ate ite ide', 'ane ene yne', 'ose ase'].map((line) => line.split(' '));
