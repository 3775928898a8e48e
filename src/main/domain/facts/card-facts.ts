/** Holds a card against what a cluster showed: which of its facts the card is about, and whether both say the same. */
import { flagKinds } from './kinds/flags.js';
import type { FactKind } from './kinds/kind.js';
import { settingKinds } from './kinds/settings.js';
import { type CardText, statementOf } from './statement.js';

/** Something a cluster showed. */
export interface Fact {
  /** Of its kind. */
  id: string;
  value: string;
}

/** What one cluster showed in its last round. */
export interface ClusterFacts {
  contextName: string;
  /** E.g. "kind"; '' when it cannot be told. */
  distribution: string;
  /** The minor version of the API server; null when it cannot be told. */
  minor: number | null;
  facts: readonly Fact[];
}

/** A fact beside a card. */
export interface CardFact {
  id: string;
  label: string;
  value: string;
  /** Whether the card says the same; null when it gives no value, or one of another kind of cluster. */
  agrees: boolean | null;
}

const kinds = new Map([...settingKinds, ...flagKinds].map((kind) => [kind.id, kind]));

/** A list that names every flag there is would show them all. */
const mostFacts = 4;

/** A fact of a known kind with a value that this kind may have; null for anything else. */
export function factOf(id: string, value: string | null | undefined): Fact | null {
  const trimmed = value?.trim() ?? '';
  return trimmed !== '' && kinds.get(id)?.values.test(trimmed) === true ? { id, value: trimmed } : null;
}

const distributions: readonly [name: string, words: RegExp][] = [
  ['kind', /(?<!-)\bkind\b(?= (cluster|node|load)|$|\?| create)|\bof kind\b/i],
  ['minikube', /\bminikube\b/i],
  ['Docker Desktop', /\bdocker[- ]desktop\b/i],
  ['k3s', /\bk3s\b/i],
  ['RKE2', /\brke2\b/i],
  ['k0s', /\bk0s\b/i],
  ['GKE', /\bGKE\b/],
  ['EKS', /\bEKS\b/],
  ['AKS', /\bAKS\b/],
];

/** Is the card about a cluster of this kind, or about any? kind builds its clusters with kubeadm. */
function isComparable(said: string, distribution: string): boolean {
  const named = distributions.filter(([, words]) => words.test(said)).map(([name]) => name);
  if (named.length > 0) return named.includes(distribution);
  return !/\bkubeadm\b/i.test(said) || distribution === '' || distribution === 'kind';
}

/** The facts a card is about, those it gives a value for first; at most four. */
export function factsAbout(card: CardText, { facts, distribution }: Pick<ClusterFacts, 'facts' | 'distribution'>): CardFact[] {
  const statement = statementOf(card);
  const compares = isComparable(statement.said, distribution);
  const found = facts.flatMap(({ id, value }): CardFact[] => {
    const kind = kinds.get(id);
    if (!kind?.isAbout(statement)) return [];
    const claims = compares ? kind.claims(statement).filter((claim) => kind.compares?.(claim, value) ?? true) : [];
    return [{ id, label: kind.label, value, agrees: claims.length === 0 ? null : claims.some((claim) => isSame(kind, claim, value)) }];
  });
  return [...found.filter(({ agrees }) => agrees !== null), ...found.filter(({ agrees }) => agrees === null)].slice(0, mostFacts);
}

function isSame(kind: FactKind, claim: string, value: string): boolean {
  const normal = (text: string): string => (kind.normal?.(text) ?? text).toLowerCase().replace(/\/$/, '');
  return normal(value) === normal(claim);
}
