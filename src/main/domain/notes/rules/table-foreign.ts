/** Which cells of a table in another language are knowledge, and which way round the table is to be read. */
import type { Table } from '../blocks.js';
import { countWords } from '../text.js';
import type { Place } from '../rule.js';
import { isAddressed } from './table-worth.js';

/** Longer cells are paragraphs. */
const maxCharacters = 160;
const maxHan = 40;
/** A grid of figures this big is looked up. */
const gridCells = 24;

/** Yes and no, and marks out of a few. */
const mark =
  /^(?:sim|n[aã]o|s[ií]|no|oui|non|ja|nein|evet|hay[ıi]r|да|нет|是|否|有|无|無|支持|不支持|可选|必填|必须|高|低|中|中等|较高|较低|强|弱|快|慢|好|差|简单|复杂|はい|いいえ|あり|なし|可|不可|必須|任意|예|아니오|높음|낮음|없음|있음|idem|nenhum[ao]?|ningun[ao]|aucune?|kein[es]?|opcional|obrigat[oó]ri[oa]|(?:muito |muy |tr[eè]s |sehr )?(?:alt[oa]|baix[oa]|baj[oa]|m[eé]di[oa]|medi[oa]|r[aá]pid[oa]|lent[oa]|f[aá]cil|dif[ií]cil|moderad[oa]|excelente|bo[am]|ruim|bueno|malo|simples|complex[oa]|[eé]lev[eé]e?|faible|moyen(?:ne)?|rapide|bon(?:ne)?|hoch|niedrig|mittel|gut|schlecht|gering|high|low))(?:\s?\([^()]*\)|\s?[*?])*[.!]?$|^(?:sim|n[aã]o|s[ií]|no|oui|non)[,/ (]/i;

/** Columns of remarks, examples and the data of one installation. */
const incidental =
  /中文|译名|备注|注释|示例|举例|例子|比喻|参考|链接|序号|状态|主机名|镜像|大小$|版本号?$|備考|参照|例$|비고|예시|^(?:exempl|ejempl|esempi|beispiel|exemple|örnek|observa[cç]|obs\.?$|notas?$|nota[s ]|remarque|bemerkung|anmerkung|por ?qu|fonte$|fuente$|quelle$|link|image|hostname|ip\b|an[aá]lise|coment)|(?:exemplo|ejemplo|exemple|beispiel)\)?$|\?$|\.\.\.$/i;

/** Persons of a verb, and names that are an aside. */
const noThing =
  /^\(.*\)$|^(?:eu|tu|ele|ela|n[oó]s|v[oó]s|eles|yo|[eé]l|ella|nosotros|je|il|elle|nous|vous|ils|ich|wir|ihr)(?:[\s/].{0,12})?$/i;

/** `quay.io/tool/node`, `4c4cb67d7a88`: images and digests of one release. */
const ofOneInstallation = /^`?(?:[\w-]+\.)+[a-z]{2,}\/\S+$|^`?(?=[a-f]*\d)[a-f\d]{10,}`?$|^`?\d{1,3}(?:\.\d{1,3}){3}/;

/** Headers over the names of properties. */
const ofProperties =
  /^(?:|特性|特征|特点|对比项|对比|比较项?|对比维度|比较维度|维度|方面|指标|属性|項目|観点|特徴|특징|구분|항목|비교|caracter[ií]sticas?|crit[eé]rios?|aspectos?|propriedades?|atributos?|propiedad(?:es)?|caract[eé]ristiques?|crit[eè]res?|aspects?|propri[eé]t[eé]s?|merkmale?|eigenschaft(?:en)?|kriteri(?:um|en|o|os)|aspekte?|caratteristic[ah]e?|[oö]zellik(?:ler)?|features?|criteria)$/i;
const comparing =
  /区别|对比|比较|差异|比較|違い|차이|비교|\bvs?\.?\b|\bx\b|diferen[cç]as?|compara|diff[eé]rence|unterschied|vergleich|differenz|fark/i;
const telling = /说明|描述|备注|含义|作用|示例|説明|意味|설명|descri|exempl|ejempl|beispiel|beschreibung|bedeutung|significado/i;

/** Whether the columns are the things, each row a property of them: "Aspect | TCP | UDP". */
export function comparesColumns({ header, rows }: Table, { headings }: Place): boolean {
  const [first = '', ...others] = header.map((cell) => cell.text.trim());
  if (others.length < 2 || others.some((name) => telling.test(name))) return false;
  const title = headings.at(-1) ?? '';
  const named = others.filter((name) => name.length > 1 && title.toLowerCase().includes(name.toLowerCase())).length;
  const bold = rows.every(({ cells }) => cells[0] === undefined || cells[0].marks.some(({ kind }) => kind === 'bold'));
  return ofProperties.test(first) || named > 1 || (comparing.test(title) && bold && others.length > 1);
}

/** Figures by figures: a table that is looked up and that nobody learns by heart. */
export function isGridOfFigures({ header, rows }: Table): boolean {
  const values = rows.flatMap(({ cells }) =>
    cells
      .slice(1)
      .map((cell) => cell.text.trim())
      .filter((text) => text !== ''),
  );
  const figures = values.filter((text) => /^[~≈<>`#]*(?:\p{L}{0,4}\()?[\d#]|^[A-Z]{1,4}\d[\dA-Z-]*$/u.test(text)).length;
  return header.length > 2 && values.length >= gridCells && figures > values.length * 0.6;
}

/** Rows below one that go by no name of their own: a group, of which no single row can be asked for. */
export const isGrouped = ({ rows }: Table): boolean => rows.some(({ cells }) => (cells[0]?.text ?? '').trim() === '');

const han = (text: string): number => text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g)?.length ?? 0;

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** "Fallen: fallend": the value is the other's word with another ending. */
function isForm(value: string, of: string): boolean {
  const [a, b] = [plain(value), plain(of)];
  if (a.length < 3 || b.length < 3 || countWords(value) > 2 || /\d/.test(a)) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return same >= 3 && same >= a.length * 0.6;
}

/**
 * @param thing What the question is about.
 * @param property What it asks of the thing.
 */
export function isWorthForeignCell(thing: string, property: string, value: string): boolean {
  if (mark.test(value) || incidental.test(property) || noThing.test(thing)) return false;
  if ([thing, value].some((text) => ofOneInstallation.test(text)) || isAddressed(thing, value)) return false;
  if (value.length > maxCharacters || han(value) > maxHan || /[:：]$|[❌✅✔✗✓☑]/u.test(value)) return false;
  return !isForm(value, thing) && !isForm(value, property.replace(/^.*\(|\)$/g, '')) && !isForm(value, property);
}
