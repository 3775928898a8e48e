/** Drafts of a whole note -> cards: evidence, decks, unique fronts, unique slots. */
import type { DraftCard } from './card.js';
import type { Section } from './outline.js';
import { frontKey } from './quality.js';
import { lowerFirst } from './rules/front.js';
import { mentions } from './subject.js';
import { squeeze } from './text.js';
import type { JudgedDraft } from './choose-drafts.js';
import type { SpanHashes } from './span-hashes.js';

export interface NoteFacts {
  title: string;
  deck: string;
  /** Headings open decks below the note's own; not where the person said which deck the note belongs to. */
  chaptersAreDecks: boolean;
  tags: readonly string[];
  hashes: SpanHashes;
}

/** A deck's name as one part of a deck path. */
export const deckName = (text: string): string => squeeze(text.replaceAll('`', '').replaceAll('::', ' ')).slice(0, 80);

export class Finisher {
  private readonly made: DraftCard[] = [];
  private readonly fronts = new Map<string, DraftCard>();
  private readonly asked = new Map<string, number>();
  private readonly slots = new Map<string, number>();

  constructor(private readonly note: NoteFacts) {}

  /** In the order of the note. */
  get cards(): DraftCard[] {
    return this.made
      .map((card, i) => ({ card, i }))
      .sort((a, b) => a.card.line - b.card.line || a.i - b.i)
      .map(({ card }) => card);
  }

  /** Takes the drafts of one section; what repeats an earlier card word for word is dropped. */
  add(section: Section, drafts: readonly JudgedDraft[]): void {
    const path = section.headings.join(' › ');
    const deck =
      section.chapter === null || !this.note.chaptersAreDecks ? this.note.deck : `${this.note.deck}::${deckName(section.chapter)}`;
    for (const draft of drafts) {
      const { front, key } = this.apartFront(draft, section);
      const twin = this.fronts.get(key);
      if (twin !== undefined && frontKey(twin.back) === frontKey(draft.back)) continue;
      // What is asked for the third time with one wording is a label, no question.
      const asked = (this.asked.get(key) ?? 0) + 1;
      this.asked.set(key, asked);
      if (asked > 2 && draft.own !== true) continue;
      const { source } = draft;
      const card: DraftCard = {
        kind: draft.kind,
        rule: draft.rule,
        front,
        back: draft.back,
        headings: section.headings,
        deck: draft.deck ?? deck,
        tags: source.tags.length === 0 ? this.note.tags : [...new Set([...this.note.tags, ...source.tags])],
        line: source.line,
        endLine: Math.max(source.line, source.endLine),
        item: `${path} › ${draft.item}`,
        evidence: {
          spanHash: this.note.hashes.of(draft),
          slot: this.numbered(`${path} › ${source.slot} › ${draft.part}`),
          text: squeeze(source.text),
          userId: source.userId,
        },
        reasons:
          twin === undefined || twin.reasons.length > 0
            ? draft.reasons
            : [...draft.reasons, `another card of this note asks the same (line ${twin.line})`],
        schedule: draft.schedule ?? null,
      };
      if (twin === undefined) this.fronts.set(key, card);
      this.made.push(card);
    }
  }

  /** Where an earlier card asks the same and answers otherwise, the heading tells the two apart. */
  private apartFront(draft: JudgedDraft, section: Section): { front: string; key: string } {
    const key = frontKey(draft.front);
    const twin = this.fronts.get(key);
    if (twin === undefined || draft.own === true || frontKey(twin.back) === frontKey(draft.back)) return { front: draft.front, key };
    const front = withTopic(draft.front, section);
    return { front, key: frontKey(front) };
  }

  private numbered(slot: string): string {
    const count = (this.slots.get(slot) ?? 0) + 1;
    this.slots.set(slot, count);
    return count === 1 ? slot : `${slot} #${count}`;
  }
}

function withTopic(front: string, section: Section): string {
  const topic = section.topic ?? section.headings.at(-1);
  if (topic === undefined || front.toLowerCase().includes(topic.toLowerCase())) return front;
  // The front may begin with a part of "AWS Lambda, Quotas" only.
  for (const name of [section.subject, ...section.subject.split(', ')]) {
    if (front.toLowerCase().startsWith(`${name}: `.toLowerCase())) return `${section.subject}, ${topic}: ${front.slice(name.length + 2)}`;
  }
  const name = mentions(topic, section.subject) ? topic : `${section.subject}, ${topic}`;
  return `${name}: ${lowerFirst(front)}`;
}
