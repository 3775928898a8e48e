/** Before all faults: bundles the process they are done to, and compiles what stands between it and its disk. */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { workerEntries } from '../../worker-entries.js';
import { bundle } from '../bundle.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the bundled `backend-process.ts`. */
    backendProcess: string;
    /** Path of the compiled `shim.c`; null where it cannot be compiled, and then what needs it is left out. */
    shim: string | null;
  }
}

export default async function setup(project: TestProject): Promise<() => void> {
  const { folder, remove } = await bundle({ 'backend-process': resolve('tests/faults/backend-process.ts'), ...workerEntries('.') });
  project.provide('backendProcess', join(folder, 'backend-process.js'));
  project.provide('shim', compiledShim(folder));
  return remove;
}

function compiledShim(folder: string): string | null {
  const leaveOut = (why: string): null => {
    console.warn(`Left out: faults of the disk and kills at system calls, because ${why}.`);
    return null;
  };
  if (process.platform !== 'linux') return leaveOut('they are done by LD_PRELOAD, which Linux has');
  const shim = join(folder, 'shim.so');
  const { status, error } = spawnSync('cc', ['-shared', '-fPIC', '-O1', '-o', shim, resolve('tests/faults/shim.c'), '-ldl']);
  return status === 0 ? shim : leaveOut(error ? 'there is no C compiler (cc)' : 'cc cannot compile tests/faults/shim.c');
}
