/** Takes a section apart into units and puts them to the rules. */
import type { Block, Fence, Inline, List, ListItem, Paragraph, Table } from './blocks.js';
import { readSentence } from './english/clause.js';
import type { Reading } from './english/clause.js';
import { toSentences } from './english/sentences.js';
import { insideSentence } from './english/question.js';
import { plainInline } from './inline.js';
import { sentenceLanguage } from './language.js';
import { judge } from './quality.js';
import { rules } from './rules/index.js';
import { isChatter, withoutPointers } from './rules/sentence-parts.js';
import { describing } from './rules/table.js';
import type { Draft, Intro, Place, SentenceUnit, Source, Term } from './rules/rule.js';
import { isIdleLabel, isLabel, isPlainLabel, splitTerm } from './terms.js';
import { countWords, squeeze, trimStop } from './text.js';

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
  /** What "it" stands for. */
  antecedent: string;
  /** Sibling group; null where each sentence is its own. */
  item: string | null;
}

const maxNesting = 12;

/** Reads one section. Judged drafts come in the order of the text. */
export function walkSection(blocks: readonly Block[], place: Place): JudgedDraft[] {
  const walker = new Walker();
  walker.blocks(blocks, { place, term: null, antecedent: place.subject, item: null }, 0);
  return walker.found;
}

class Walker {
  readonly found: JudgedDraft[] = [];
  private opening = true;

  blocks(blocks: readonly Block[], around: Around, depth: number): void {
    if (depth > maxNesting) return;
    let context = around;
    let intro: Intro | null = null;
    for (const [i, block] of blocks.entries()) {
      const next = blocks[i + 1];
      const before: Intro | null = intro;
      intro = null;
      switch (block.type) {
        case 'paragraph': {
          const fence = codeOnly(block);
          if (fence !== null) {
            this.fence(fence, before, context);
            break;
          }
          const read = this.paragraph(block, next, context, depth);
          context = read.around;
          intro = read.intro;
          break;
        }
        case 'list':
          this.list(block, before, context, depth);
          break;
        case 'fence':
          this.fence(block, before ?? headingIntro(i, context.place), context);
          break;
        case 'table':
          this.table(block, before, context);
          break;
        case 'quote':
          this.blocks(block.blocks, context, depth + 1);
          break;
        case 'details':
          this.details(block.summary.text, block, context, depth);
          break;
        default:
      }
    }
  }

  private paragraph(block: Paragraph, next: Block | undefined, around: Around, depth: number): { around: Around; intro: Intro | null } {
    const { inline } = block;
    for (const image of inline.images)
      this.put(
        (rule) => rule.image?.({ image, source: source(inline.line, block.endLine, image.alt, image.alt, inline), place: around.place }),
        around.item ?? `image ${image.source}`,
      );
    const leads = next !== undefined && (next.type === 'list' || next.type === 'fence' || next.type === 'table' || codeOnlyBlock(next));
    const split = splitTerm(inline, false);
    if (split !== null && split.rest.text !== '' && !/[:：]$/.test(split.rest.text)) {
      this.term(split.name, split.rest, [], block.line, block.endLine, around, depth);
      return { around, intro: leads ? { text: split.rest.text, line: block.line } : null };
    }
    return this.prose(inline, around, leads);
  }

  /** Running text; its last sentence introduces the block that follows, if one does. */
  private prose(inline: Inline, around: Around, leads: boolean): { around: Around; intro: Intro | null } {
    let context = around;
    const sentences = toSentences(inline.text, inline.line);
    const last = sentences.at(-1);
    const intro = leads && last !== undefined ? { text: last.text, line: last.line } : null;
    let previous: SentenceUnit | null = null;
    for (const sentence of sentences) {
      if (sentence === last && intro !== null && /[:：]$/.test(sentence.text)) break;
      if (/[:：]$/.test(sentence.text)) continue;
      const unit = this.sentence(sentence.text, sentence.line, sentence.endLine, inline, context, previous);
      previous = unit;
      context = { ...context, antecedent: nextAntecedent(unit, context) };
    }
    return { around: context, intro };
  }

  private sentence(
    raw: string,
    line: number,
    endLine: number,
    inline: Inline,
    around: Around,
    previous: SentenceUnit | null,
  ): SentenceUnit | null {
    if (isChatter(withoutPointers(raw)) || around.place.language !== 'en' || !sentenceLanguage(raw)) return null;
    const text = trimStop(withoutPointers(raw));
    if (countWords(text) < 3 || /[?]$/.test(text)) return null;
    const reading = withCondition(read(text, around), raw, previous);
    const opening = this.opening && around.term === null;
    this.opening = false;
    const slot = around.term ?? slotOf(text);
    const own = source(line, endLine, around.term === null ? text : `${around.term}: ${text}`, slot, inline);
    const unit: SentenceUnit = {
      text,
      reading,
      term: around.term,
      opening,
      antecedent: around.antecedent,
      source: own,
      place: around.place,
    };
    this.put((rule) => rule.sentence?.(unit), around.item ?? slot);
    return unit;
  }

  private list(list: List, intro: Intro | null, around: Around, depth: number): void {
    const names = list.items.map(nameOf);
    const text = names.map((name) => name ?? '').join('\n');
    const label = squeeze(intro?.text ?? around.place.topic ?? around.place.headings.at(-1) ?? '');
    const unit = {
      list,
      intro,
      names,
      place: around.place,
      source: source(list.line, list.endLine, `${label}\n${text}`, `list ${around.term ?? slotOf(label)}`, plainInline('', list.line)),
    };
    this.put((rule) => rule.list?.(unit), `list ${around.term ?? label}`);
    let context = around;
    for (const item of list.items) context = { ...context, antecedent: this.item(item, context, depth).antecedent };
  }

  private item(item: ListItem, around: Around, depth: number): Around {
    const { inline } = item;
    const fence = codeOnlyInline(inline, item.line);
    if (fence !== null) {
      this.blocks(item.children, around, depth + 1);
      return around;
    }
    const split = splitTerm(inline, item.children.length > 0);
    if (split !== null) {
      this.term(split.name, split.rest, item.children, item.line, item.endLine, around, depth);
      return around;
    }
    const leads = item.children.length > 0;
    const read = inline.text === '' ? { around, intro: null } : this.prose(inline, around, leads);
    this.children(item.children, read.intro, read.around, depth);
    return read.around;
  }

  /** Blocks below an item; the item's text introduces the first of them. */
  private children(children: readonly Block[], intro: Intro | null, around: Around, depth: number): void {
    const [first, ...rest] = children;
    if (first === undefined || depth >= maxNesting) return;
    if (first.type === 'list') this.list(first, intro, around, depth + 1);
    else if (first.type === 'fence') this.fence(first, intro, around);
    else if (first.type === 'table') this.table(first, intro, around);
    else {
      this.blocks(children, around, depth + 1);
      return;
    }
    this.blocks(rest, around, depth + 1);
  }

  private term(name: string, rest: Inline, children: readonly Block[], line: number, endLine: number, around: Around, depth: number): void {
    if (isIdleLabel(name)) return;
    const label = isLabel(name);
    const english = around.place.language === 'en';
    if (label && (isPlainLabel(name) || !english)) {
      const intro = rest.text === '' ? null : this.prose(rest, around, children.length > 0).intro;
      this.children(children, intro, around, depth);
      return;
    }
    const own = label ? (around.term ?? around.place.subject) : name;
    const item = around.item ?? `term ${own}`;
    const text = rest.text === '' ? firstText(children) : rest.text;
    const unit: Term = {
      name: own,
      text: squeeze(text),
      label: label ? name : null,
      source: source(
        line,
        rest.text === '' ? endLine : rest.line + rest.text.split('\n').length - 1,
        `${name}: ${squeeze(text)}`,
        label ? `${own} ${name.toLowerCase()}` : own,
        rest,
      ),
      place: around.place,
    };
    if (text !== '') this.put((rule) => rule.term?.(unit), item);
    if (label) {
      this.children(children, null, { ...around, item }, depth);
      return;
    }
    const within: Around = { ...around, term: name, item, antecedent: name };
    const intro = rest.text === '' ? { text: `${name}:`, line } : this.prose(rest, within, children.length > 0).intro;
    this.children(children, intro, within, depth);
  }

  private fence(fence: Fence, intro: Intro | null, around: Around): void {
    const text = fence.lines.join('\n');
    const unit = {
      fence,
      intro,
      place: around.place,
      source: source(fence.line, fence.endLine, text, `code ${slotOf(intro?.text ?? text)}`, plainInline('', fence.line)),
    };
    this.put((rule) => rule.fence?.(unit), around.item ?? unit.source.slot);
  }

  private table(table: Table, intro: Intro | null, around: Around): void {
    const header = table.header.map((cell) => cell.text).join(' | ');
    const unit = {
      table,
      intro,
      place: around.place,
      source: source(table.line, table.endLine, header, `table ${header}`, plainInline('', table.line)),
    };
    this.put((rule) => rule.table?.(unit), unit.source.slot);
    const column = table.header.findIndex((cell, i) => i > 0 && describing.test(cell.text.trim()));
    if (column < 0) return;
    for (const row of table.rows.slice(0, 100)) {
      const name = squeeze(row.cells[0]?.text ?? '');
      const cell = row.cells[column];
      if (name !== '' && cell !== undefined && cell.text !== '' && countWords(name) <= 8)
        this.term(name, cell, [], row.line, row.line, around, maxNesting);
    }
  }

  private details(summary: string, block: Extract<Block, { type: 'details' }>, around: Around, depth: number): void {
    const answer = squeezeAnswer(block.blocks);
    const unit = {
      summary: squeeze(summary),
      answer,
      place: around.place,
      source: source(block.line, block.endLine, `${summary}\n${answer}`, `details ${slotOf(summary)}`, plainInline('', block.line)),
    };
    const before = this.found.length;
    this.put((rule) => rule.details?.(unit), unit.source.slot);
    if (this.found.length === before) this.blocks(block.blocks, around, depth + 1);
  }

  /** Asks every rule, keeps what passes; where nothing does, the best of what is held back. */
  private put(ask: (rule: (typeof rules)[number]) => Draft[] | undefined, item: string): void {
    const drafts = rules.flatMap((rule) => ask(rule) ?? []).map((draft): JudgedDraft => ({ ...draft, item, reasons: judgeDraft(draft) }));
    const passing = drafts.filter((draft) => draft.reasons.length === 0);
    const better = passing.filter((draft) => draft.fallback !== true);
    if (better.length > 0) this.found.push(...better);
    else if (passing[0] !== undefined) this.found.push(passing[0]);
    else if (drafts[0] !== undefined) this.found.push(drafts.find((draft) => draft.fallback !== true) ?? drafts[0]);
  }
}

const judgeDraft = (draft: Draft): string[] => judge({ kind: draft.kind, front: draft.front, back: draft.back, subject: '' });

const read = (text: string, around: Around): Reading | null => {
  const reading = readSentence(text, true);
  const clause = reading?.clauses[0];
  // "Create the Pod" in prose is an instruction, not something its subject does.
  if (reading !== null && clause?.subject === '' && clause.aux === 'do' && (around.term === null || !/s$/.test(around.term))) return null;
  return reading;
};

/** "And version 3 commands don't work." goes on under the condition of the sentence before. */
function withCondition(reading: Reading | null, raw: string, previous: SentenceUnit | null): Reading | null {
  if (reading === null || reading.lead !== null || previous?.reading?.lead?.kind !== 'condition') return reading;
  return /^(and|also|then)\s/i.test(raw) ? { ...reading, lead: previous.reading.lead } : reading;
}

function nextAntecedent(unit: SentenceUnit | null, around: Around): string {
  const subject = unit?.reading?.clauses[0]?.subject ?? '';
  if (
    around.term !== null ||
    subject === '' ||
    /^(it|they|this|these|that|those|there|you|we|what|each|one|some|here)\b/i.test(subject) ||
    countWords(subject) > 5
  )
    return around.antecedent;
  return insideSentence(subject, around.place.vocabulary);
}

function source(line: number, endLine: number, text: string, slot: string, inline: Inline): Source {
  const id = inline.comments.map((comment) => /^ID:\s*(\S{1,64})$/i.exec(comment)?.[1]).find((found) => found !== undefined);
  return { line, endLine, text, slot, userId: inline.blockId ?? id ?? null, tags: inline.tags };
}

/** Names a stretch of prose by its first words, so that edits further on keep it. */
const slotOf = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 5).join(' ');

/** The short name of a list item: its term, or its text when that is short. */
function nameOf(item: ListItem): string | null {
  const split = splitTerm(item.inline, item.children.length > 0);
  if (split !== null) return isLabel(split.name) ? null : split.name;
  const text = trimStop(squeeze(item.inline.text));
  return text !== '' && countWords(text) <= 12 && toSentences(text, 1).length === 1 ? text : null;
}

const firstText = (children: readonly Block[]): string => {
  const [first] = children;
  if (first?.type === 'paragraph') return first.inline.text;
  if (first?.type !== 'list') return '';
  const [item] = first.items;
  return item === undefined || splitTerm(item.inline, item.children.length > 0) !== null ? '' : item.inline.text;
};

const codeOnlyInline = (inline: Inline, line: number): Fence | null => {
  const match = /^`([^`]+)`\.?$/.exec(inline.text.trim());
  return match?.[1] === undefined ? null : { type: 'fence', language: '', lines: [match[1]], firstLine: line, line, endLine: line };
};
const codeOnly = (block: Paragraph): Fence | null => codeOnlyInline(block.inline, block.line);
const codeOnlyBlock = (block: Block): boolean => block.type === 'paragraph' && codeOnly(block) !== null;

/** A fence right below its heading is what the heading says. */
const headingIntro = (index: number, place: Place): Intro | null => {
  const heading = place.headings.at(-1);
  return index === 0 && heading !== undefined && countWords(heading) > 1 ? { text: `${heading}:`, line: 0 } : null;
};

/** Blocks as Markdown for the back of a card. */
function squeezeAnswer(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.type === 'paragraph') return block.inline.text;
      if (block.type === 'fence') return `\`\`\`${block.language}\n${block.lines.join('\n')}\n\`\`\``;
      if (block.type === 'list')
        return block.items.map((item, i) => `${block.ordered ? `${i + 1}.` : '-'} ${squeeze(item.inline.text)}`).join('\n');
      return '';
    })
    .filter((text) => text !== '')
    .join('\n\n')
    .trim();
}
