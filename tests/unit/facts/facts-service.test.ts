import { describe, expect, it, onTestFinished } from 'vitest';
import { type ClusterFacts, factOf } from '../../../src/main/domain/facts/card-facts.js';
import { createFactsService } from '../../../src/main/features/facts/facts-service.js';
import { createCardTexts } from '../../../src/main/store/tables/card-texts.js';
import { createCardStore } from '../../../src/main/store/tables/cards.js';
import { openDatabase } from '../../../src/main/store/open/database.js';
import { FailureError } from '../../../src/shared/result.js';
import { freshFolder } from '../folder.js';
import { addCards } from '../sample-cards.js';

interface Text {
  front: string;
  back: string;
  deck?: string;
  note?: string;
  line?: number;
}

/** Cards by their ids, and a cluster that can be changed. */
function desk(texts: Record<string, Text>) {
  const db = openDatabase(freshFolder());
  onTestFinished(() => void db.close());
  addCards(
    db,
    Object.entries(texts).map(([cardId, { deck, note }]) => ({ cardId, ...(deck && { deck }), ...(note && { note }) })),
  );
  const write = db.prepare('UPDATE cards SET front = ?, back = ?, headings = ?, line = coalesce(?, line) WHERE cardId = ?');
  for (const [cardId, { front, back, line }] of Object.entries(texts)) write.run(front, back, '["Notes"]', line ?? null, cardId);
  let known: ClusterFacts | null = null;
  const facts = createFactsService({ cards: createCardStore(db), texts: createCardTexts(db), ofCluster: () => known });
  return { db, facts, connect: (shown: ClusterFacts | null) => void (known = shown) };
}

function clusterWith(values: Record<string, string>, minor: number | null = 33): ClusterFacts {
  const facts = Object.entries(values).flatMap(([id, value]) => factOf(id, value) ?? []);
  return { contextName: 'study', distribution: '', minor, facts };
}

const texts: Record<string, Text> = {
  paths: { front: 'Etcdctl: what value does `--cacert` get?', back: '`/etc/kubernetes/pki/etcd/ca.crt`', line: 3 },
  again: { front: 'Etcdctl: which file is `--cacert=/etc/kubernetes/pki/etcd/ca.crt`?', back: 'The CA', line: 3 },
  psp: { front: 'Which object limits what Pods may do?', back: 'PodSecurityPolicy', note: 'security.md', line: 9 },
  ipvs: { front: 'Which mode of kube-proxy is recommended?', back: 'IPVS', note: 'proxy.md', line: 5 },
  plain: { front: 'What is a Pod?', back: 'The smallest unit', note: 'pods.md' },
};
const minikube = clusterWith({ 'etcd --trusted-ca-file': '/var/lib/minikube/certs/etcd/ca.crt' });

describe('a card', () => {
  it('has nothing of a cluster beside it before one showed anything, and no more when the panel is off', () => {
    const { facts, connect } = desk(texts);
    expect(facts.ofCard('paths')).toEqual({ contextName: null, facts: [], outdated: [] });
    connect(minikube);
    expect(facts.ofCard('paths')).toEqual({
      contextName: 'study',
      facts: [{ label: '--trusted-ca-file', value: '/var/lib/minikube/certs/etcd/ca.crt', agrees: false }],
      outdated: [],
    });
    connect(null);
    expect(facts.ofCard('paths').facts).toEqual([]);
  });

  it('is held against the version of the cluster, else against the newest known', () => {
    const { facts, connect } = desk(texts);
    expect(facts.ofCard('ipvs').outdated).toMatchObject([{ since: 35 }]);
    connect(clusterWith({}, 34));
    expect(facts.ofCard('ipvs').outdated).toEqual([]);
    connect(clusterWith({}, null));
    expect(facts.ofCard('ipvs').outdated).toHaveLength(1);
  });

  it('that is not there is said to be gone', () => {
    expect(() => desk(texts).facts.ofCard('nonsense')).toThrow(FailureError);
  });
});

describe('all notes', () => {
  it('tell where they are outdated, by note and line, in the order of the notes', async () => {
    const { facts } = desk(texts);
    const { findings, total, minor, isOfCluster } = await facts.notes();
    expect({ total, minor, isOfCluster }).toEqual({ total: 2, minor: 35, isOfCluster: false });
    expect(findings.map(({ kind, noteName, line, cardId }) => `${kind} ${noteName}:${line} ${cardId}`)).toEqual([
      'outdated proxy.md:5 ipvs',
      'outdated security.md:9 psp',
    ]);
  });

  it('tell where they differ from the cluster, once for a line that made several cards', async () => {
    const { facts, connect } = desk(texts);
    connect(minikube);
    const { findings, isOfCluster } = await facts.notes();
    expect(isOfCluster).toBe(true);
    expect(findings.filter(({ kind }) => kind === 'differs')).toEqual([
      {
        ...{ kind: 'differs', cardId: 'paths', noteId: 'etcd.md', noteName: 'etcd.md', line: 3 },
        ...{ label: '--trusted-ca-file', value: '/var/lib/minikube/certs/etcd/ca.crt' },
      },
    ]);
  });

  it('are looked through again when a card or the cluster changed, and only then', async () => {
    const { db, facts, connect } = desk(texts);
    const first = await facts.notes();
    expect((await facts.notes()).findings[0]).toBe(first.findings[0]);
    db.prepare("UPDATE cards SET editedBack = 'nftables', editedFront = front WHERE cardId = 'ipvs'").run();
    expect((await facts.notes()).total).toBe(1);
    connect(minikube);
    expect((await facts.notes()).total).toBe(2);
    db.prepare("UPDATE cards SET orphanedAt = 1 WHERE cardId = 'psp'").run();
    expect((await facts.notes()).total).toBe(1);
  });

  it('tell which cards teach what a check is about', async () => {
    const { facts } = desk(texts);
    const { cards } = await facts.notes();
    expect(cards).toEqual(
      expect.arrayContaining([
        { checkId: 'kube-proxy', cards: 1 },
        { checkId: 'etcd', cards: 2 },
      ]),
    );
    expect(await facts.cardsAbout('etcd')).toEqual(['paths', 'again']);
    expect(await facts.cardsAbout('coredns')).toEqual([]);
  });

  it('are looked through no further when the app closes', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 4_000 }, (_, index) => [`card-${index}`, { front: 'What is kubectl?', back: 'x' }]),
    );
    const { db, facts } = desk(many);
    const looking = facts.notes();
    facts.close();
    db.close();
    await expect(looking).rejects.toThrow(FailureError);
  });

  it('that are many leave other work its turn', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 4_000 }, (_, index) => [
        `card-${index}`,
        { front: `Question ${index} of kubectl?`, back: 'kubelet '.repeat(40) },
      ]),
    );
    const { facts } = desk(many);
    let turns = 0;
    let isDone = false;
    const count = (): void => {
      turns += 1;
      if (!isDone) setImmediate(count);
    };
    setImmediate(count);
    await facts.notes();
    isDone = true;
    expect(turns).toBeGreaterThan(2);
  });
});
