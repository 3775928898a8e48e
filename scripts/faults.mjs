/**
 * `npm run test:faults`: faults of processes, disks, files and notes, in full (see tests/faults). `npm test` has a short part of it.
 *   --seed TEXT    other moments and places than by default
 *   --kills N      how often the process is killed at a moment drawn by chance; 1000 by default
 *   FILE…          only these, e.g. tests/faults/kills.test.ts
 */
import { parseArgs } from 'node:util';
import { projectFolder } from './runtime/folders.mjs';
import { ensureRuntime } from './runtime/index.mjs';
import { runInOurPlace } from './runtime/run.mjs';
import { runScript, say, SetupError } from './runtime/say.mjs';
import { vitest, withElectron } from './test/steps.mjs';

await runScript(async () => {
  const { seed, kills, files } = readArguments();
  const { executable, line } = await ensureRuntime({ programs: [] });
  say(line);
  const { command, args, env } = withElectron(vitest('faults', ['run', '--project', 'faults', ...files]), executable);
  const chosen = { ETCDECK_FAULTS: 'full', ETCDECK_SEED: seed, ETCDECK_KILLS: kills };
  return runInOurPlace(command, args, { cwd: projectFolder, env: { ...process.env, ...env, ...chosen } });
});

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      options: { seed: { type: 'string', default: '1' }, kills: { type: 'string', default: '1000' } },
      allowPositionals: true,
    });
    if (/^[1-9]\d*$/.test(values.kills)) return { ...values, files: positionals };
  } catch {
    // Said below.
  }
  throw new SetupError(
    'npm run test:faults does not know these arguments.',
    'use npm run test:faults -- [--seed TEXT] [--kills N] [FILE…]',
  );
}
