/** The side of a thread that works: does the tasks it is asked for and answers each, also with what went wrong. */
import { parentPort } from 'node:worker_threads';
import { toPlain, type Call, type Reply, type Task } from './protocol.js';

const send = (reply: Reply): void => parentPort?.postMessage(reply);

/** Tells those who started this thread something they did not ask for. */
export const emit = (...event: unknown[]): void => send({ event });

/** Does tasks from now on, `close` as the last. With `holds` something would be lost if the thread ended for want of work. */
export function serve<W extends Record<keyof W, Task>>(work: W, holds = () => false): void {
  const tasks = new Map<string, Task>(Object.entries(work));

  async function answer({ id, task, input }: Call): Promise<void> {
    const onProgress = (...progress: unknown[]): void => send({ id, progress });
    try {
      const value = await tasks.get(task)?.(input as never, onProgress as never);
      send({ id, value, holds: holds() });
    } catch (error) {
      send({ id, error: toPlain(error), holds: holds() });
    }
  }

  parentPort?.on('message', (call: Call) => void answer(call));
}
