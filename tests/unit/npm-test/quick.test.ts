import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectFolder } from '../../../scripts/runtime/folders.mjs';
import { changedFiles, quickSteps, readersOf } from '../../../scripts/test/quick.mjs';

describe('what changed', () => {
  let folder: string;
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Learner', '-c', 'user.email=learner@example.org', ...args], { cwd: folder, stdio: 'pipe' });
  const write = (file: string, text = 'text') => writeFile(join(folder, file), text);
  const commit = () => {
    git('add', '--all');
    git('commit', '--quiet', '--message', 'Change');
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'etcdeck-quick-'));
    git('init', '--quiet', '--initial-branch', 'main');
    await mkdir(join(folder, 'src'));
    for (const file of ['src/old.ts', 'src/edited.ts', 'src/deleted.ts']) await write(file);
    await write('.gitignore', 'out\n');
    commit();
    git('switch', '--quiet', '--create', 'work');
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('is what the branch has committed, what is not committed yet and what is new, without what was deleted', async () => {
    await write('src/committed ä.ts');
    commit();
    await write('src/edited.ts', 'other text');
    await write('src/new.ts');
    await write('out');
    await rm(join(folder, 'src/deleted.ts'));
    expect(await changedFiles(folder)).toEqual(['src/committed ä.ts', 'src/edited.ts', 'src/new.ts']);
  });

  it('leaves out what main got meanwhile', async () => {
    git('switch', '--quiet', 'main');
    await write('src/of-another.ts');
    commit();
    git('switch', '--quiet', 'work');
    await write('src/edited.ts', 'other text');
    expect(await changedFiles(folder)).toEqual(['src/edited.ts']);
  });

  it('is what is not committed where there is no main', async () => {
    git('branch', '--quiet', '--delete', '--force', 'main');
    await write('src/new.ts');
    expect(await changedFiles(folder)).toEqual(['src/new.ts']);
  });
});

describe('the quick run', () => {
  const namesFor = (...files: string[]) => quickSteps(files, []).map(({ name }) => name);

  it.each([
    ['nothing when nothing changed', [], []],
    ['how a text is set, and no more', ['README.md'], ['lint:format']],
    ['the types of the main process alone when only that changed', ['src/main/a.ts'], ['typecheck:node']],
    ['the types of the window alone when only that changed', ['src/renderer/A.svelte', 'tests/component/a.test.ts'], ['typecheck:web']],
    ['both where a change may reach both', ['src/shared/a.ts'], ['typecheck:node', 'typecheck:web']],
  ])('checks %s', (_title, files, expected) => {
    const alsoForCode = ['related', 'lint:code', 'lint:format', 'lint:walls', 'lint:unused'];
    const isCode = expected.some((name) => name.startsWith('typecheck'));
    expect(namesFor(...files).sort()).toEqual([...(isCode ? alsoForCode : []), ...expected].sort());
  });

  it('runs the tests that reach what changed, in the runtime', () => {
    const [related] = quickSteps(['src/main/a.ts', 'docs/a.md'], []);
    expect(related).toMatchObject({ name: 'related', command: 'electron', needsElectron: true });
    expect(related?.args).toContain('src/main/a.ts');
    expect(related?.args).not.toContain('docs/a.md');
  });

  it('runs the tests that read the notes that ship when one of them changed', async () => {
    const files = ['decks/cka/node/kubelet.md'];
    const readers = await readersOf(projectFolder, files);
    expect(quickSteps(files, readers).map(({ name }) => name)).toEqual(['related', 'lint:format']);
    expect(readers).toContain('tests/unit/decks/cards.test.ts');
    expect(readers).not.toContain('tests/unit/notes/corpus.test.ts');
  });
});
