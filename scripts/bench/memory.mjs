import { readFile, readdir } from 'node:fs/promises';

/**
 * The memory of a process and all it started, in MB: what each has for itself plus its part of what it shares. The sum of
 * working sets would count the runtime's own code once for every process, which makes any app look lean beside the bare window.
 * @param {number} root process id
 * @returns {Promise<number>}
 */
export async function memoryOfTree(root) {
  const parents = new Map(await Promise.all((await processIds()).map(async (id) => /** @type {const} */ ([id, await parentOf(id)]))));
  const tree = new Set([root]);
  // A set that grows while it is walked: children of children come up too.
  for (const parent of tree) for (const [id, of] of parents) if (of === parent) tree.add(id);
  const sizes = await Promise.all([...tree].map(proportionalKilobytes));
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
}

async function processIds() {
  return (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
}

/** @param {number} id */
async function parentOf(id) {
  // A process may end meanwhile.
  const text = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => '');
  // The name, in brackets, may hold anything: the fields begin after its last bracket.
  return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1]);
}

/** @param {number} id */
async function proportionalKilobytes(id) {
  const text = await readFile(`/proc/${id}/smaps_rollup`, 'utf8');
  return Number(/^Pss:\s+(\d+) kB$/m.exec(text)?.[1] ?? NaN);
}
