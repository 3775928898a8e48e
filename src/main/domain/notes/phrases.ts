/** The few sentences that structure alone needs, per language. English has its own grammar; `und` gets signs instead of words. */
import type { Language } from './language.js';

export interface Phrases {
  whatIs(term: string): string;
  name(list: string, count: number): string;
  steps(list: string, count: number): string;
  after(step: string): string;
  command(purpose: string): string;
  cell(column: string, row: string): string;
}

const books: Partial<Record<Language, Phrases>> = {
  de: {
    whatIs: (term) => `Was bedeutet ${term}?`,
    name: (list, count) => `${list}: Nenne alle ${count}.`,
    steps: (list, count) => `${list}: Nenne die ${count} Schritte in ihrer Reihenfolge.`,
    after: (step) => `Was kommt direkt nach „${step}“?`,
    command: (purpose) => `Welcher Befehl? ${purpose}`,
    cell: (column, row) => `${row}: ${column}?`,
  },
  es: {
    whatIs: (term) => `¿Qué significa ${term}?`,
    name: (list, count) => `${list}: nombra los ${count} elementos.`,
    steps: (list, count) => `${list}: nombra los ${count} pasos en orden.`,
    after: (step) => `¿Qué viene justo después de «${step}»?`,
    command: (purpose) => `¿Qué comando? ${purpose}`,
    cell: (column, row) => `${row}: ¿${column}?`,
  },
  fr: {
    whatIs: (term) => `Que signifie ${term} ?`,
    name: (list, count) => `${list} : cite les ${count} éléments.`,
    steps: (list, count) => `${list} : cite les ${count} étapes dans l’ordre.`,
    after: (step) => `Que vient-il juste après « ${step} » ?`,
    command: (purpose) => `Quelle commande ? ${purpose}`,
    cell: (column, row) => `${row} : ${column} ?`,
  },
  it: {
    whatIs: (term) => `Che cosa significa ${term}?`,
    name: (list, count) => `${list}: elenca i ${count} elementi.`,
    steps: (list, count) => `${list}: elenca i ${count} passi in ordine.`,
    after: (step) => `Che cosa viene subito dopo «${step}»?`,
    command: (purpose) => `Quale comando? ${purpose}`,
    cell: (column, row) => `${row}: ${column}?`,
  },
  ja: {
    whatIs: (term) => `${term}とは何ですか？`,
    name: (list, count) => `${list}：${count}つすべて挙げてください。`,
    steps: (list, count) => `${list}：${count}つの手順を順番に挙げてください。`,
    after: (step) => `「${step}」の次は何ですか？`,
    command: (purpose) => `${purpose} どのコマンドですか？`,
    cell: (column, row) => `${row}：${column}は？`,
  },
  ko: {
    whatIs: (term) => `${term}: 무엇인가요?`,
    name: (list, count) => `${list}: ${count}가지를 모두 말해 보세요.`,
    steps: (list, count) => `${list}: ${count}단계를 순서대로 말해 보세요.`,
    after: (step) => `“${step}” 다음 단계는?`,
    command: (purpose) => `${purpose}: 어떤 명령인가요?`,
    cell: (column, row) => `${row}: ${column}?`,
  },
  nl: {
    whatIs: (term) => `Wat betekent ${term}?`,
    name: (list, count) => `${list}: noem alle ${count}.`,
    steps: (list, count) => `${list}: noem de ${count} stappen op volgorde.`,
    after: (step) => `Wat komt direct na “${step}”?`,
    command: (purpose) => `Welk commando? ${purpose}`,
    cell: (column, row) => `${row}: ${column}?`,
  },
  pt: {
    whatIs: (term) => `O que significa ${term}?`,
    name: (list, count) => `${list}: cite os ${count} itens.`,
    steps: (list, count) => `${list}: cite os ${count} passos na ordem.`,
    after: (step) => `O que vem logo depois de “${step}”?`,
    command: (purpose) => `Qual comando? ${purpose}`,
    cell: (column, row) => `${row}: ${column}?`,
  },
  ru: {
    whatIs: (term) => `Что такое ${term}?`,
    name: (list, count) => `${list}: назовите все ${count}.`,
    steps: (list, count) => `${list}: назовите по порядку все шаги (${count}).`,
    after: (step) => `Что идёт сразу после «${step}»?`,
    command: (purpose) => `Какая команда? ${purpose}`,
    cell: (column, row) => `${row}: ${column}?`,
  },
  tr: {
    whatIs: (term) => `${term} nedir?`,
    name: (list, count) => `${list}: ${count} maddenin hepsini say.`,
    steps: (list, count) => `${list}: ${count} adımı sırasıyla say.`,
    after: (step) => `“${step}” adımından hemen sonra ne gelir?`,
    command: (purpose) => `Hangi komut? ${purpose}`,
    cell: (column, row) => `${row}: ${column}?`,
  },
  zh: {
    whatIs: (term) => `什么是 ${term}？`,
    name: (list, count) => `${list}：说出全部 ${count} 项。`,
    steps: (list, count) => `${list}：按顺序说出 ${count} 个步骤。`,
    after: (step) => `“${step}”之后是什么？`,
    command: (purpose) => `${purpose} 用哪个命令？`,
    cell: (column, row) => `${row}：${column}？`,
  },
};

const signs: Phrases = {
  whatIs: (term) => `${term} = ?`,
  name: (list, count) => `${list} (${count}) = ?`,
  steps: (list, count) => `${list} (1–${count}) = ?`,
  after: (step) => `${step} → ?`,
  command: (purpose) => `${purpose} → ?`,
  cell: (column, row) => `${row}, ${column} = ?`,
};

export const phrasesFor = (language: Language): Phrases => books[language] ?? signs;
