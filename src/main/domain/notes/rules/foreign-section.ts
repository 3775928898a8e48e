/** What the headings of a note in another language tell of the text below them. */
import type { Place } from '../rule.js';

/** Sections of points that are made for or against something: they name no things. */
const points =
  /场景|優點|优点|优势|缺点|劣势|局限|挑战|特点|特性$|最佳实践|建议|注意事项|为什么|利点|欠点|メリット|注意点|장점|단점|주의|^(?:\p{L}+ )?(?:vantagens|desvantagens|benef[ií]cios|dicas|boas pr[aá]ticas|melhores pr[aá]ticas|import[aâ]ncia|casos de uso|desafios|limita[cç][oõ]es|por que|ventajas|desventajas|buenas pr[aá]cticas|limitaciones|avantages|inconv[eé]nients|bonnes pratiques|limites|vorteile|nachteile|grenzen|vantaggi|svantaggi|avantajlar[ıi]?|dezavantajlar[ıi]?)(?:\s|$)|(?:\s|^)(?:vantagens|benef[ií]cios|caracter[ií]sticas|ventajas|avantages|vorteile|avantajlar[ıi]|özellikler[i]?)$/iu;

const pointsWithin =
  /(?:\s|^)(?:limita[cç][oõ]es|considera[cç][oõ]es|cuidados|desafios|motiva[cç][oõ]es|benef[ií]cios|(?:des)?vantagens|consideraciones|limitaciones|(?:des)?ventajas|limites|avantages)(?:\s|$)/i;

/** Sections that go through a process: their bold words are its steps. */
const steps =
  /流程|工作流|过程|步骤|手順|流れ|과정|절차|(?:\s|^)(?:passos?|etapas|pasos|étapes|schritte|ablauf|fluxo|flujo|como funciona|funcionamento|fonctionnement|adımlar[ıi]?)(?:\s|$)/i;

export const isOfSteps = (heading: string): boolean => steps.test(heading);

export const isOfPoints = (heading: string): boolean => points.test(heading.trim()) || pointsWithin.test(heading);

/** A walk through the source of one program: its title is a function, or says so. */
const ofSource = /源码|源代码|代码分析|ソースコード|소스 ?코드|c[oó]digo[- ]fonte|c[oó]digo fuente|code source|quellcode|kaynak kod/i;
const functionName = /^(?:[a-z]{3,}(?:[A-Z][a-z]+)+|New(?:[A-Z][a-z]+)+)$/;

export const isOfSource = ({ note, headings }: Place): boolean =>
  functionName.test(note) || [note, ...headings].some((heading) => ofSource.test(heading));
