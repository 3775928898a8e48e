/** What stands beside a card: with its answer in a review, and in the Library. */
import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadViews } from '../../src/renderer/app/views.svelte.js';
import type { CardTruthView } from '../../src/shared/contract.js';
import { ok } from '../../src/shared/result.js';
import { libraryCard, libraryNoteView, openApp, refused } from './fake-bridge.js';

// The first reading of every screen's code takes seconds on a busy machine, and belongs to no test.
beforeAll(loadViews, 60_000);

const known: CardTruthView = {
  contextName: 'kind-study',
  facts: [
    { label: '--trusted-ca-file', value: '/run/config/pki/etcd/ca.crt', agrees: false },
    { label: 'clusterDomain', value: 'cluster.local', agrees: true },
    { label: 'mode of kube-proxy', value: 'iptables', agrees: null },
  ],
  outdated: [{ since: 26, now: 'User space mode was removed.', source: 'https://kubernetes.io/blog/x' }],
};

async function startReview(answers: Parameters<typeof openApp>[0]) {
  const opened = await openApp(answers);
  await fireEvent.click(screen.getByRole('button', { name: /Start review/ }));
  await screen.findByRole('button', { name: /Show answer/ });
  return opened;
}

describe('in a review', () => {
  it('what the cluster has stands with the answer and never before it', async () => {
    const { bridge } = await startReview({ 'cluster.card': () => ok(known) });
    await waitFor(() => expect(bridge.inputs('cluster.card')).toEqual([{ cardId: 'a' }]));
    await Promise.resolve();
    expect(document.body).not.toHaveTextContent('Your cluster');
    expect(document.body).not.toHaveTextContent('User space mode');
    await fireEvent.click(screen.getByRole('button', { name: /Show answer/ }));
    const beside = await screen.findByRole('region', { name: 'Beside your card' });
    const lines = within(beside)
      .getAllByText((_, element) => element?.tagName === 'P')
      .map((line) => line.textContent?.replace(/\s+/g, ' ').trim());
    expect(lines).toEqual([
      'Your cluster: --trusted-ca-file=/run/config/pki/etcd/ca.crt, not as on the card',
      'Your cluster: clusterDomain cluster.local, as on the card',
      'Your cluster: mode of kube-proxy iptables',
      'Outdated since 1.26. User space mode was removed. Source: kubernetes.io/blog/x',
    ]);
  });

  it('an answer is shown though nothing is known of it yet, and what comes late is added', async () => {
    let answer: (value: ReturnType<typeof ok<CardTruthView>>) => void = () => undefined;
    const late = new Promise<ReturnType<typeof ok<CardTruthView>>>((resolve) => (answer = resolve));
    await startReview({ 'cluster.card': () => late });
    await fireEvent.click(screen.getByRole('button', { name: /Show answer/ }));
    await screen.findByRole('button', { name: /Good/ });
    expect(screen.queryByRole('region', { name: 'Beside your card' })).toBeNull();
    answer(ok(known));
    expect(await screen.findByRole('region', { name: 'Beside your card' })).toBeInTheDocument();
  });

  it('a card of which nothing is known, or could be learned, is shown as it is', async () => {
    await startReview({ 'cluster.card': () => refused('Something went wrong.') });
    await fireEvent.click(screen.getByRole('button', { name: /Show answer/ }));
    await screen.findByRole('button', { name: /Good/ });
    expect(screen.queryByRole('region', { name: 'Beside your card' })).toBeNull();
    expect(document.body).not.toHaveTextContent('Something went wrong.');
  });
});

describe('in the Library', () => {
  const old = libraryCard('old', { outdated: known.outdated });

  it('an outdated card says so among the others, and what holds now when it is chosen', async () => {
    await openApp({
      'library.note': ({ noteId }) => ok(libraryNoteView(noteId, { cards: [old, libraryCard('b', { line: 4, endLine: 4 })] })),
    });
    await fireEvent.click(screen.getByRole('link', { name: 'Library' }));
    const card = await screen.findByRole('button', { name: /Question old/ });
    expect(card).toHaveTextContent('outdated since 1.26');
    expect(screen.getByRole('button', { name: /Question b/ })).not.toHaveTextContent('outdated');
    await fireEvent.click(card);
    expect(await screen.findByText(/User space mode was removed\./)).toBeInTheDocument();
  });

  it('the table of cards marks it', async () => {
    await openApp({ 'library.cards': () => ok({ total: 2, cards: [old, libraryCard('b')], unknown: [] }) });
    await fireEvent.click(screen.getByRole('link', { name: 'Library' }));
    await screen.findByRole('button', { name: /Question a/ });
    await fireEvent.keyDown(document.body, { key: 'v', code: 'KeyV' });
    const rows = await screen.findAllByRole('row');
    const marked = rows.filter((row) => row.textContent?.includes('Outdated'));
    expect(marked).toHaveLength(1);
    expect(marked[0]).toHaveTextContent('Question old?');
  });
});
