/** Real programs to test with: from the PATH, else from Debian's packages, unpacked into the cache folder without root. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from '../../scripts/runtime/folders.mjs';

const run = promisify(execFile);

const packages: Record<string, string> = { kubectl: 'kubernetes-client', etcd: 'etcd-server', etcdctl: 'etcd-client' };

/** @returns the program's file, or null where neither the PATH nor Debian has it */
export async function findProgram(name: 'kubectl' | 'etcd' | 'etcdctl'): Promise<string | null> {
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(existsSync);
  if (onPath) return onPath;
  const unpacked = join(cacheFolder(), 'debian', packages[name] ?? '');
  const program = join(unpacked, 'usr', 'bin', name);
  if (existsSync(program)) return program;
  return (await unpack(packages[name] ?? '', unpacked)) && existsSync(program) ? program : null;
}

async function unpack(name: string, into: string): Promise<boolean> {
  await mkdir(join(cacheFolder(), 'debian'), { recursive: true });
  const work = await mkdtemp(join(cacheFolder(), 'debian', `.${name}-`));
  try {
    await run('apt-get', ['download', name], { cwd: work, timeout: 60_000 });
    const [file = ''] = (await readdir(work)).filter((each) => each.endsWith('.deb'));
    await run('dpkg', ['-x', join(work, file), join(work, 'files')]);
    await rename(join(work, 'files'), into);
    return true;
  } catch {
    return existsSync(into);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
