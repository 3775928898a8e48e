/** Answers that are typed, and how they compare: commands, texts, lists and gaps. */
import { join } from 'node:path';
import { TodayPage } from '../pages/today.js';
import { importFolder, startDeck, writeNote } from '../reading-desk.js';
import { expect, failure, test, type Still } from './still.js';

const command = 'etcdctl get / --prefix --keys-only --limit=10 --cacert=/etc/kubernetes/pki/etcd/ca.crt';
const commandNote = ['# Etcdctl', '', 'To list the first ten keys without their values:', '', '```sh', command, '```'];
const gapNote = ['# Store', '', 'The state of a cluster is kept in {{c1::etcd}}, a {{c1::key-value}} store.'];
const textNote = [
  '# Raft',
  '',
  'What does the leader of a cluster do? :: It takes all writes of the cluster',
  '',
  'The control plane has three components:',
  '',
  '- kube-apiserver',
  '- kube-scheduler',
  '- kube-controller-manager',
  '',
  'Follow these steps to restore a cluster:',
  '',
  '1. **Stop kube-apiserver**: move its manifest out of the folder.',
  '2. **Restore the snapshot**: write the data into a new folder.',
  '3. **Start kube-apiserver**: move its manifest back.',
];

async function withNote(still: Still, lines: readonly string[]): Promise<void> {
  const folder = join(still.etcdeck.dataFolder, 'notes');
  writeNote(folder, 'typed.md', lines);
  await importFolder(still.etcdeck, folder);
  await still.fresh();
}

/** Types an answer where the cursor is, has it compared, takes a picture, and takes the answer back. */
async function type(still: Still, name: string, text: string): Promise<void> {
  const { page } = still;
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await expect(page.getByText('You typed')).toBeVisible();
  await still.picture(name);
  await page.keyboard.press('1');
  await expect(page.getByText('You typed')).toBeHidden();
}

test('A command that is typed', async ({ still }) => {
  await still.start();
  const { page } = still;
  await withNote(still, commandNote);
  const review = await startDeck(still.etcdeck);
  const field = page.getByRole('textbox', { name: 'Your command' });
  await expect(field).toBeFocused();
  await still.picture('typing-command', { zoomed: true });
  const again = async (): Promise<void> => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('u');
    await expect(field).toBeFocused();
    await expect(field).toHaveValue('');
  };
  await page.keyboard.type('etcdctl get / --keys-only --limit 11 --cert=/etc/kubernetes/pki/etcd/ca.crt -w json --prefix');
  await still.picture('typing-command-typed');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Not yet: one part missing, one wrong, two extra')).toBeVisible();
  await still.picture('typed-command-wrong', { zoomed: true });
  await page.keyboard.press('1');
  await again();
  await type(still, 'typed-command-same', 'etcdctl --cacert /etc/kubernetes/pki/etcd/ca.crt --limit 10 --keys-only --prefix get /');
  await again();
  await type(still, 'typed-command-almost', command.replace('--limit=10', '--limit=100'));
  await again();
  await page.keyboard.press('Control+Enter');
  await expect(review.answer).toBeVisible();
  await still.picture('typed-command-skipped');
  await page.keyboard.press('1');
  await again();
  await still.answer('session.grade', failure('The grader is not there.', 'Compare it yourself.'));
  await page.keyboard.type('etcdctl');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Your answer could not be compared. Compare it yourself.')).toBeVisible();
  await still.picture('typed-command-not-compared');
});

test('Gaps that are filled', async ({ still }) => {
  await still.start();
  const { page } = still;
  await withNote(still, gapNote);
  const review = await startDeckOf(still);
  await expect(page.getByRole('textbox', { name: 'Your answer for gap 1 of 2' })).toBeFocused();
  await still.picture('typing-gaps', { zoomed: true });
  await page.keyboard.type('the kubelet');
  await page.keyboard.press('Enter');
  await page.keyboard.type('key-valeu');
  await page.keyboard.press('Enter');
  await expect(page.getByText('You typed')).toBeVisible();
  await still.picture('typed-gaps-wrong');
  await page.keyboard.press('1');
  await page.keyboard.press('Escape');
  await page.keyboard.press('u');
  await page.keyboard.type('etcd');
  await page.keyboard.press('Enter');
  await page.keyboard.type('key-value');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The same answer', { exact: true })).toBeVisible();
  await still.picture('typed-gaps-same');
  await expect(review.rating('Good')).toContainText('suggested');
});

test('Texts, lists and steps that are typed', async ({ still }) => {
  await still.start();
  const { page } = still;
  await page.evaluate(() => window.etcdeck.call('settings.set', { typeAnswers: 'all' }));
  await withNote(still, textNote);
  await startDeckOf(still);
  const field = page.getByRole('textbox', { name: 'Your answer' });
  const answers: Record<string, [wrong: string, slip: string]> = {
    basic: ['It reads the log of the cluster', 'It takes all wirtes of the cluster'],
    list: ['kube-apiserver\nkubelet', 'kube-scheduler\nkube-apisever\nkube-controller-manager'],
    sequence: ['Restore the snapshot\nStop kube-apiserver', 'Stop kube-apiserver\nRestore the snapshots\nStart kube-apiserver'],
  };
  const seen = new Set<string>();
  while (seen.size < 3) {
    await expect(field).toBeFocused();
    const view = await page.evaluate(() => window.etcdeck.call('session.current', {}));
    const kind = (view.ok && view.value.card?.kind) || '';
    const texts = seen.has(kind) ? undefined : answers[kind];
    seen.add(kind);
    if (texts) {
      await still.picture(`typing-${kind}`);
      for (const [state, text] of [['wrong', texts[0]] as const, ['slip', texts[1]] as const]) {
        await field.fill(text);
        await page.keyboard.press('Enter');
        await expect(page.getByText('You typed')).toBeVisible();
        await still.picture(`typed-${kind}-${state}`);
        await page.keyboard.press('3');
        await expect(page.getByText('You typed')).toBeHidden();
        await page.keyboard.press('Escape');
        await page.keyboard.press('u');
        await expect(field).toBeFocused();
      }
    }
    await page.keyboard.press('Escape');
    await page.keyboard.press('s');
    await expect(page.getByText('Card suspended')).toBeVisible();
    await still.fresh();
    await startDeckOf(still);
  }
  expect([...seen].sort()).toEqual(['basic', 'list', 'sequence']);
});

/** Starts the first deck, whose first card asks for something to be typed. */
async function startDeckOf(still: Still): ReturnType<typeof startDeck> {
  await expect(new TodayPage(still.page).startReview).toBeVisible();
  return startDeck(still.etcdeck);
}
