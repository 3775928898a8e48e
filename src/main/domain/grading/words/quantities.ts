/** Numbers and their units: `40 seconds` is `40 s`, `1 GiB` is `1024 MiB`, `5m` may be five minutes or five thousandths. */

/** What a unit counts, and how much of it. Of two readings (`m`) either may be meant. */
interface Unit {
  of: string;
  factor: number;
}

const table: readonly (readonly [of: string, factor: number, names: string])[] = [
  ['s', 1e-9, 'ns nanosecond nanoseconds'],
  ['s', 1e-6, 'us \u00b5s \u03bcs microsecond microseconds'],
  ['s', 1e-3, 'ms millisecond milliseconds millisekunde millisekunden 毫秒'],
  ['s', 1, 's sec secs second seconds sek sekunde sekunden seconde secondes segundo segundos 秒 秒钟'],
  ['s', 60, 'm min mins minute minutes minuten minuto minutos 分 分钟 分鐘'],
  ['s', 3600, 'h hr hrs hour hours std stunde stunden heure heures hora horas 小时 小時'],
  ['s', 86_400, 'd day days tag tage tagen jour jours dia dias 天 日'],
  ['s', 604_800, 'week weeks woche wochen semaine semaines semana semanas 周'],
  ['months', 1, 'month months monat monate monaten 月'],
  ['months', 12, 'year years jahr jahre jahren 年'],
  ['%', 1, '% percent prozent pct'],
  ['number', 1e-3, 'm millicores millicpu'],
  ['number', 1, 'CPU CPUs cpu cpus core cores Kerne'],
  ['number', 1e3, 'k'],
  ['number', 1e6, 'M'],
  ['number', 1e9, 'G'],
  ['number', 1e12, 'T'],
  ['bytes', 1, 'B byte bytes'],
  ['bytes', 1e3, 'k kB KB kb kilobyte kilobytes'],
  ['bytes', 1e6, 'M MB mb megabyte megabytes'],
  ['bytes', 1e9, 'G GB gb gigabyte gigabytes'],
  ['bytes', 1e12, 'T TB tb terabyte terabytes'],
  ['bytes', 2 ** 10, 'Ki KiB kib'],
  ['bytes', 2 ** 20, 'Mi MiB mib'],
  ['bytes', 2 ** 30, 'Gi GiB gib'],
  ['bytes', 2 ** 40, 'Ti TiB tib'],
];

const units = new Map<string, Unit[]>();
for (const [of, factor, names] of table) for (const name of names.split(' ')) units.set(name, [...(units.get(name) ?? []), { of, factor }]);

/** Units in scripts that put no blank between words. */
export const unspacedUnits: readonly string[] = [...units.keys()].filter((name) => /^\P{ASCII}{2,}$/u.test(name));

const numberWords: ReadonlyMap<string, string> = new Map(
  [
    'zero null 零 〇',
    'one eins 一',
    'two zwei 二 两 兩',
    'three drei 三',
    'four vier 四',
    'five funf 五',
    'six sechs 六',
    'seven sieben 七',
    'eight acht 八',
    'nine neun 九',
    'ten zehn 十',
    'eleven elf',
    'twelve zwolf',
  ].flatMap((line, n) => line.split(' ').map((word): [string, string] => [word, String(n)])),
);

/** A number in digits: `three`, `30,000`, `1,5` with a comma for its point. Null for what is no number. */
export function numberOf(word: string): string | null {
  if (/^-?\d+(?:\.\d+)?$/.test(word)) return word;
  if (/^\d{1,3}(?:,\d{3})+$/.test(word)) return word.replaceAll(',', '');
  if (/^\d+,\d{1,2}$/.test(word)) return word.replace(',', '.');
  return numberWords.get(word.toLowerCase()) ?? null;
}

/** Is it the name of a unit? Its case tells `m` from `M`. */
export const isUnit = (word: string): boolean => unitsOf(word) !== undefined;

const unitsOf = (word: string): Unit[] | undefined => units.get(word) ?? (word.length > 3 ? units.get(word.toLowerCase()) : undefined);

/** What a number and a unit come to, in every reading. Numbers without a unit are themselves: 1.30 is not 1.3. */
export function valuesOf(number: string, unit: string | null): string[] {
  if (unit === null) return [`${number} number`];
  return (unitsOf(unit) ?? []).map(({ of, factor }) => `${rounded(Number(number) * factor)} ${of}`);
}

/** The values of `40s`, `50%`, `1h30m` or `100Mi` in one word; none for other words. */
export function glued(word: string): string[] {
  const single = /^(-?\d+(?:\.\d+)?)(\P{N}+)$/u.exec(word);
  if (single) return valuesOf(single[1] ?? '', single[2] ?? '');
  if (!/^(?:\d+(?:\.\d+)?[a-z\u00b5\u03bc]{1,3}){2,5}$/.test(word)) return [];
  const parts = [...word.matchAll(/(\d+(?:\.\d+)?)(\D+)/g)].map(([, number = '', unit = '']) => ({
    number: Number(number),
    factor: units.get(unit)?.find(({ of }) => of === 's')?.factor,
  }));
  const seconds = parts.reduce((sum, { number, factor }) => sum + number * (factor ?? NaN), 0);
  return Number.isNaN(seconds) ? [] : [`${rounded(seconds)} s`];
}

const rounded = (number: number): string => String(Number(number.toPrecision(12)));

const rangeWords: ReadonlySet<string> = new Set(['-', 'to', 'bis', 'through', 'until', '~', '..', '...', '至', '到']);

/** Stands between the two ends of a range. */
export const isRangeWord = (word: string): boolean => rangeWords.has(word);
