/**
 * What a heading is about. "Key Responsibilities of the Kubelet" is about the Kubelet; "Operation" says nothing alone and
 * belongs to the heading above it.
 */
import { prettyName, spoken } from './file-name.js';
import { countWords, squeeze } from './text.js';

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words that name a part of any subject; a heading of nothing else is bare. */
const generic = list(`
  a an and the of for in on to with your its it our my how what why when is are does do
  about action advanced advantage advantages agenda alternative alternatives analogy appendix application applications approach approaches architecture aspects assumptions
  background basic basics behavior behaviour benefit benefits best brief
  case cases caution challenges characteristics cheatsheet check checklist command commands common communication comparison component components concept concepts conclusion
  config configuration configurations configuring considerations content contents core creation
  deep deepdive definition definitions demo deployment description detail detailed details diagram diagrams difference differences disadvantage disadvantages discussion dive documentation
  drawbacks edge essentials example examples exercise exercises explained explanation
  fact facts faq feature features field fields flow format fact formula function functionality functions fundamentals further
  general getting glossary goal goals guide guidelines
  hands-on high-level highlights hints history
  image images implementation important info information installation installing instructions intro introduction issues
  key keywords knowledge lab labs learn learning lecture lesson level lifecycle limitation limitations limits link links list location logic
  main management manual material mechanism mechanisms memory method methods misc miscellaneous mode modes module more motivation
  naming necessary need new note notes notice objective objectives objects operation operations option options other others outline output overview
  part parts performance phase phases pitfalls points policy practice practices preface prerequisites pricing principle principles prices pro pros cons problem problems procedure process
  properties purpose purposes
  question questions quick quiz reading real-world reason reasons recap recommendation recommendations reference references related remarks reminder requirement requirements
  resource resources responsibilities responsibility responsible results review role roles rules
  sample samples scenario scenarios section security see setup settings session sources specification specifications start started state states step steps strategies structure structures summary syntax
  table task tasks terminology terms test theory things tips title todo tool tools topic topics tricks troubleshooting tutorial type types
  understanding unit usage use uses using
  variable variables variations verification version versions video view
  additional bonus challenge cleanup conclusion conceptual expected error errors exam final focus here homework insight insights interpretation next output outputs practical self-check solution solutions success typical useful verify walkthrough
  symptom symptoms sign signs cause causes risk factors factor treatment treatments therapy diagnosis epidemiology etiology aetiology pathogenesis pathophysiology prognosis complications clinical presentation correlation correlations
  investigations imaging prevention evaluation manifestations findings indication indications contraindications dosage adverse effects side classification categories category subtypes stages grading staging timeline impact impacts consequences
  significance outcome outcomes criteria criterion exceptions defenses remedies
  one two three four five six seven eight nine ten better worse good bad essential handy stepbystep gotcha gotchas takeaway takeaways interview extra extras implication implications consequence risks
  manifest manifests file files yaml snippet snippets consists terminology acronym acronyms mnemonic mnemonics
  warning warnings week when work workflow working works
`);
/** Words that may be dropped from the end of a heading that otherwise names its subject. */
const trailing = list(
  'basics overview introduction intro fundamentals notes note summary operations operation commands cheatsheet essentials explained 101 concepts guide tutorial recap review glossary handbook',
);
const leading =
  /^(?:what (?:is|are)|(?:overview|introduction):?(?= (?!(?:of|to|and|for|on)\b|[&–—-]))|(?:summary|recap|overview)\s*[-–—:](?=\s)|introduction to|intro to|introducing|understanding|overview of|an overview of|about|getting started with|basics of|how to (?:use|configure|install|create|set up|implement)|working with|using|configuring|implementing|installing|setting up|deep dive into|how (?:does|do)|notes on|notes about|guide to|summary of|commands for)\s+/iu;
const partOf = /^(.{3,60}?)\s+(?:of|in|for|with|to)\s+(?:using\s+|the use of\s+)?(?:an?\s+|the\s+)?(.{2,60})$/i;

export function normaliseWord(word: string): string {
  const lower = word.toLowerCase();
  return /^[a-z0-9]*$/.test(lower) ? lower : lower.replace(/[^\p{L}\p{N}]+/gu, '');
}

const wordsOf = (text: string): string[] =>
  text
    .split(/[\s/]+/)
    .map(normaliseWord)
    .filter((word) => word !== '');

/** Heading text without numbering, emphasis, trailing colon or decoration. */
export function cleanHeading(text: string): string {
  return squeeze(text)
    .replace(/\s*\{[#.:][^{}]*\}$/, '')
    .replace(/\d\ufe0f?\u20e3\s*/gu, '')
    .replace(/^[^\p{L}\p{N}`"'(<$.[-]+/u, '')
    .replace(
      /^(?:(?:section|chapter|part|module|lesson|day|week|unit|lecture|objective)\s+\d+(?:\.\d+)*\s*[:.–—-]\s*|\d+(?:\.\d+)*(?:\.[a-z])?\s*[–—]\s+|\d+(?:\.\d+)+\.?\s+|\d+[.):](?!\d)\s*|0\d\s+(?=\p{L})|[ivx]+\.\s+|\(\d+\)\s*)/iu,
      '',
    )
    .replace(/^([\w.-]{1,200})\.md$/i, (_, name: string) => spoken(prettyName(name)))
    .replace(/^[-–—]\s+/, '')
    .replace(/(?<![\s:：.])\s*[:：.]+$/, '')
    .replace(/^[*_]+|[*_]+$/g, '')
    .trim();
}

/** "Types of Services" or "Key Features": the generic words small, names as they are. */
export const lowerGeneric = (text: string): string =>
  text.replace(/\b\p{Lu}\p{Ll}+\b/gu, (word) => (generic.has(word.toLowerCase()) ? word.toLowerCase() : word));

/** Whether the heading names no subject of its own. */
export function isBare(heading: string): boolean {
  const words = wordsOf(heading);
  return words.length === 0 || words.every((word) => generic.has(word) || /^\d+$/.test(word)) || isBareForeign(heading, words);
}

/** The same in the other languages: names of parts with the small words between them, or a Chinese heading put together of such names. */
const isBareForeign = (heading: string, words: readonly string[]): boolean =>
  genericHan.test(heading) ||
  (words.some((word) => genericForeign.has(word)) &&
    words.every((word) => genericForeign.has(word) || smallForeign.has(word) || generic.has(word)));

const genericHan =
  /^[`\d.、\s]*(?:总结|概述|简介|介绍|原理|组件|组成|参数|说明|对应|常用|通用|字段|配置|选项|特性|特点|功能|优点|缺点|优势|劣势|局限性?|类别|分类|类型|场景|使用|适用|挑战|面临|背景|概念|定义|架构|流程|步骤|作用|目的|注意|事项|推荐|选择|建议|命令|操作|示例|问题|方案|结构|工作|实现|基础|基本|核心|关键|主要|描述|内容|详细|解析|相关|术语|汇总|区别|对比|映射|目录|列表|[的与和及表])+`?$/;
const genericForeign = list(`
  vantagens desvantagens benefícios características principais conceito conceitos conceitos-chave definição definições introdução resumo exemplo exemplos tipos tipo componentes componente atributos propriedades
  funcionamento estrutura aplicações aplicação limitações comparação comparativo comparativa tabela diferenças diferença visão geral fundamentos objetivos objetivo etapas passos funções operações comandos importância conclusão
  ventajas desventajas beneficios principales definición introducción resumen ejemplos ejemplo tipos propiedades funcionamiento estructura aplicaciones limitaciones comparación diferencias
  avantages inconvénients caractéristiques principes définition définitions résumé exemples propriétés fonctionnement différences étapes
  vorteile nachteile eigenschaften begriffe übersicht einführung zusammenfassung beispiele aufbau unterschiede grundlagen arten
  özet giriş tanım örnekler özellikler avantajlar türler
`);
const smallForeign = list('de da do das dos e em os as um uma para com la las los el y les des du et le une und der die das ve');

export interface Named {
  /** null for a bare heading. */
  subject: string | null;
  /** Which part of the subject the heading is about. */
  topic: string | null;
}

/** Every section below a heading asks for it again. */
const knownHeadings = new Map<string, Named>();

/** The subject a heading names, and which part of it. */
export function subjectOf(heading: string): Named {
  const known = knownHeadings.get(heading);
  if (known !== undefined) return known;
  if (knownHeadings.size >= 2000) knownHeadings.clear();
  const named = nameIn(heading);
  knownHeadings.set(heading, named);
  return named;
}

function nameIn(written: string): Named {
  const heading = written.replace(numberedForeign, '').replace(/^q\d+[.):]\s*/i, '');
  if (isBare(heading) || idle.test(heading)) return { subject: null, topic: heading === '' ? null : heading };
  const asked = askedAbout(heading);
  if (asked !== undefined) return asked === null ? { subject: null, topic: heading } : { subject: trimSubject(asked), topic: null };
  const works = /^how\s+(?:does\s+|do\s+)?(?:an?\s+|the\s+)?(.+?)\s+(?:works?|operates?|functions?)\b/i.exec(heading)?.[1];
  if (works !== undefined) return { subject: trimSubject(works), topic: 'how it works' };
  let subject = heading
    .replace(courseNumber, '')
    .replace(advertised, '')
    .replace(told, '')
    .replace(/[\s?!\p{Extended_Pictographic}\ufe0f]+$/u, '')
    .replace(
      /\s*\((?:high[- ]level|overview|basics|optional|continued|cont\.?|part \d+|\d+|(?:very |super |most )?(?:important|easy|simple)|must[- ]know|must|quick|\d+ (?:key )?points?|key points?|recap|interview[^()]*)\)$/i,
      '',
    );
  subject = beforeDash(subject);
  const part = partOf.exec(subject);
  if (part?.[1] !== undefined && part[2] !== undefined && isBare(part[1]) && !isBare(part[2])) {
    return { subject: trimSubject(part[2]), topic: part[1] };
  }
  const possessive = /^(.{2,50}?)(?:'s|’s)\s+(.+)$/.exec(subject);
  if (possessive?.[1] !== undefined && possessive[2] !== undefined && isBare(possessive[2]) && !isBare(possessive[1])) {
    return { subject: trimSubject(possessive[1]), topic: possessive[2] };
  }
  subject = trimSubject(withoutRequest(subject.replace(leading, '')));
  // "Essential Commands", "Three Commands"
  return isBare(subject) ? { subject: null, topic: heading } : { subject, topic: null };
}

/** "Capítulo 3 – ", "2、": the number of a part. */
const numberedForeign =
  /^(?:(?:cap[ií]tulo|unidade|aula|kapitel|chapitre|capitolo|b[oö]l[uü]m)\s+\d+\s*[:.–—-]\s*|第\s?[\d一二三四五六七八九十]+[章节節]\s*|`?\d+[.、](?!\d)\s*(?=[^`]*`?$))/i;

/** "Lecture 40 AWS Transfer Family" */
const courseNumber = /^(?:lecture|session|video)\s+\d+(?:\.\d+)*\s+(?=\p{Lu})/iu;

/** "AWS EBS: Complete Guide to Elastic Block Store", "Agile: Simple Explanation" */
const advertised =
  /\s*[:–—-]\s+(?:an?\s|the\s)?(?:complete|comprehensive|ultimate|detailed|definitive|in-depth|practical|simple explanation|everything you|step[- ]by[- ]step|from (?:zero|scratch|absolute))\b.*$/i;

/** "SELinux Contexts (what they actually are)", "Backups (Explained Practically)" */
const told =
  /\s*\((?:how|why|what|when|explained|explainable|simple|simply|simplified|deep|extreme|fast|practical|complete|full|mandatory|recommended|expected|most common|in (?:depth|detail|short))\b[^()]*\)$/i;

/** Headings that only say how the text below them is told, or number what it is about: "In simple words", "One-line summary", "Problem 2: …" */
const idle =
  /^(?:in (?:simple|plain|other|short|brief|practice|one (?:line|sentence)|a nutshell|real)\b.*|one[- ](?:line|sentence|liner)\b.*|tl;?dr\b.*|memory (?:trick|aid|hook)s?|must[- ]know\b.*|(?:the )?(?:\w+ )?mental model|topics? covered|answers?|(?:key )?vocabulary|service overview|meaning(?: of (?:important |the )?\w+)?|breakdown|(?:quick|short|simple|final) (?:revision|summary|check|answers?|definitions?|explanations?|version)\b.*|interview[- ]ready\b.*|real[- ](?:life|world)\b.*|(?:for )?each \S+ .*|for each\b.*|(?:the )?(?:big picture|problem|solution|idea)|(?:failure|problem|issue|finding|gap|mistake|pitfall)s? ?#?(?:\d+|\([a-z]\))(?:\s*[:.–—-].*)?)$/i;

/**
 * What a heading that is a question or begins like one asks about: "Why do we need NAT?", "What Kerberos actually is", "What is Lambda?
 * Basics, limits". Null where it names nothing by itself ("How services find each other"); undefined for any other heading.
 */
function askedAbout(heading: string): string | null | undefined {
  if (!/^(?:what|why|how|when)\b/i.test(heading) || heading.length > maxAsked) return undefined;
  const first = /^[^?]+\?(?=\s+\S)/.exec(heading)?.[0];
  const question = (first ?? heading).replace(told, '').replace(/[\s?!]+$/, '');
  if (/^(?:what (?:is|are)|how (?:to|do|does)\b|how .* (?:works?|operates?|functions?)\b)/i.test(question))
    return first === undefined ? undefined : question.replace(leading, '');
  const name = about
    .exec(question)
    ?.slice(1)
    .find((one) => one !== undefined);
  return name === undefined || /^(?:it|this|that|they|these|you|we)$/i.test(name) ? null : name;
}

/** Longer headings are text. */
const maxAsked = 200;

const about =
  /^(?:why (?:(?:do |should |would )?(?:we |you )?(?:need|use|learn|have)|not(?: use)?) (?:an? |the )?(.+)|why (?:an? |the )?(.+?) (?:exists?|matters?|(?:is|are) (?:\w+ )?(?:important|needed|used|useful|required|necessary))|what (?:do|does) (?:an? |the )?(.+?) (?:do|mean|stand for)|what (?:an? |the )?(.+?) (?:actually |really )?(?:is|are|means?|does|do)(?: and\b.*)?|when (?:(?:not )?to|should (?:you|we|i) (?:not )?) ?use (?:an? |the )?(.+)|what (?:you|we|i) (?:need to|should|must|have to) know about (?:an? |the )?(.+))$/i;

/** "Zones — the foundation of firewalld": what stands behind the dash explains the name before it. */
function beforeDash(heading: string): string {
  const [, name, explained] = /^(.{2,60}?)\s+[–—]\s+(\S.*)$/.exec(heading) ?? [];
  if (name === undefined || explained === undefined) return heading;
  if (numbered.test(name)) return explained;
  return !isBare(name) && countWords(explained) >= 3 ? name : heading;
}

/** "Domain 5.0", "Day 21 (Part 4)": a part of a course. */
const numbered = /^(?:domain|day|blueprint|phase|topic|task|scenario|workload|stage|level|part|section) \d[\d.]*(?: \(part \d+\))?$/i;

const request =
  /^(?:know how to|how to|learn (?:how )?to|learn about|be able to|understand|know|manage|configure|use|implement|choose|perform|learn|explore|troubleshoot|create|deploy|install|set up|provision)(?:(?:\s+and|\s*&|,)\s+(?:use|configure|manage|create|understand|deploy|maintain|implement))*\s+(?:an?\s+|the\s+)?(?:appropriate\s+)?(?=[\p{Lu}`\p{Ll}])/iu;

/** "Know how to configure and use CoreDNS" is about CoreDNS. */
function withoutRequest(heading: string): string {
  const rest = heading.replace(request, '');
  return /^(?:it|them|this|for|to|in|on|with|and|or|of)\b/i.test(rest) || rest === '' ? heading : rest;
}

function trimSubject(text: string): string {
  let subject = text
    .replace(/\s+(?:works?|operates?|do(?:es)?)$/i, '')
    .replace(/^(?:the|an?)\s+(?=\S)/i, '')
    .trim();
  const aside = /^(.{3,}?)\s*\(.*\)$/.exec(subject);
  if (aside?.[1] !== undefined && countWords(subject) > 6) subject = aside[1];
  for (;;) {
    const last = /\s+(?:&\s*|and\s+)?([\p{L}\p{N}-]+)$/u.exec(subject);
    if (last?.[1] === undefined || !trailing.has(last[1].toLowerCase()) || subject.length === last[0].length) break;
    subject = subject.slice(0, -last[0].length).trim();
  }
  return subject === '' ? text : subject;
}

const small = list('the a an of and or for in on to with is are what how does do kubernetes');

/** A note asks for the same few names over and over. */
const knownNames = new Map<string, readonly string[]>();

/** Content words of a name, for telling whether a text mentions it. */
export function keyWords(name: string): readonly string[] {
  const known = knownNames.get(name);
  if (known !== undefined) return known;
  const all = name
    .split(/[\s/_()[\]{},:&`"'.-]+/)
    .map(normaliseWord)
    .filter((word) => word !== '');
  const own = all.filter((word) => !small.has(word));
  const words = own.length > 0 ? own : all;
  if (knownNames.size > 2000) knownNames.clear();
  knownNames.set(name, words);
  return words;
}

/** A name without the letter that its heading is numbered by: "a. `vmstat`", "c. Keel". */
export const withoutOrdinal = (name: string): string => name.replace(/^(?:[a-z]\.\s+(?=[\p{Lu}`])|[A-Z]\.\s+(?=`))/u, '');

/** Whether the text mentions the named thing: most of its content words, singular or plural. */
export function mentions(text: string, name: string): boolean {
  if (text.includes(name)) return true;
  const wanted = keyWords(name);
  if (wanted.length === 0) return true;
  const lower = text.toLowerCase();
  let hits = 0;
  for (const word of wanted)
    if (hasWord(lower, word) || (word.length > 3 && word.endsWith('s') && hasWord(lower, word.slice(0, -1)))) hits++;
  if (hits === wanted.length || (wanted.length >= 3 && hits >= wanted.length - 1)) return true;
  // "DTP (Dynamic Trunking Protocol)" is mentioned by either name.
  if (name.endsWith(')')) {
    const both = /^(.{2,}?)\s*\(([^()]{2,})\)$/.exec(name);
    if (both?.[1] !== undefined && both[2] !== undefined) return mentions(text, both[1]) || mentions(text, both[2]);
  }
  return wanted.length > 1 && lower.replace(/[^a-z0-9\u0080-\uffff]+/g, '').includes(wanted.join(''));
}

/** Whether the word stands in the text by itself, a plural s aside. Both in lower case. */
function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at > 0 && isLetter(text.charCodeAt(at - 1))) continue;
    let end = at + word.length;
    if (text.charCodeAt(end) === 115) end++;
    if (end >= text.length || !isLetter(text.charCodeAt(end))) return true;
  }
  return false;
}

/** Letters and digits; beyond ASCII everything but general punctuation. */
const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code > 127 && (code < 0x2000 || code > 0x206f));
