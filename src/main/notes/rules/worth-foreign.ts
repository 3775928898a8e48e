/** Whether a card made of `**Term**: text` in a note of another language is worth keeping: without grammar, only by what both look like. */
import { mentions } from '../subject.js';
import { countWords } from '../text.js';
import type { Place } from './rule.js';

/** Sections of what was done once, with its output: true there only. */
const walkthrough =
  /手順|検証|確認|事例|エラー|構築|インストール|デプロイ|実行例|出力例|步骤|实验|实战|安装|部署|示例|案例|排错|실습|설치|테스트|예제|구축|\b(?:install\w*|setup|deploy\w*|bootstrapping|lab(?:oratorio|orat[oó]rio|or)?|pr[aá]ctica|pr[aá]tica|ejercicios?|exerc[ií]cios?|tarea|consigna|resoluci[oó]n|resolution|[uü]bung(?:en)?|aufgaben?|beispiele?|simulado|exercices?)\b|\blab\s*\d/i;

/** Openings that point back at the text before, or say what somebody does. */
const pointsBack =
  /^(?:hier(?:bei|zu|f[uü]r|mit|durch)?|dies\w*|es|sie|er|man|wir|ihr|dabei|dazu|damit|dadurch|wenn|falls|aus|est[eaos]s?|ese|esa|aqu[ií]|ello|hay|si|cuando|siga|se (?:puede|debe)|puede[ns]?|debe[ns]?|isto|essa?|h[aá]|aqui|voc[eê]|pode[m]?|deve[m]?|n[aã]o|no\b|quando|usamos|crie|cree|ce(?:tte|la|s)?|il|elle|on|nous|si|quand|questo|questa|si pu[oò])\s/i;

/** Values of one run: a number, an amount, an address, a piece of code. */
const isValue = (back: string): boolean =>
  /^`[^`]*`$|^https?:\S+$|^<\w+>$|^["'][^"']*["']$|^[\d.,:/%\s-]+(?:[a-z€$]{1,4})?$|^v?\d+(?:\.\d+)*$|^[a-z\d._/-]+$/i.test(back);

/** `name` and `back` as they stand on the card. */
export function isWorthForeign(name: string, back: string, { subject, headings, note }: Place): boolean {
  if (isForeignRemark(name) || /^(?:\$|$)|^\[|->|=>/.test(back) || pointsBack.test(back)) return false;
  if ([note, ...headings].some((heading) => walkthrough.test(heading))) return false;
  if (isValue(back) && !/\b\d/.test(name) && !name.startsWith('`')) return false;
  // "Flow control: TCP uses …" tells of the section's subject, not what the term is.
  return !(subject !== '' && !mentions(name, subject) && mentions(back, subject) && countWords(back) > 4);
}

/** A word that only a clause holds. */
const clauseWord =
  /(?:^|\s)(?:ist|sind|wird|werden|kann|k[oö]nnen|hat|haben|muss|m[uü]ssen|sollte|es|son|est[aá]n?|puede[n]?|tiene[n]?|debe[n]?|usan?|utilizan?|[eé]|s[aã]o|pode[m]?|tem|deve[m]?|significa[m]?|considere|crie|est|sont|peut|doit|permet|pu[oò]|deve)(?:\s|$)/i;

/** Labels and openings of clauses in the languages with a phrase book; a Japanese term ends in no verb and holds no particle. */
export function isForeignRemark(name: string): boolean {
  if (name.startsWith('`')) return false;
  if (/^\[|[*!¿¡]|\.\.\.|…$/.test(name)) return true;
  if (/->|→/.test(name)) return true;
  if (/[\u3040-\u309f]/.test(name))
    return (
      /[をはがも]|(?:[るすうくむぶつぐぬたいてで]|とき|こと|もの|ため|場合)$/.test(name) ||
      (/[にで]/.test(name) && name.length > 10) ||
      name.length > 20
    );
  return (
    /^(?:概要|参照|引用|参考|結果|用途|目的|理由|注意点|特徴|構文|書式|引数|戻り値|返り値)$/.test(name) ||
    /^(?:descripci[oó]n|ventajas?|desventajas?|inconvenientes?|objetivos?|caracter[ií]sticas?|an[aá]lisis|ejemplos?|resultado|uso|definici[oó]n|descri[cç][aã]o|vantagens?|desvantagens?|objetivo|resumo|conclus[aã]o|vorteile?|nachteile?|beschreibung|begriffe|ziele?|problem|definition|zweck|eigenschaften|symbole|exemplos?|problemas?|introdu[cç][aã]o|introducci[oó]n|pr[aá]ticas? recomendadas?|analog[ií]as?|importantes?|record(?:ad|ar|emos)|recuerda|ver|v[eé]ase|lembre-se|dicas?|consejos?|flexibilidade?|escalabilidade?|seguran[cç]a|seguridad|confiabilidade|fiabilidad|disponibilidade?|rendimiento|desempenho|costos?|custos?|outros .*|otros .*|konzept|ebene|einsch[aä]tzung|resultat|ergebnis|anwendung|nutzen|kosten|dauer|vorgehen|ablauf|hinweise?|fazit|merke|formel|interpretation.*|berechnung.*|verbesserung.*|spezialfall|wichtig|avantages?|inconv[eé]nients?|objectifs?)$/i.test(
      name,
    ) ||
    /^(?:desde|para|con|sin|en|por|si|cuando|como|al|com|sem|quando|se|no caso|beim?|ohne|alle|mit|wenn|im|in|zur|zum|f[uü]r|nach|vor|falls|problem mit|pour|avec|sans|dans|si|quand)\s/i.test(
      name,
    ) ||
    /^\p{L}+(?:isch|lich|ell|iert|sam)$/u.test(name) ||
    countWords(name.replace(/\([^()]*\)/g, '')) > 6 ||
    clauseWord.test(name) ||
    /\s(?:a|o|as|os|de|do|da|em|para|com|que|por|el|la|los|las|en|con|del|al|un|una|uma|um|der|die|das|von|zu|mit|f[uü]r|le|les|des|du|pour|avec|il|di|per|s(?:eg|ig)uintes?|folgende[nrs]?|\p{Ll}+(?:ando|endo|iendo))$/u.test(
      name,
    )
  );
}
