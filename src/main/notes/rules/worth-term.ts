/** Whether a card made of `**Term**: text` is worth a reader's time: its term names a thing, its text says what the thing is. */
import { isQuality } from '../english/fit.js';
import { startsWithVerb } from '../english/question.js';
import { isAlsoNoun, verbOf } from '../english/verbs.js';
import { countWords } from '../text.js';
import { isStep } from './front.js';
import type { Draft, Term } from './rule.js';
import { benefit, isWalkthrough } from './worth.js';

/** What something "is meant by" is longer than this where the sentence only mentions the term. */
const maxMeaningWords = 16;

/** Names of remarks, not of things. */
const remark =
  /^(?:yes|no|true|false|none|both|other|others|demographic)$|(?:^|\s)(?:examples?|situations?|scenarios?|assumptions?|considerations?|approach|mitigations?|verdict|takeaways?|intuition|trade-?offs?|course|setup|workflow|demo|answers?|hints?|caveats?|tips?)$|^(?:techniques|strategies)$|^(?:common|additional|each|bad|good|wrong|other|typical|my|our|your|want|create|comes?)\s/i;

export function isWorthTerm({ front, back }: Draft, { name, label, place }: Term): boolean {
  if ((name.match(/\$\$/g)?.length ?? 0) % 2 === 1) return false;
  if (place.language !== 'en') return !isForeignRemark(name) && !/^(?:\$|$)/.test(back);
  if (isWalkthrough(place) || /\p{Extended_Pictographic}/u.test(front)) return false;
  // One example of many: which one is meant, nobody knows.
  if (label !== null) return !/^examples?$/i.test(label);
  if (remark.test(name) || isVerb(name)) return false;
  if (/\bwhat do(?:es)? /i.test(front) && benefit.test(name)) return false;
  if (/what do you do\?$/i.test(front)) return back.includes('`');
  if (/\bwhat is meant by\b/i.test(front))
    return (
      !/^(?:\p{Ll}|Some|If|When|You|We|There|Many)/u.test(back) &&
      !/\byou(?:r)?\b/i.test(back) &&
      countWords(back) <= maxMeaningWords &&
      !isStep(name) &&
      !startsWithVerb(name) &&
      !/^(?:no|uses?|supports?)\s/i.test(name)
    );
  if (/\bwhat (?:is|are) (?!the .+ of )/i.test(front)) return saysWhat(name, back);
  return true;
}

/** "Regulates: cortisol production". */
const isVerb = (name: string): boolean =>
  /^[A-Z]?[a-z]+$/.test(name) &&
  verbOf(name.toLowerCase(), 'third') !== undefined &&
  !isAlsoNoun(name.toLowerCase().replace(/e?s$/, '')) &&
  !isAlsoNoun(name.toLowerCase().replace(/s$/, ''));

function saysWhat(name: string, back: string): boolean {
  const first = /^[a-z]+/i.exec(back)?.[0].toLowerCase() ?? '';
  if (/^(?:after|before|when|if|defined|commonly|stored|not|to|same|but|then|also|you|make sure|get|there)\b/i.test(back)) return false;
  if (!name.startsWith('`') && verbOf(first, 'base') !== undefined && !isAlsoNoun(first) && countWords(back) > 1) return false;
  // Values of one example: an address, a small number, a word.
  if (/^`?\d+(?:\.\d+){3}(?:\/\d+)?`?$|^\d{1,2}$|^[a-z]+$/.test(back)) return false;
  const describes = /^(?:an?|the|one)\s/i.test(back);
  return describes || (!isQuality(name) && !/^\p{Lu}[a-z]{3,}(?:tic|nic|hic|ional|ical|ative|ised|ized)$/u.test(name));
}

/** Labels and openings of clauses in the languages with a phrase book; a Japanese term ends in no verb and holds no particle. */
function isForeignRemark(name: string): boolean {
  if (name.startsWith('`')) return false;
  if (/->|→/.test(name)) return true;
  if (/[\u3040-\u309f]/.test(name))
    return (
      /[をはがも]|(?:[るすうくむぶつぐぬたいてで]|とき|こと|もの|ため|場合)$/.test(name) ||
      (/[にで]/.test(name) && name.length > 10) ||
      name.length > 20
    );
  return (
    /^(?:概要|参照|引用|参考|結果|用途|目的|理由|注意点|特徴|構文|書式|引数|戻り値|返り値)$/.test(name) ||
    /^(?:descripci[oó]n|ventajas?|desventajas?|inconvenientes?|objetivos?|caracter[ií]sticas?|an[aá]lisis|ejemplos?|resultado|uso|definici[oó]n|descri[cç][aã]o|vantagens?|desvantagens?|objetivo|resumo|conclus[aã]o|vorteile?|nachteile?|beschreibung|begriffe|ziele?|problem|definition|zweck|eigenschaften|symbole|exemplos?|problemas?|introdu[cç][aã]o|introducci[oó]n|spezialfall|wichtig|avantages?|inconv[eé]nients?|objectifs?)$/i.test(
      name,
    ) ||
    /^(?:desde|para|con|sin|en|por|si|cuando|como|al|com|sem|quando|se|no caso|beim?|ohne|alle|mit|wenn|im|in|zur|zum|f[uü]r|nach|vor|falls|problem mit|pour|avec|sans|dans|si|quand)\s/i.test(
      name,
    ) ||
    /^\p{L}+(?:isch|lich|ell|iert|sam)$/u.test(name)
  );
}
