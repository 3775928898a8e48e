/** Takes a section apart into units and puts them to the rules. */
import { nameable, nestedPlace, nextAntecedent } from './surroundings.js';
import type { Around } from './surroundings.js';
import { ask, handlers, withImages } from './ask-rules.js';
import type { Block, Fence, Inline, List, ListItem, Paragraph, Table } from './blocks.js';
import type { Reading } from './english/grammar.js';
import { isOfLines, toSentences } from './english/sentences.js';
import type { Sentence } from './english/sentences.js';
import { describedRows } from './described-rows.js';
import { isLinkOnly } from './inline.js';
import { kindOfMembers } from './rules/list-name.js';
import type { Draft, Intro, Place, SentenceUnit, Term } from './rule.js';
import { isOfPoints } from './rules/foreign-section.js';
import { isWorthTerm } from './rules/worth-term.js';
import { isWorth } from './rules/worth.js';
import { sentenceUnit } from './sentence-unit.js';
import { settle } from './choose-drafts.js';
import type { JudgedDraft } from './choose-drafts.js';
import { isIdleLabel, isLabel, isOneOf, isPlainLabel, splitTerm } from './terms.js';
import { squeeze, trimColon } from './text.js';
import { codeAlone, describedCommand, firstText, headingIntro, introOf, leadsUpTo, makeSource, nameOf, slotOf } from './units.js';

const maxNesting = 12;

const passes = (draft: JudgedDraft): boolean => draft.reasons.length === 0;

/** What a section gives, in the order of the text. */
export interface SectionDrafts {
  found: readonly JudgedDraft[];
  /** Whatever any rule could make that the person has studied, worth making or not. */
  studied: readonly JudgedDraft[];
}

/** Reads one section. */
export function walkSection(blocks: readonly Block[], place: Place): SectionDrafts {
  const walker = new Walker();
  walker.blocks(blocks, { place, term: null, kind: null, antecedent: place.subject, item: null, siblings: [] }, 0);
  return walker;
}

class Walker implements SectionDrafts {
  readonly found: JudgedDraft[] = [];
  readonly studied: JudgedDraft[] = [];
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
        this.list(block, before, context, depth, blocks[i - 1], i === 0 || blocks.filter((one) => one.type === 'list').length === 1);
      else if (block.type === 'fence') this.fence(block, before ?? headingIntro(i, context.place), context);
      else if (block.type === 'table') this.table(block, before, context);
      else if (block.type === 'quote' || block.type === 'details') this.blocks(block.blocks, context, depth + 1);
    }
  }

  private paragraph(block: Paragraph, next: Block | undefined, around: Around, depth: number): { around: Around; intro: Intro | null } {
    const { inline } = block;
    for (const image of inline.images) {
      const source = makeSource(inline.line, block.endLine, image.alt, `image ${slotOf(image.alt)}`, inline);
      this.settle(this.ask(handlers.image, { image, source, place: around.place }, source.slot, around.place));
    }
    if (isIdleLabel(/^[\p{L} ]{3,20}(?=\s?[:：])/u.exec(inline.text)?.[0] ?? '')) return { around, intro: null };
    const leads = leadsUpTo(next);
    const split = splitTerm(inline, false);
    if (split !== null && split.rest.text !== '' && !/[:：]$/.test(split.rest.text)) {
      this.term(split.name, split.rest, [], block.line, block.endLine, around, depth);
      return { around, intro: leads ? introOf({ inline: split.rest }) : null };
    }
    return { around: this.prose(inline, around), intro: leads ? introOf(block) : null };
  }

  /** Running text. A sentence that ends with a colon only leads up to the next block. */
  private prose(inline: Inline, around: Around): Around & { first?: Reading | null } {
    let context: Around & { first?: Reading | null } = around;
    let previous: SentenceUnit | null = null;
    for (const sentence of toSentences(inline.text, inline.line)) {
      if (/[:：]$/.test(sentence.text)) continue;
      const read = this.sentence(sentence, inline, context, previous);
      this.settleSentence(read.unit, read.drafts, context);
      const first = context.first ?? read.unit?.reading ?? null;
      previous = read.unit;
      context = { ...context, first, antecedent: nextAntecedent(previous, context) };
    }
    return context;
  }

  private sentence(
    sentence: Sentence,
    inline: Inline,
    around: Around,
    previous: SentenceUnit | null,
  ): { unit: SentenceUnit | null; drafts: JudgedDraft[] } {
    const unit = sentenceUnit(sentence, { inline, around, previous, isFirst: this.opening });
    if (unit === null) return { unit, drafts: [] };
    this.opening = false;
    const drafts = this.ask(handlers.sentence, unit, around.item ?? unit.source.slot, around.place);
    const worthy = drafts.filter((draft) => isWorth(draft, unit));
    // Nothing is held back in place of a card that is not worth making.
    return { unit, drafts: worthy.some(passes) || !drafts.some(passes) ? worthy : [] };
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
    // Boxes to tick are things to do, not members of anything.
    if (!list.items.every((item) => item.task)) {
      this.settle(this.ask(handlers.list, { list, only, intro, names, place, source }, source.slot, place));
    }
    const siblings = names.filter((name) => name !== null);
    // "Advantages:" heads its list as a heading would.
    const within =
      place.language !== 'en' && isOfPoints(trimColon(label))
        ? { ...around, place: { ...place, headings: [...place.headings, trimColon(label)] } }
        : around;
    const kind = place.language === 'en' ? kindOfMembers(names, intro?.text ?? null, place) : null;
    let antecedent = around.antecedent;
    for (const [i, item] of list.items.entries()) {
      const command = i === 0 && item.children.length === 0 ? describedCommand(item.inline.text, before) : null;
      if (command !== null) this.described(command, item, within);
      else antecedent = this.item(item, { ...within, kind, antecedent, siblings }, depth);
    }
  }

  /** "Retrieves all pods." below a command says what the command does. */
  private described(command: string, text: { inline: Inline; line: number; endLine: number }, around: Around): void {
    const name = `\`${command}\``;
    const source = makeSource(text.line, text.endLine, `${name}: ${squeeze(text.inline.text)}`, name, text.inline);
    const unit: Term = { name, text: squeeze(text.inline.text), label: null, kind: null, oneOfSeveral: false, source, place: around.place };
    const drafts = this.ask(handlers.term, unit, around.item ?? `term ${name}`, around.place);
    this.settle(drafts.filter((draft) => isWorthTerm(draft, unit)));
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
    // "Twin drum:" alone: what follows in the list is about it.
    if (item.children.length === 0 && /^[\p{Lu}`][^.!?]{1,40}:$/u.test(inline.text)) return trimColon(inline.text);
    if (split !== null) {
      this.term(split.name, split.rest, item.children, item.line, item.endLine, around, depth);
      return around.antecedent;
    }
    const within = { ...around, kind: null };
    const after: Around & { first?: Reading | null } = inline.text === '' ? within : this.prose(inline, within);
    this.children(item.children, inline.text === '' ? null : introOf(item), after, depth);
    return after.first ? (nameable(after.first, around) ?? around.antecedent) : around.antecedent;
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
    const property = around.place.language === 'en' && around.term === null && around.place.properties.has(name.toLowerCase());
    const label = property || (isLabel(name) && !(around.place.language === 'en' && isOneOf(name, around.siblings)));
    if (label && !property && (isPlainLabel(name) || around.place.language !== 'en')) {
      const after = rest.text === '' ? around : this.prose(rest, around);
      this.children(children, rest.text === '' ? null : introOf({ inline: rest }), after, depth);
      return;
    }
    const own = label ? (around.term ?? around.place.subject) : name;
    const item = around.item ?? `term ${own}`;
    const text = rest.text === '' ? firstText(children) : isOfLines(rest.text) ? (rest.text.split('\n')[0] ?? '') : rest.text;
    const lastLine = rest.text === '' ? endLine : rest.line + text.split('\n').length - 1;
    const slot = label ? `${own} ${name.toLowerCase()}` : own;
    const source = makeSource(line, lastLine, `${name}: ${squeeze(text)}`, slot, rest);
    const unit: Term = {
      name: own,
      text: squeeze(text),
      label: label ? name : null,
      kind: label ? null : around.kind,
      oneOfSeveral: rest.text === '' && children[0]?.type === 'list' && children[0].items.length > 1,
      source,
      place: around.place,
    };
    const drafts =
      text === ''
        ? []
        : this.ask(handlers.term, unit, item, around.place)
            .filter((draft) => isWorthTerm(draft, unit))
            .map((draft) => withImages(draft, rest));
    if (label) {
      this.settle(drafts);
      this.children(children, null, { ...around, item }, depth);
      return;
    }
    const within: Around = { ...around, term: name, item, antecedent: name };
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
      const read = this.sentence(sentence, text, around, previous);
      previous = read.unit;
      this.settleSentence(read.unit, [...(pending ?? []), ...read.drafts], around);
      pending = null;
    }
    if (pending !== null) this.settle(pending);
  }

  private fence(fence: Fence, intro: Intro | null, around: Around): void {
    const text = fence.lines.join('\n');
    const source = makeSource(fence.line, fence.endLine, text, `code ${slotOf(intro?.text ?? text)}`);
    this.settle(this.ask(handlers.fence, { fence, intro, place: around.place, source }, around.item ?? source.slot, around.place));
  }

  private table(table: Table, intro: Intro | null, around: Around): void {
    const header = table.header.map((cell) => cell.text).join(' | ');
    const source = makeSource(table.line, table.endLine, header, `table ${header}`);
    for (const draft of this.ask(handlers.table, { table, intro, place: around.place, source }, source.slot, around.place))
      this.settle([draft]);
    const { kind, siblings, rows } = describedRows(table, around.place);
    for (const { name, cell, line } of rows) this.term(name, cell, [], line, line, { ...around, kind, siblings }, maxNesting);
  }

  /** A sentence that gives no card yet is asked for by what is left out of it. */
  private settleSentence(unit: SentenceUnit | null, drafts: readonly JudgedDraft[], around: Around): void {
    const enough = unit === null || drafts.some((draft) => draft.reasons.length === 0 && draft.fallback !== true);
    const asked =
      unit === null || (enough && around.place.isStudied === null)
        ? []
        : this.ask(handlers.lastResort, unit, around.item ?? unit.source.slot, around.place);
    const more = enough ? [] : asked.filter((draft) => isWorth(draft, unit));
    this.settle(
      more.some((draft) => draft.reasons.length === 0) ? more : [...drafts, ...more.map((draft) => ({ ...draft, fallback: true }))],
    );
  }

  private ask<U>(handlersOfKind: readonly ((unit: U) => Draft[])[], unit: U, item: string, place: Place): JudgedDraft[] {
    const drafts = ask(handlersOfKind, unit, item, place);
    if (place.isStudied !== null) this.studied.push(...drafts.filter(place.isStudied));
    return drafts;
  }

  private settle(drafts: readonly JudgedDraft[]): void {
    this.found.push(...settle(drafts));
  }
}
