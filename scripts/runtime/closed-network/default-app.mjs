/**
 * Stands in for Electron's own `default_app` in the fallback: runs the app whose folder or file is the first plain
 * argument, after the modules named by `-r`, with the app's name, version and path.
 */
import * as electron from 'electron';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const app = /** @type {Electron.App & { setVersion(version: string): void, setAppPath(path: string): void }} */ (electron.app);
/** @type {string[]} */
const preloads = [];
/** @type {string | undefined} */
let target;
for (let index = 1; index < process.argv.length && target === undefined; index++) {
  const argument = process.argv[index] ?? '';
  if (argument === '-r' || argument === '--require') preloads.push(process.argv[++index] ?? '');
  else if (!argument.startsWith('-')) target = resolve(argument);
}
if (target === undefined) {
  console.error('No app was named: electron PATH');
  process.exit(2);
}
Object.assign(process, { defaultApp: true });
const require = createRequire(join(process.cwd(), 'index.js'));
for (const module of preloads) require(module);

const manifest = join(target, 'package.json');
let main = target;
if (existsSync(manifest)) {
  const { name, productName, version, desktopName, main: entry = 'index.js' } = JSON.parse(readFileSync(manifest, 'utf8'));
  if (productName ?? name) app.setName(productName ?? name);
  if (version) app.setVersion(version);
  if (desktopName) app.setDesktopName(desktopName);
  app.setAppPath(target);
  main = join(target, entry);
} else {
  app.setAppPath(dirname(target));
}
app.setPath('userData', join(app.getPath('appData'), app.getName()));
await import(pathToFileURL(main).href);
