/** The part of the contract about what cards say of Kubernetes: is it still true, and is a cluster that way? */
import * as v from 'valibot';
import { checkId } from './cluster.js';
import { count, id, line, method, nothing, text } from './schemas.js';

/** A statement that was true of an older Kubernetes. */
export const outdated = v.strictObject({
  /** The minor version since when: the 26 of 1.26. */
  since: count,
  /** What holds now; a sentence or two. */
  now: text,
  /** Where that can be read: an address, as text. */
  source: text,
});
export type Outdated = v.InferOutput<typeof outdated>;

/** What a cluster showed of something a card is about. */
const cardFact = v.strictObject({
  /** E.g. `--cert-file`. */
  label: text,
  value: text,
  /** Whether the card says the same; null when it gives no value of its own. */
  agrees: v.nullable(v.boolean()),
});

export const cardTruth = v.strictObject({
  /** The context the facts are of; null without one, or when the panel is off. */
  contextName: v.nullable(text),
  facts: v.array(cardFact),
  outdated: v.array(outdated),
});
export type CardTruthView = v.InferOutput<typeof cardTruth>;

const place = { cardId: id, noteId: id, noteName: text, line };
/** A card that says something else than the cluster, or something outdated. */
export const finding = v.variant('kind', [
  v.strictObject({ kind: v.literal('differs'), ...place, label: text, value: text }),
  v.strictObject({ kind: v.literal('outdated'), ...place, ...outdated.entries }),
]);
export type Finding = v.InferOutput<typeof finding>;

export const notesTruth = v.strictObject({
  /** The minor version the cards were held against. */
  minor: count,
  /** Whether that is the version of the cluster; otherwise it is the newest Etcdeck knows. */
  isOfCluster: v.boolean(),
  /** Findings there are; the first of them are told, in the order of the notes. */
  total: count,
  findings: v.array(finding),
  /** How many cards teach what a check is about. */
  cards: v.array(v.strictObject({ checkId, cards: count })),
});
export type NotesTruth = v.InferOutput<typeof notesTruth>;

export const factMethods = {
  /** What stands beside a card, of what is known already: no cluster is asked. */
  'cluster.card': method(v.strictObject({ cardId: id }), cardTruth, 'reads'),
  /** The same for all notes. */
  'cluster.notes': method(nothing, notesTruth, 'reads'),
} as const;
