/**
 * Finds or fetches a real Electron and says which one it is.
 *   --print   the executable's path and nothing else (progress goes to stderr while something is fetched)
 *   --retry   try the official download again although it failed lately
 */
import { ensureRuntime } from './runtime/index.mjs';
import { runScript, say } from './runtime/say.mjs';

await runScript(async () => {
  const args = process.argv.slice(2);
  const runtime = await ensureRuntime({ retry: args.includes('--retry') });
  if (args.includes('--print')) process.stdout.write(`${runtime.executable}\n`);
  else say(runtime.line);
});
