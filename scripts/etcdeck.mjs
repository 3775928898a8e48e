/**
 * `npm run --silent etcdeck -- COMMAND …`: the command line, in the same runtime as the window. What the set-up says goes
 * to stderr; paths are relative to the folder the person is in.
 */
import { join } from 'node:path';
import { ensureBuild } from './runtime/build.mjs';
import { runInOurPlace } from './runtime/run.mjs';
import { projectFolder } from './runtime/folders.mjs';
import { ensureRuntime } from './runtime/index.mjs';
import { runScript } from './runtime/say.mjs';

await runScript(async () => {
  const runtime = await ensureRuntime();
  await ensureBuild();
  const cli = join(projectFolder, 'out', 'main', 'cli.js');
  return runInOurPlace(runtime.executable, [cli, ...process.argv.slice(2)], {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
});
