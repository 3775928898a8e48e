/** Words that may be left out or put in without changing what is said, in the languages of our notes; folded, in small letters. */
export const lightWords: ReadonlySet<string> = new Set(
  // English
  (
    'a an the is are was were be been being am it its they their them this that these those of to in on at for from with into as and or so then ' +
    'which who whose will would shall should can could may might must need does do did has have had also only just any each every all there than when if ' +
    // German
    'der die das den dem des ein eine einen einem einer eines und oder ist sind war wird werden von vom zu zum zur im am an auf fur mit als auch dass sich es sie er ' +
    // French and Spanish
    "le la les un une et ou est de des du d'un d'une l'un au aux el los las en ne " +
    // Chinese and Japanese
    '的 了 是 在 和 与 與 及 或 着 地 得 个 個 们 們 也 就 都 而 其 之 将 將 会 會 该 此 这 這 那 它 は が を に の と で も へ や'
  ).split(' '),
);

const punctuation = /^[-,;:.!?'"()[\]\u2022\u00b7/]+$/;

/** Signs that only part what stands around them, unless they are all of the answer. */
export const isPunctuation = (word: string): boolean => punctuation.test(word);
