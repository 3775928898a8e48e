/**
 * `npm run --silent bench`: how far the app is from the least it could cost, measured in the same run (see docs/bench.md).
 *   --json        one JSON object on stdout: { metric: { value, floor, ratio, unit, n } }
 *   --only NAME   one metric, or several with commas between them
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuild } from '../runtime/build.mjs';
import { displayProgram, startVirtualDisplay } from '../runtime/display.mjs';
import { projectFolder } from '../runtime/folders.mjs';
import { ensureRuntime } from '../runtime/index.mjs';
import { sandboxSwitches } from '../runtime/sandbox.mjs';
import { SetupError, runScript, say } from '../runtime/say.mjs';
import { bundleScripts } from './bundle.mjs';
import { endChildren } from './child.mjs';
import { clusterRounds } from './cluster.mjs';
import { examGet, examPlan } from './exam.mjs';
import { importNotes, syncNotes } from './import.mjs';
import { optimise } from './optimise.mjs';
import { tellTable } from './table.mjs';
import { memory, startup } from './window.mjs';
import { studying } from './years.mjs';

/** @typedef {import('./child.mjs').Place} Place */
/** @typedef {import('./figures.mjs').Figure} Figure */

/**
 * What is measured together, in this order.
 * @type {{ metrics: string[], measure: (place: Place, wanted: (metric: string) => boolean) => Promise<Record<string, Figure>> }[]}
 */
const groups = [
  { metrics: ['startup'], measure: startup },
  { metrics: ['memory_idle'], measure: memory },
  { metrics: ['import_5mb', 'one_big_file', 'import_memory'], measure: importNotes },
  { metrics: ['resync_1000', 'changed_note'], measure: syncNotes },
  { metrics: ['answer_to_next_card', 'answer_to_next_card_p95', 'today_get', 'queue_build', 'session_memory'], measure: studying },
  { metrics: ['optimise_20k', 'optimise_20k_stall'], measure: optimise },
  { metrics: ['cluster_round', 'cluster_round_hung', 'cluster_round_stall'], measure: clusterRounds },
  { metrics: ['exam_plan'], measure: examPlan },
  { metrics: ['exam_get', 'exam_get_stall'], measure: examGet },
];

await runScript(async () => {
  const startedAt = Date.now();
  const { json, only } = readArguments();
  const wanted = (/** @type {string} */ metric) => only === undefined || only.includes(metric);
  const isLinux = process.platform === 'linux';
  const runtime = await ensureRuntime({ programs: isLinux ? [displayProgram] : [] });
  say(runtime.line);
  await ensureBuild();
  await bundleScripts(projectFolder);
  const switches = await sandboxSwitches(runtime.executable);
  const display = isLinux ? await startVirtualDisplay() : null;
  const folder = await mkdtemp(join(tmpdir(), 'etcdeck-bench-'));
  /** @type {Record<string, Figure>} */
  const figures = {};
  const cleanUp = async () => {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    await display?.stop();
  };
  // Ctrl-C too leaves neither the folder nor a running program behind.
  for (const [signal, code] of /** @type {const} */ ([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])) {
    process.once(
      signal,
      () =>
        void endChildren()
          .then(cleanUp)
          .finally(() => process.exit(code)),
    );
  }
  try {
    const place = { executable: runtime.executable, env: display?.env ?? process.env, switches, project: projectFolder, folder };
    for (const { metrics, measure } of groups) {
      const mine = metrics.filter(wanted);
      if (mine.length === 0) continue;
      say(`Measuring ${mine.join(', ')} …`);
      Object.assign(figures, await measure(place, wanted));
    }
  } finally {
    await cleanUp();
  }
  const chosen = Object.fromEntries(Object.entries(figures).filter(([metric]) => wanted(metric)));
  say(`Measured in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
  if (json) process.stdout.write(`${JSON.stringify(chosen)}\n`);
  else tellTable(chosen);
});

function readArguments() {
  const names = groups.flatMap(({ metrics }) => metrics);
  try {
    const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, only: { type: 'string' } } });
    const only = values.only?.split(',');
    if (only?.every((name) => names.includes(name)) ?? true) return { json: values.json, only };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw new SetupError('The bench does not know these arguments.', `use --json, and --only with some of: ${names.join(', ')}`);
}
