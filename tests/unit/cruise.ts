/** Runs the program that `npm run lint:walls` runs, over the house or over planted files. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const project = fileURLToPath(new URL('../..', import.meta.url));
export const configFile = join(project, '.dependency-cruiser.cjs');

export interface Cruised {
  modules: { source: string; dependencies: { resolved: string }[] }[];
  summary: { violations: { from: string; rule: { name: string } }[] };
}

const program = join(project, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
const run = (cwd: string, folders: string[], output: string) =>
  promisify(execFile)(process.execPath, [program, ...folders, '--config', configFile, '--output-type', output], { cwd, maxBuffer: 64e6 });

/** What imports what below some folders of a project, and which walls that breaks. */
export async function cruise(cwd: string, ...folders: string[]): Promise<Cruised> {
  return JSON.parse((await run(cwd, folders, 'json')).stdout) as Cruised;
}

/** The exit code of the lint. */
export const lint = (cwd: string, ...folders: string[]): Promise<number> =>
  run(cwd, folders, 'err').then(
    () => 0,
    (error: { code: number }) => error.code,
  );

/** A folder of its own with these files, and with what the lint needs beside them. */
export async function planted(
  files: Iterable<readonly [file: string, text: string]>,
): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'etcdeck-walls-'));
  for (const [file, text] of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  for (const name of ['node_modules', 'package.json', 'tsconfig.node.json', 'tsconfig.base.json']) {
    await symlink(join(project, name), join(folder, name));
  }
  return { folder, remove: () => rm(folder, { recursive: true }) };
}
