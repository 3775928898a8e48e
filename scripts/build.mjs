/** `npm run build`: builds the app into `out/`, unless it is there already from these very sources. */
import { ensureBuild } from './runtime/build.mjs';
import { runScript } from './runtime/say.mjs';

await runScript(ensureBuild);
