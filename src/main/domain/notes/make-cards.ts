/** The sections of a note become its cards. */
import type { DraftCard } from './card.js';
import type { DialectCard } from './dialects/dialect.js';
import { isQuestion } from './dialects/asks.js';
import { known } from './dialects/side.js';
import { Finisher } from './finish-cards.js';
import type { NoteFacts } from './finish-cards.js';
import type { NoteWords } from './note-words.js';
import type { Section } from './outline.js';
import { frontKey, judgeOwn } from './quality.js';
import { isConfident } from './rules/confidence.js';
import type { Place } from './rule.js';
import type { JudgedDraft } from './choose-drafts.js';
import { countStatements } from './statements.js';
import { keyWords } from './subject.js';
import { slotOf } from './units.js';
import { walkSection } from './walk-section.js';

export interface Material {
  sections: readonly Section[];
  /** What the note wrote as cards. */
  written: readonly DialectCard[];
  words: NoteWords;
  isStudied: Place['isStudied'];
  /** Rules read ordinary text; without them only what is written as cards is taken. */
  readsText: boolean;
  /** Lines that the note asks about itself: rules give no new card of them. */
  answered: ReadonlySet<number>;
}

/** The cards of a note, in its order. */
export function makeCards(material: Material, note: NoteFacts): DraftCard[] {
  const { sections, isStudied, readsText } = material;
  const finish = new Finisher(note);
  const names = new Set(sections.flatMap((section) => section.headings).flatMap(keyWords));
  const read = sections
    .filter((section) => readsText && section.blocks.length > 0 && !isIncidental(section))
    .map((section) => ({ section, ...readSection(section, material, { note: note.title, names }) }));
  const written = withoutAsked(
    material.written,
    read.flatMap(({ drafts }) => drafts),
  );
  let next = 0;
  for (const [i, section] of sections.entries()) {
    const until = sections[i + 1]?.line ?? Infinity;
    const own: JudgedDraft[] = [];
    for (let card = written[next]; card !== undefined && card.line < until; card = written[++next]) own.push(asDraft(card));
    finish.add(section, own);
  }
  for (const { section, drafts } of read) finish.add(section, drafts);
  if (isStudied === null) return finish.cards;
  // What was studied comes after all that the note gives by itself, so that it takes no other card's place or slot.
  const given = new Set(read.flatMap(({ drafts }) => drafts).map((draft) => note.hashes.of(draft)));
  for (const { section, studied } of read) {
    for (const draft of studied) {
      const hash = note.hashes.of(draft);
      if (!given.has(hash)) finish.add(section, [draft]);
      given.add(hash);
    }
  }
  return finish.cards;
}

/** A question that a rule asks too, of the text below it, has a shorter answer there. */
function withoutAsked(written: readonly DialectCard[], drafts: readonly JudgedDraft[]): readonly DialectCard[] {
  const asked = new Set(drafts.filter(({ reasons }) => reasons.length === 0).map(({ front }) => frontKey(front)));
  return written.filter(({ leaves, dialect, front }) => !(leaves === 'answer' || dialect === 'headings') || !asked.has(frontKey(front)));
}

/** What a section gives: drafts that are sure enough to be cards, and what the person has studied. */
function readSection(
  { blocks, headings, subject, topic }: Section,
  { words: { language, vocabulary, properties, terms }, isStudied, answered }: Material,
  ofNote: Pick<Place, 'note' | 'names'>,
): { drafts: JudgedDraft[]; studied: JudgedDraft[] } {
  const place: Place = { ...ofNote, headings, subject, topic, language, vocabulary, properties, terms, isStudied };
  const { found, studied } = walkSection(blocks, place);
  const share = { cards: found.filter(({ reasons }) => reasons.length === 0).length, statements: countStatements(blocks) };
  return { drafts: found.filter((draft) => !repeats(draft, answered) && isConfident(draft, place, share)), studied: [...studied] };
}

/** Whether a draft asks for what the note asks itself: it begins on such a line, or lists questions. */
function repeats({ source, back }: JudgedDraft, answered: ReadonlySet<number>): boolean {
  if (answered.has(source.line)) return true;
  for (let line = source.line; line <= source.endLine; line++) if (answered.has(line)) return back.split('\n').some(isQuestion);
  return false;
}

function asDraft(card: DialectCard): JudgedDraft {
  const slot = card.slot ?? `card ${slotOf(card.kind === 'cloze' ? card.text : card.front)}`;
  return {
    source: { line: card.line, endLine: card.endLine, text: known(card.text), slot, userId: card.userId, tags: card.tags },
    rule: card.dialect,
    kind: card.kind,
    front: card.front,
    back: card.back,
    part: card.part,
    own: true,
    schedule: card.schedule,
    // Both directions of a reversed card come from one text: siblings.
    item: card.slot ?? `card ${slotOf(card.text)}`,
    reasons: [...judgeOwn(card.front, card.back), ...card.reasons],
    ...(card.deck === null ? {} : { deck: card.deck }),
  };
}

/** What stands under "Example 1: …" or "References" is true of the example only, or elsewhere. */
const isIncidental = (section: Section): boolean =>
  /^(?:(?:\w+ ){0,2}examples?\b(?! of)|sample\b|lab\b|demo\b|references?$|resources$|(?:additional |further )?(?:reading|resources|links)\b|related\b|links?$|see also|table of contents|contents$|toc$|changelog|license|contributing|acknowledge?ments?|credits|exercises?\b|labs?\b|challenges?$|hands[- ]on\b|quiz|homework|assignments?\b|solutions?$|cleanup|success criteria|(?:expected|sample) output|next steps|study (?:plan|strateg)|about (?:me|this)|contact\b|get help|keep learning|community\b|training$|(?:recommended |essential |useful )?(?:books|courses|blogs|videos|articles|websites|tutorials|bibliography|further study)\b|q\s?\d*[.:)]\s|todo|epic\b|user stor(?:y|ies)\b|acceptance criteria|test cases?\b|disclaimer|roadmap|planned\b|milestones|practice (?:questions|exercises)|self[- ]check|(?:exemplos?|ejemplos?|exemples?|beispiele?|esempi[o]?)$|(?:referências?|referencias?|références|referenzen|quellen|bibliograf[ií]a|bibliographie|literatur|enlaces|ressources|recursos)$|(?:예시|예제|참고|참고 ?자료|참고 ?문헌|출처|例|示例|参考|参考资料|参考链接|参考文献|参照|参考文章)$)/i.test(
    section.headings.at(-1) ?? '',
  ) ||
  /[^?] examples?$|\b(?:references|bibliography|further reading|man(?:ual)? pages?(?: \w+)?|sources cited)$/i.test(
    section.headings.at(-1) ?? '',
  ) ||
  section.headings.some((heading) => /^(?:exercise|lab|challenge|hands-on|quiz|homework)\b/i.test(heading));
