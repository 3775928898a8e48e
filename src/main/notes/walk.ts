/** Takes a section apart into units and puts them to the rules. */
import type { Block, Details, Fence, Inline, List, ListItem, Paragraph, Table } from './blocks.js';
import { readSentence } from './english/clause.js';
import type { Reading } from './english/grammar.js';
import { looksPlural } from './english/words.js';
import { insideSentence } from './english/question.js';
import { toSentences } from './english/sentences.js';
import { isEnglishSentence } from './language.js';
import { judge, judgeOwn } from './quality.js';
import { rules } from './rules/index.js';
import { kindOfMembers } from './rules/list-name.js';
import type { Draft, Intro, Place, Rule, SentenceUnit, Term } from './rules/rule.js';
import { isChatter, withoutPointers } from './rules/sentence-parts.js';
import { describing } from './rules/table.js';
import { mentions } from './subject.js';
import { isIdleLabel, isLabel, isPlainLabel, splitTerm } from './terms.js';
import { countWords, squeeze, trimStop } from './text.js';
import {
  asMarkdown,
  codeAlone,
  describedCommand,
  firstText,
  headingIntro,
  introOf,
  isLinkOnly,
  leadsUpTo,
  makeSource,
  nameOf,
  slotOf,
} from './units.js';

/** A draft with the gates it fails. */
export interface JudgedDraft extends Draft {
  reasons: string[];
  /** Siblings share it. */
  item: string;
}

/** What surrounds the text being read. */
interface Around {
  place: Place;
  /** The term that the text explains. */
  term: string | null;
  /** What the terms of this list are, in the singular. */
  kind: string | null;
  /** What "it" stands for. */
  antecedent: string;
  /** Sibling group; null where each sentence is its own. */
  item: string | null;
}

const maxNesting = 12;

/** Reads one section. Judged drafts come in the order of the text. */
export function walkSection(blocks: readonly Block[], place: Place): JudgedDraft[] {
  const walker = new Walker();
  walker.blocks(blocks, { place, term: null, kind: null, antecedent: place.subject, item: null }, 0);
  return walker.found;
}

class Walker {
  readonly found: JudgedDraft[] = [];
  /** No sentence of the section was read yet. */
  private opening = true;

  blocks(blocks: readonly Block[], around: Around, depth: number): void {
    if (depth > maxNesting) return;
    let context = around;
    let intro: Intro | null = null;
    for (const [i, block] of blocks.entries()) {
      const before: Intro | null = intro;
      intro = null;
      if (block.type === 'paragraph') {
        const fence = codeAlone(block.inline);
        const command = describedCommand(block.inline.text, blocks[i - 1]);
        if (command !== null) this.described(command, block, context);
        else if (fence === null) ({ around: context, intro } = this.paragraph(block, blocks[i + 1], context, depth));
        else this.fence(fence, before, context);
      } else if (block.type === 'list')
        this.list(block, before, context, depth, blocks[i - 1], blocks.filter((one) => one.type === 'list').length === 1);
      else if (block.type === 'fence') this.fence(block, before ?? headingIntro(i, context.place), context);
      else if (block.type === 'table') this.table(block, before, context);
      else if (block.type === 'quote') this.blocks(block.blocks, context, depth + 1);
      else if (block.type === 'details') this.details(block, context, depth);
    }
  }

  private paragraph(block: Paragraph, next: Block | undefined, around: Around, depth: number): { around: Around; intro: Intro | null } {
    const { inline } = block;
    for (const image of inline.images) {
      const source = makeSource(inline.line, block.endLine, image.alt, `image ${slotOf(image.alt)}`, inline);
      this.settle(this.ask((rule) => rule.image?.({ image, source, place: around.place }), source.slot, around.place));
    }
    const leads = leadsUpTo(next);
    const split = splitTerm(inline, false);
    if (split !== null && split.rest.text !== '' && !/[:：]$/.test(split.rest.text)) {
      this.term(split.name, split.rest, [], block.line, block.endLine, around, depth);
      return { around, intro: leads ? introOf({ inline: split.rest }) : null };
    }
    return { around: this.prose(inline, around), intro: leads ? introOf(block) : null };
  }

  /** Running text. A sentence that ends with a colon only leads up to the next block. */
  private prose(inline: Inline, around: Around): Around {
    let context = around;
    let previous: SentenceUnit | null = null;
    for (const { text, line, endLine } of toSentences(inline.text, inline.line)) {
      if (/[:：]$/.test(text)) continue;
      const read = this.sentence(text, line, endLine, inline, context, previous);
      this.settle(read.drafts);
      previous = read.unit;
      context = { ...context, antecedent: nextAntecedent(previous, context) };
    }
    return context;
  }

  private sentence(
    raw: string,
    line: number,
    endLine: number,
    inline: Inline,
    around: Around,
    previous: SentenceUnit | null,
  ): { unit: SentenceUnit | null; drafts: JudgedDraft[] } {
    const text = trimStop(withoutPointers(raw));
    const idle = around.place.language !== 'en' || isChatter(text) || !isEnglishSentence(raw) || countWords(text) < 3 || /\?$/.test(text);
    if (idle) return { unit: null, drafts: [] };
    const reading = withCondition(read(text, around), raw, previous);
    const opening = this.opening && around.term === null;
    this.opening = false;
    const slot = around.term ?? slotOf(text);
    const unit: SentenceUnit = {
      text,
      reading,
      term: around.term,
      opening,
      antecedent: ledSubject(reading, around) ?? around.antecedent,
      previous,
      otherwise: /^otherwise\b/i.test(raw),
      source: makeSource(line, endLine, around.term === null ? text : `${around.term}: ${text}`, slot, inline),
      place: around.place,
    };
    return { unit, drafts: this.ask((rule) => rule.sentence?.(unit), around.item ?? slot, around.place) };
  }

  /** `before`: the block the list follows; a command there may be what its first item describes. */
  private list(list: List, intro: Intro | null, around: Around, depth: number, before?: Block, only = false): void {
    const { place } = around;
    const names = list.items.map(nameOf);
    const label = squeeze(intro?.text ?? place.topic ?? place.headings.at(-1) ?? '');
    const line = intro !== null && intro.line > 0 && list.line - intro.line <= 4 ? intro.line : list.line;
    const source = makeSource(
      line,
      list.endLine,
      `${label}\n${names.map((name) => name ?? '').join('\n')}`,
      `list ${around.term ?? slotOf(label)}`,
    );
    this.settle(this.ask((rule) => rule.list?.({ list, only, intro, names, place, source }), source.slot, place));
    const kind = place.language === 'en' ? kindOfMembers(names, intro?.text ?? null, place) : null;
    let antecedent = around.antecedent;
    for (const [i, item] of list.items.entries()) {
      const command = i === 0 && item.children.length === 0 ? describedCommand(item.inline.text, before) : null;
      if (command !== null) this.described(command, item, around);
      else antecedent = this.item(item, { ...around, kind, antecedent }, depth);
    }
  }

  /** "Retrieves all pods." below a command says what the command does. */
  private described(command: string, text: { inline: Inline; line: number; endLine: number }, around: Around): void {
    const name = `\`${command}\``;
    const source = makeSource(text.line, text.endLine, `${name}: ${squeeze(text.inline.text)}`, name, text.inline);
    const unit: Term = { name, text: squeeze(text.inline.text), label: null, kind: null, source, place: around.place };
    this.settle(this.ask((rule) => rule.term?.(unit), around.item ?? `term ${name}`, around.place));
  }

  /** Gives what "it" stands for in the next item: what this one began with. */
  private item(item: ListItem, around: Around, depth: number): string {
    const { inline } = item;
    const fence = codeAlone(inline);
    if (fence !== null) {
      this.blocks([fence, ...item.children], around, depth + 1);
      return around.antecedent;
    }
    const split = splitTerm(inline, item.children.length > 0);
    if (isLinkOnly(inline)) return around.antecedent;
    if (split !== null) {
      this.term(split.name, split.rest, item.children, item.line, item.endLine, around, depth);
      return around.antecedent;
    }
    const [first] = toSentences(inline.text.slice(0, 400), inline.line);
    const within = { ...around, kind: null };
    const after = inline.text === '' ? within : this.prose(inline, within);
    this.children(item.children, inline.text === '' ? null : introOf(item), after, depth);
    const opening = first === undefined ? null : readSentence(trimStop(first.text), false);
    return opening === null ? around.antecedent : (nameable(opening, around) ?? around.antecedent);
  }

  /** Blocks below an item; the item's text introduces the first of them. */
  private children(children: readonly Block[], intro: Intro | null, around: Around, depth: number): void {
    const [first, ...rest] = children;
    if (first === undefined || depth >= maxNesting) return;
    if (first.type === 'list') this.list(first, intro, around, depth + 1);
    else if (first.type === 'fence') this.fence(first, intro, around);
    else if (first.type === 'table') this.table(first, intro, around);
    else this.blocks([first], around, depth + 1);
    this.blocks(rest, around, depth + 1);
  }

  private term(name: string, rest: Inline, children: readonly Block[], line: number, endLine: number, around: Around, depth: number): void {
    if (isIdleLabel(name)) return;
    const label = isLabel(name);
    if (label && (isPlainLabel(name) || around.place.language !== 'en')) {
      const after = rest.text === '' ? around : this.prose(rest, around);
      this.children(children, rest.text === '' ? null : introOf({ inline: rest }), after, depth);
      return;
    }
    const own = label ? (around.term ?? around.place.subject) : name;
    const item = around.item ?? `term ${own}`;
    const text = rest.text === '' ? firstText(children) : rest.text;
    const lastLine = rest.text === '' ? endLine : rest.line + rest.text.split('\n').length - 1;
    const slot = label ? `${own} ${name.toLowerCase()}` : own;
    const source = makeSource(line, lastLine, `${name}: ${squeeze(text)}`, slot, rest);
    const unit: Term = {
      name: own,
      text: squeeze(text),
      label: label ? name : null,
      kind: label ? null : around.kind,
      source,
      place: around.place,
    };
    const drafts = text === '' ? [] : this.ask((rule) => rule.term?.(unit), item, around.place);
    if (label) {
      this.settle(drafts);
      this.children(children, null, { ...around, item }, depth);
      return;
    }
    const within: Around = { ...around, term: name, item, antecedent: name, kind: null };
    this.explained(rest, within, drafts);
    const below: Around = { ...within, place: nestedPlace(around.place, around.term), kind: null };
    this.children(children, rest.text === '' ? { text: `${name}:`, line, paragraph: name } : introOf({ inline: rest }), below, depth);
  }

  /** A definition: its first sentence and the term itself are alternatives, the further sentences stand alone. */
  private explained(text: Inline, around: Around, drafts: readonly JudgedDraft[]): void {
    let previous: SentenceUnit | null = null;
    let pending: JudgedDraft[] | null = [...drafts];
    for (const sentence of toSentences(text.text, text.line)) {
      if (/[:：]$/.test(sentence.text)) continue;
      const read = this.sentence(sentence.text, sentence.line, sentence.endLine, text, around, previous);
      previous = read.unit;
      this.settle([...(pending ?? []), ...read.drafts]);
      pending = null;
    }
    if (pending !== null) this.settle(pending);
  }

  private fence(fence: Fence, intro: Intro | null, around: Around): void {
    const text = fence.lines.join('\n');
    const source = makeSource(fence.line, fence.endLine, text, `code ${slotOf(intro?.text ?? text)}`);
    this.settle(this.ask((rule) => rule.fence?.({ fence, intro, place: around.place, source }), around.item ?? source.slot, around.place));
  }

  private table(table: Table, intro: Intro | null, around: Around): void {
    const header = table.header.map((cell) => cell.text).join(' | ');
    const source = makeSource(table.line, table.endLine, header, `table ${header}`);
    for (const draft of this.ask((rule) => rule.table?.({ table, intro, place: around.place, source }), source.slot, around.place))
      this.settle([draft]);
    const column = table.header.findIndex((cell, i) => i > 0 && describing.test(cell.text.trim()));
    if (column < 0) return;
    const kind = /^\p{L}[\p{L} ]{2,20}$/u.test(table.header[0]?.text ?? '') ? (table.header[0]?.text ?? '').toLowerCase() : null;
    for (const row of table.rows.slice(0, 100)) {
      const name = squeeze(row.cells[0]?.text ?? '');
      const cell = row.cells[column];
      if (name === '' || cell === undefined || cell.text === '' || countWords(name) > 8) continue;
      this.term(name, cell, [], row.line, row.line, { ...around, kind }, maxNesting);
    }
  }

  private details(block: Details, around: Around, depth: number): void {
    const summary = squeeze(block.summary.text);
    const answer = asMarkdown(block.blocks);
    const source = makeSource(block.line, block.endLine, `${summary}\n${answer}`, `details ${slotOf(summary)}`);
    const drafts = this.ask((rule) => rule.details?.({ summary, answer, place: around.place, source }), source.slot, around.place);
    if (drafts.length > 0) this.settle(drafts);
    else this.blocks(block.blocks, around, depth + 1);
  }

  private ask(put: (rule: Rule) => Draft[] | undefined, item: string, place: Place): JudgedDraft[] {
    return rules.flatMap((rule) => put(rule) ?? []).map((draft) => ({ ...draft, item, reasons: judgeDraft(draft, place.subject) }));
  }

  /** Keeps what passes every gate; a fallback only when nothing else does; else the best card is held back. */
  private settle(drafts: readonly JudgedDraft[]): void {
    const passing = drafts.filter((draft) => draft.reasons.length === 0);
    const better = passing.filter((draft) => draft.fallback !== true);
    const [fallback] = passing;
    const held = drafts.find((draft) => draft.fallback !== true) ?? drafts[0];
    if (better.length > 0) this.found.push(...withoutEchoes(better));
    else if (fallback !== undefined) this.found.push(fallback);
    else if (held !== undefined) this.found.push(held);
  }
}

/** A gap whose answer another card of the same source asks for already is no gain. */
function withoutEchoes(drafts: readonly JudgedDraft[]): JudgedDraft[] {
  const backs = new Set(drafts.filter((draft) => draft.kind !== 'cloze').map((draft) => plain(draft.back)));
  return drafts.filter((draft) => draft.kind !== 'cloze' || !backs.has(plain(draft.back)));
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^(?:the|an?)\s+|[`*.]/g, '')
    .trim();

/** A front whose answer is the subject itself does not name it. */
const judgeDraft = (draft: Draft, subject: string): string[] =>
  draft.own === true ? judgeOwn(draft.front, draft.back) : judge({ ...draft, subject: mentions(draft.back, subject) ? '' : subject });

function read(text: string, around: Around): Reading | null {
  const reading = readSentence(text, true);
  const clause = reading?.clauses[0];
  const plural =
    around.term !== null &&
    looksPlural(
      around.term
        .replace(/\s*\([^)]*\)$/, '')
        .split(' ')
        .at(-1) ?? '',
    );
  if (reading !== null && clause !== undefined && around.term !== null) {
    if (/^they$/i.test(clause.subject) && !plural) return null;
    if (clause.subject === '' && plural && clause.aux === 'does') return null;
    if (clause.subject === '' && plural && clause.aux === 'is')
      return { ...reading, clauses: reading.clauses.map((one) => ({ ...one, aux: 'are', plural: true })) };
  }
  // "Displays the logs" is said of something singular; a plural subject is not what does it.
  if (clause?.subject === '' && /^(does|is)$/.test(clause.aux) && around.term === null && !impliedSubject(around.antecedent)) return null;
  // "Create the Pod" is an instruction, not something its subject does; a plural term may do it.
  if (clause?.subject === '' && clause.aux === 'do' && (around.term === null || !/s$/.test(around.term))) return null;
  return reading;
}

/** Whether a verb phrase without subject can be about this: one thing, no activity. */
const impliedSubject = (subject: string): boolean =>
  !looksPlural(subject.split(' ').at(-1) ?? '') &&
  !/^[a-z]+ing\b/i.test(subject) &&
  !/\b(?:and|vs|or|commands?|overview|problem|management|configuration)\b|&|,/i.test(subject);

/** Below a nested term its parent says whose part it is. */
function nestedPlace(place: Place, parent: string | null): Place {
  if (parent === null || mentions(place.subject, parent) || countWords(parent) > 5) return place;
  return {
    ...place,
    subject: mentions(parent, place.subject) || countWords(place.subject) > 4 ? parent : `${place.subject}, ${parent}`,
    topic: null,
  };
}

/** "And version 3 commands don't work." goes on under the condition of the sentence before. */
function withCondition(reading: Reading | null, raw: string, previous: SentenceUnit | null): Reading | null {
  if (reading === null || reading.lead !== null || previous?.reading?.lead?.kind !== 'condition') return reading;
  return /^(and|also|then)\s/i.test(raw) ? { ...reading, lead: previous.reading.lead } : reading;
}

/** "When Kubernetes creates a service, it …": the subject of the condition. */
function ledSubject(reading: Reading | null, around: Around): string | null {
  if (reading?.lead?.kind !== 'condition' || around.term !== null) return null;
  const condition = readSentence(reading.lead.text.replace(/^\S+\s+/, ''), false);
  return condition === null ? null : nameable(condition, around);
}

/** The subject of a sentence, if "it" may later stand for it. */
function nameable(reading: Reading, around: Around): string | null {
  const subject = reading.clauses[0]?.subject ?? '';
  if (
    subject === '' ||
    countWords(subject) > 5 ||
    /^(it|they|this|these|that|those|there|you|we|i|what|each|one|some|here|all|any|most|many)\b/i.test(subject)
  )
    return null;
  return insideSentence(subject, around.place.vocabulary);
}

const nextAntecedent = (unit: SentenceUnit | null, around: Around): string =>
  around.term !== null || unit?.reading === null || unit === null
    ? around.antecedent
    : (nameable(unit.reading, around) ?? around.antecedent);
