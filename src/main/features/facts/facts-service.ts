/** Holds the person's cards against a version of Kubernetes, and against what a cluster showed last. Asks no cluster itself. */
import type { CheckId, Outdated, Output } from '../../../shared/contract.js';
import { FailureError } from '../../../shared/result.js';
import { type ClusterFacts, factsAbout } from '../../domain/facts/card-facts.js';
import { newestKnownMinor, outdatedIn } from '../../domain/facts/outdated.js';
import type { CardText } from '../../domain/facts/statement.js';
import { topicsOf } from '../../domain/facts/topics.js';
import { byName } from '../../domain/natural-order.js';
import { givingWay } from '../../give-way.js';
import type { CardStore } from '../../store/tables/cards.js';
import type { CardTextRow, CardTexts } from '../../store/tables/card-texts.js';

type Finding = Output<'cluster.notes'>['findings'][number];

export interface FactsService {
  /** What stands beside a card; throws a FailureError `not-found` when there is none. */
  ofCard(cardId: string): Output<'cluster.card'>;
  /** What of a card is outdated. */
  outdated(card: CardText): Outdated[];
  /** All cards held against the cluster or the newest version; gives way to other work every few milliseconds. */
  notes(): Promise<Output<'cluster.notes'>>;
  /** The cards that teach what a check is about, in the order of their notes; gives way too. */
  cardsAbout(checkId: CheckId): Promise<string[]>;
  /** Stops what is under way before the store is closed; who waits for it gets a FailureError `conflict`. */
  close(): void;
}

interface Parts {
  cards: CardStore;
  texts: CardTexts;
  /** What the cluster showed last; null when there is none, or the panel is off. */
  ofCluster(): ClusterFacts | null;
}

interface Survey {
  findings: Finding[];
  byCheck: Map<CheckId, string[]>;
}

/** More findings than anybody reads at once. */
const mostFindings = 200;

export function createFactsService({ cards, texts, ofCluster }: Parts): FactsService {
  /** The last survey, and what it was made of. */
  let last: { state: string; known: ClusterFacts | null; survey: Promise<Survey> } | null = null;

  let isClosed = false;

  const minor = (): number => ofCluster()?.minor ?? newestKnownMinor;

  const outdated = (card: CardText): Outdated[] => outdatedIn(card, minor()).map(({ since, now, source }) => ({ since, now, source }));

  function findingsOf(card: CardTextRow, known: ClusterFacts | null): Finding[] {
    const { cardId, noteId, noteName, line } = card;
    const place = { cardId, noteId, noteName, line };
    return [
      ...(known ? factsAbout(card, known) : []).flatMap(({ label, value, agrees }): Finding[] =>
        agrees === false ? [{ ...place, kind: 'differs', label, value }] : [],
      ),
      ...outdated(card).map((found): Finding => ({ ...place, kind: 'outdated', ...found })),
    ];
  }

  async function surveyAll(known: ClusterFacts | null): Promise<Survey> {
    const survey: Survey = { findings: [], byCheck: new Map() };
    // Several cards of one line say the same; one of them stands for all.
    const told = new Set<string>();
    const giveWay = givingWay();
    const notes = texts.notes().sort((a, b) => byName(a.name, b.name));
    for (const { noteId } of notes) {
      for (const card of texts.ofNote(noteId)) {
        for (const checkId of topicsOf(card)) listIn(survey.byCheck, checkId).push(card.cardId);
        for (const finding of findingsOf(card, known)) {
          const key = `${finding.noteId}:${finding.line}:${finding.kind === 'differs' ? finding.label : finding.now}`;
          if (!told.has(key)) survey.findings.push(finding);
          told.add(key);
        }
        await giveWay();
        if (isClosed) throw new FailureError({ code: 'conflict', message: 'Etcdeck is closing.' });
      }
    }
    return survey;
  }

  function survey(): Promise<Survey> {
    const state = texts.state();
    const known = ofCluster();
    if (last?.state !== state || last.known !== known) last = { state, known, survey: surveyAll(known) };
    return last.survey;
  }

  return {
    outdated,
    ofCard(cardId) {
      const card = cards.get(cardId);
      if (!card) throw new FailureError({ code: 'not-found', message: 'This card is no longer there.' });
      const known = ofCluster();
      return {
        contextName: known?.contextName ?? null,
        facts: known ? factsAbout(card, known).map(({ label, value, agrees }) => ({ label, value, agrees })) : [],
        outdated: outdated(card),
      };
    },
    async notes() {
      const version = { minor: minor(), isOfCluster: typeof ofCluster()?.minor === 'number' };
      const { findings, byCheck } = await survey();
      return {
        ...version,
        total: findings.length,
        findings: findings.slice(0, mostFindings),
        cards: [...byCheck].map(([checkId, ids]) => ({ checkId, cards: ids.length })),
      };
    },
    cardsAbout: async (checkId) => (await survey()).byCheck.get(checkId) ?? [],
    close: () => void (isClosed = true),
  };
}

/** The list of a key, made when there is none. */
function listIn(lists: Map<CheckId, string[]>, key: CheckId): string[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
