/**
 * Which language a note is written in: by script, else by its commonest small words. English grammar is used only where the
 * answer is `en`; the other codes choose a phrase book; `und` means structure alone has to do.
 */

export type Language = 'en' | 'de' | 'es' | 'fr' | 'hu' | 'it' | 'ja' | 'ko' | 'nl' | 'pt' | 'ru' | 'tr' | 'vi' | 'zh' | 'und';

const smallWords: Record<string, string> = {
  en: 'the a an and of to is in for that with are on this it be by as an from or can which when not you will at if has have was used',
  de: 'der die das und ist ein eine nicht von mit für auf wird werden den dem zu sich im auch als bei oder durch sind kann wenn einen zum zur über',
  es: 'el la los las de que y en un una es para con por se del no su al como más son este esta puede cuando o lo',
  fr: 'le la les des et est un une pour dans que qui sur avec par du ce cette au aux sont pas plus ou peut être il elle',
  vi: 'và là của các có được trong một cho với không này khi để từ như',
  hu: 'a az és hogy nem egy is van ez ha meg csak mint vagy már lehet kell után akkor lesz majd ezt azt itt ki fel le',
  it: 'il lo la gli di che e un una per con del della è sono nel nella non si da come più questo questa al dei anche può',
  nl: 'de het een en van is voor op met dat niet zijn te aan door wordt worden ook als bij of kan deze naar om',
  tr: 've bir bu ile için olan olarak gibi daha çok veya ise kadar sonra olur eder yok hangi nedir',
  pt: 'o a os as de que e em um uma é para com por do da dos das no na não se ao como mais são este esta pode quando ou',
};
const votes = new Map<string, string[]>();
for (const [language, words] of Object.entries(smallWords)) {
  for (const word of words.split(' ')) votes.set(word, [...(votes.get(word) ?? []), language]);
}

const sampleLength = 4000;

/** Guesses the language of running text; code should be left out as far as possible. */
export function detectLanguage(text: string): Language {
  const sample = text.slice(0, sampleLength).replace(/`[^`\n]*`|https?:\/\/\S+/g, ' ');
  const script = byScript(sample);
  if (script !== null) return script;
  const tally: Record<string, number> = {};
  const heard = new Map<string, Set<string>>();
  for (const word of sample.toLowerCase().split(/[^a-z\u00e0-\u024f\u1ea0-\u1ef9]+/)) {
    const languages = votes.get(word);
    // A word that several languages share says little.
    for (const one of languages ?? []) {
      tally[one] = (tally[one] ?? 0) + 1 / (languages?.length ?? 1);
      heard.set(one, (heard.get(one) ?? new Set()).add(word));
    }
  }
  const [first, second] = Object.entries(tally).sort((a, b) => b[1] - a[1]);
  // One small word, however often, is too little to leave English for: "a" is Portuguese too.
  const thin = first === undefined || first[1] < 1.5 || (first[0] !== 'en' && (heard.get(first[0])?.size ?? 0) < 2);
  if (thin) return accented(sample) ? 'und' : 'en';
  if (first[0] !== 'en' && second !== undefined && second[0] === 'en' && second[1] > first[1] * 0.8) return 'en';
  // "a" and "is" are words of other languages too; their letters are not English.
  if (first[0] === 'en' && isAccented(sample)) return 'und';
  return first[0] as Language;
}

function byScript(sample: string): Language | null {
  const { ascii, all } = countLetters(sample);
  // Nearly all notes end here.
  if (all - ascii < all / 30) return null;
  const count = (pattern: RegExp): number => sample.match(pattern)?.length ?? 0;
  const kana = count(/[\u3040-\u30ff]/g);
  const han = count(/\p{Script=Han}/gu);
  const hangul = count(/\p{Script=Hangul}/gu);
  // Technical notes mix Latin names in: a tenth of the letters is enough for a script that English never uses.
  if (hangul > all / 10) return 'ko';
  if (kana > all / 20) return 'ja';
  if (han > all / 10) return 'zh';
  if (count(/\p{Script=Cyrillic}/gu) > all / 5) return 'ru';
  // The dotless i and the soft g are Turkish alone.
  if (count(/[ığİĞ]/g) > all / 150) return 'tr';
  return count(/\p{Script=Latin}/gu) < all / 2 ? 'und' : null;
}

/** Letters in all, and plain Latin ones. */
function countLetters(text: string): { all: number; ascii: number } {
  let ascii = 0;
  let other = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) ascii++;
    else if (code > 0xbf && (code < 0x2000 || code > 0x2bff)) other++;
  }
  return { all: ascii + other, ascii };
}

/** Latin letters that English does not use. */
const foreignLetters = /[\u00e0-\u024f\u1ea0-\u1ef9]/gi;

const countForeign = (sample: string): number => sample.match(foreignLetters)?.length ?? 0;

/** Whether more than one letter in fifty is no English one. */
const isAccented = (sample: string): boolean => countForeign(sample) * 50 > countLetters(sample).all;

const accented = (sample: string): boolean => countForeign(sample) > 3;

/** Words of Hindi in Latin letters, which stand between the English names of technical notes. */
const romanHindi =
  /\b(?:hai|hain|karna|karne|karte|karta|karke|hota|hoti|hote|hona|liye|nahi|nahin|wala|wale|jaye|taaki|agar|kaise|kya|yeh|isme|usme|mein)\b/i;

/** Whether a sentence of an English note is English itself: hardly a letter beyond ASCII, and English between the names. */
export function isEnglishSentence(text: string): boolean {
  const { all, ascii } = countLetters(text);
  return all - ascii <= text.length / 20 && !romanHindi.test(text);
}
