/** Whether a card made of `**Term**: text` in a note of another language is worth keeping: without grammar, only by what both look like. */
import { mentions } from '../subject.js';
import { countWords } from '../text.js';
import { isOfPoints, isOfSource, isOfSteps } from './foreign-section.js';
import type { Place } from '../rule.js';

/** Sections of what was done once, with its output: true there only. */
const walkthrough =
  /手順|検証|確認|事例|エラー|構築|インストール|デプロイ|実行例|出力例|步骤|实验|实战|安装|部署|示例|案例|排错|실습|설치|테스트|예제|구축|\b(?:install\w*|setup|deploy\w*|bootstrapping|lab(?:oratorio|orat[oó]rio|or)?|pr[aá]ctica|pr[aá]tica|ejercicios?|exerc[ií]cios?|tarea|consigna|resoluci[oó]n|resolution|[uü]bung(?:en)?|aufgaben?|beispiele?|simulado|exercices?)\b|\blab\s*\d/i;

/** Openings that point back at the text before, or say what somebody does. */
const pointsBack =
  /^(?:hier(?:bei|zu|f[uü]r|mit|durch)?|dies\w*|es|sie|er|man|wir|ihr|dabei|dazu|damit|dadurch|wenn|falls|aus|est[eaos]s?|ese|esa|aqu[ií]|ello|hay|si|cuando|siga|como|por (?:ser|isso)|é (?:poss[ií]vel|necess[aá]rio|importante|recomendad[oa]|fundamental|essencial|o primeiro)|ao|ap[oó]s|caso|embora|apesar|devido|gra[cç]as|al[eé]m|assim|durante|sempre|nunca|ideal|use|utilize|evite|prefira|certifique|mantenha|verifique|clique|o usu[aá]rio|se (?:puede|debe)|puede[ns]?|debe[ns]?|isto|essa?|h[aá]|aqui|voc[eê]|pode[m]?|deve[m]?|n[aã]o|no\b|quando|usamos|crie|cree|ce(?:tte|la|s)?|il|elle|on|nous|si|quand|questo|questa|si pu[oò])\s/i;

/** Values of one run: a number, an amount, an address, a piece of code. */
const isValue = (back: string): boolean =>
  /^`[^`]*`$|^https?:\S+$|^<\w+>$|^["'][^"']*["']$|^[\d.,:/%\s-]+(?:[a-z€$]{1,4})?$|^v?\d+(?:\.\d+)*$|^[a-z\d._/-]+$/i.test(back);

/** Sections of one installation or exercise, or of the source of one program. */
export const isForeignWalkthrough = (place: Place): boolean =>
  isOfSource(place) || [place.note, ...place.headings].some((heading) => walkthrough.test(heading));

/** An answer that only gives an example, leads elsewhere, or breaks off before what it announces. */
const noAnswer =
  /^(?:例如|比如|譬如|如下|见|参见|参考|详见|同上|以下|例えば|参照|예를 들어|참고|por exemplo|por ejemplo|par exemple|zum beispiel|z\. ?b\.|ex[.:]|e\.g\.|ver\s|veja\s|vid\.|voir\s|siehe\s|bkz\.?\s)|[:：]$|…$|\.\.\.$|[（(](?:如下|见下)/i;

/** Several words of code that no purpose was given for: a command that was pasted. */
const isPasted = (back: string): boolean => /^`\S+(?:\s[^`]*){3,}/.test(back) && !/`\s+\p{L}/u.test(back);

/** "Le port refuse …", "Uma âncora deve …": a whole statement of something else than the term. */
function isStatement(back: string): boolean {
  const subject = /^(?:os?|as?|uma?|uns|umas|el|los?|las?|una?|les?|une|des)\s(.*)$/i.exec(back)?.[1];
  if (subject === undefined) return false;
  const head = subject.split(/[;(]|\s(?:que|qui|quem|cuj\w+|onde|donde|dont|où)\s/)[0] ?? '';
  const opening = head.split(' ').slice(0, 6).join(' ');
  return clauseWord.test(opening) || plainVerb.test(opening) || /(?:^|\s)(?:não|ne|se)\s/i.test(opening) || thirdPlural.test(opening);
}
/** Verbs that say what something else does. */
const plainVerb =
  /\s(?:possui|permite|define|apresenta|utiliza|oferece|fornece|garante|inclui|executa|envia|recebe|exige|requer|precisa|realiza|mant[eé]m|cont[eé]m|retorna|verifica|consegue|depende|representa|posee|permite|ofrece|garantiza|incluye|ejecuta|env[ií]a|recibe|exige|realiza|mantiene|contiene|devuelve|permet|offre|fournit|garantit|contient|envoie|re[cç]oit|utilise|ermöglicht)(?:\s|$)|^\S+ mais (?:importante|usad|comum|conhecid|popular)|^\S+ más (?:importante|usad|común|conocid|popular)|^\S+ (?:le|la) plus (?:important|utilisé|connu|courant)/i;

/** "O cais recebe …" below "Cais": the sentence is about the section's subject, whatever stands in bold before it. */
function opensWithTopic(name: string, back: string, { note, subject }: Place): boolean {
  const word = /^(?:os?|as?|el|los?|las?|les?|l['’])\s?([\p{L}-]{4,})/iu.exec(back)?.[1]?.toLowerCase();
  if (word === undefined || name.toLowerCase().includes(word)) return false;
  return `${note} ${subject}`
    .toLowerCase()
    .split(/[^\p{L}-]+/u)
    .includes(word);
}

/** "oferecem", "usam"; no noun that ends alike. */
const thirdPlural = /\s(?!\S*(?:gem|rdem|item|també?m|também|álbum|homem|nuvem|jovem|além|porém)(?:\s|$))\p{Ll}{3,}(?:am|em)(?:\s|$)/u;

/** "leader: 领导者": the word again in the language of the note. */
const isTranslation = (name: string, back: string): boolean =>
  /^`?[A-Za-z][a-z]+`?$/.test(name) && /^[\p{Script=Han}\p{Script=Hangul}]{1,4}$/u.test(back);

/** `name` and `back` as they stand on the card. */
export function isWorthForeign(name: string, back: string, place: Place): boolean {
  const { subject, headings, properties } = place;
  if (isForeignRemark(name) || /^(?:\$|$)|^\[|->|=>|→/.test(back) || pointsBack.test(back)) return false;
  if (isForeignWalkthrough(place) || headings.slice(-1).some(isOfPoints)) return false;
  if (!name.startsWith('`') && headings.slice(-1).some(isOfSteps)) return false;
  if (
    noAnswer.test(back) ||
    isPasted(back) ||
    isTranslation(name, back) ||
    (!name.startsWith('`') && (isStatement(back) || opensWithTopic(name, back, place)))
  )
    return false;
  // What the note tells of one thing after the other is no thing.
  if (properties.has(name.toLowerCase())) return false;
  if (isValue(back) && !/\b\d/.test(name) && !name.startsWith('`')) return false;
  // "Flow control: TCP uses …" tells of the section's subject, not what the term is.
  return !(subject !== '' && !mentions(name, subject) && mentions(back, subject) && countWords(back) > 4);
}

/** Something to be done: a verb that opens a Chinese name, unless the name is of a thing that does it. */
const hanRequest =
  /^(?:控制|减少|提高|提升|优化|增加|降低|避免|支持|使用|启用|关闭|开启|调整|设置|检查|查看|创建|删除|修改|更新|启动|运行|执行|添加|选择|定期|合理|分批|确保|保证|限制|实现|获取)(?!\S*(?:器|者|文件|集|组|符|表|命令|接口|库|机制|模式|策略|协议|系统|平台|模板|参数|变量|节点|组件|类型|对象|值|名|项|层|池|面|数|率)$)/;
const hanClause = /[较需会]|可以|能够|不[能会支需]|的(?:问题|情况|时候)$|性$|^(?:如何|为什么|对|在|当|若|如果|通过|由于|基于|适合|适用)/;
const hanLabel =
  /^(?:作用|目的|用途|特[点性]|优[点势]|缺点|劣势|内容|说明|备注|注意|注意事项|示例|例子|例如|原因|结果|结论|总结|场景|(?:适用|使用|应用)场景|背景|原理|延迟|吞吐量?|性能|资源消耗|成本|复杂度|配置|方法|方案|建议|问题|现象|描述|定义|格式|语法|参数|默认值?|类型|区别|位置|时间|状态)$/;

/** "Respeitar os prazos", "Créer une clé": what somebody is to do. */
const infinitive =
  /^(?:(?!(?:lugar|celular|regular|singular|modular|similar|linear|avatar|auxiliar|militar|circular|angular)\s)\p{L}{4,}(?:ar|ir)\s|(?:re)?mover\s|escolher\s|resolver\s|proteger\s|responder\s|\p{L}+(?:ar|[eé]r|ir|re)\s(?:[oa]s?|uma?|el|l[oae]s?|una?|une|des|du|ao?s?|à)\s|(?:ser|ter|fazer|manter|escrever|entender|obter|hacer|tener)\s)/iu;

/** A word that only a clause holds. */
const clauseWord =
  /(?:^|\s)(?:ist|sind|wird|werden|kann|k[oö]nnen|hat|haben|muss|m[uü]ssen|sollte|es|son|est[aá]n?|puede[n]?|tiene[n]?|debe[n]?|usan?|utilizan?|[eé]|s[aã]o|pode[m]?|tem|deve[m]?|significa[m]?|considere|crie|est|sont|peut|doit|permet|pu[oò]|deve)(?:\s|$)/i;

/** Labels and openings of clauses in the languages with a phrase book; a Japanese term ends in no verb and holds no particle. */
export function isForeignRemark(name: string): boolean {
  if (name.startsWith('`')) return false;
  if (/^\[|[*!¿¡]|\.\.\.|…$|^[IVXLC]+$/.test(name)) return true;
  if (/->|→/.test(name)) return true;
  if (/[\u3040-\u309f]/.test(name))
    return (
      /[をはがも]|(?:[るすうくむぶつぐぬたいてで]|とき|こと|もの|ため|場合)$/.test(name) ||
      (/[にで]/.test(name) && name.length > 10) ||
      name.length > 20
    );
  if (/\p{Script=Han}/u.test(name) && (hanLabel.test(name) || hanRequest.test(name) || hanClause.test(name))) return true;
  if (infinitive.test(name)) return true;
  return (
    /^(?:概要|参照|引用|参考|結果|用途|目的|理由|注意点|特徴|構文|書式|引数|戻り値|返り値)$/.test(name) ||
    /^(?:descripci[oó]n|ventajas?|desventajas?|inconvenientes?|objetivos?|caracter[ií]sticas?|an[aá]lisis|ejemplos?|resultado|uso|definici[oó]n|descri[cç][aã]o|vantagens?|desvantagens?|objetivo|resumo|conclus[aã]o|vorteile?|nachteile?|beschreibung|begriffe|ziele?|problem|definition|zweck|eigenschaften|symbole|exemplos?|problemas?|introdu[cç][aã]o|introducci[oó]n|pr[aá]ticas? recomendadas?|analog[ií]as?|importantes?|record(?:ad|ar|emos)|recuerda|ver|v[eé]ase|lembre-se|dicas?|consejos?|flexibilidade?|escalabilidade?|seguran[cç]a|seguridad|confiabilidade|fiabilidad|disponibilidade?|rendimiento|desempenho|costos?|custos?|outros .*|otros .*|konzept|ebene|einsch[aä]tzung|resultat|ergebnis|anwendung|nutzen|kosten|dauer|vorgehen|ablauf|hinweise?|fazit|merke|formel|interpretation.*|berechnung.*|verbesserung.*|spezialfall|wichtig|avantages?|inconv[eé]nients?|objectifs?|origem|origen|causas?|efeitos?|consequ[eê]ncias?|finalidade|fun[cç][aã]o|funcionamento|aplica[cç](?:[aã]o|[oõ]es)|sintaxe|sintaxis|import[aâ]ncia|uso comum|quando usar|como funciona|contexto|regras?|observa[cç][aã]o|nota|remarque|exemples?|utilisation|fonctionnement|[oö]rnek|ama[cç]|özet|avantaj(?:lar[ıi])?)$/i.test(
      name,
    ) ||
    /^(?:exemplos?|ejemplos?|exemples?|beispiele?|vantage(?:m|ns)|desvantage(?:m|ns)|ventajas?|benef[ií]cios?|no|na|nos|nas|em|ao|à|às|aos|durante|ap[oó]s|antes|depois|sobre|entre|até|sob|n[aã]o|dans|chez|dès|apr[eè]s|avant|desde|para|con|sin|en|por|si|cuando|como|al|com|sem|quando|se|no caso|beim?|ohne|alle|mit|wenn|im|in|zur|zum|f[uü]r|nach|vor|falls|problem mit|pour|avec|sans|dans|si|quand)\s/i.test(
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
