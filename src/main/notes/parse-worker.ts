/** A parse thread: takes a list of requests, answers each with its result as soon as it is done. */
import { parentPort } from 'node:worker_threads';
import { openFile, type ParseRequest } from './parse-file.js';

async function answer(requests: readonly ParseRequest[]): Promise<void> {
  for (const request of requests) {
    const opened = openFile(request);
    // The engine takes a while to load; a look at files that did not change does without it.
    const result = typeof opened === 'function' ? opened((await import('./parse-note.js')).parseNote) : opened;
    parentPort?.postMessage(result);
  }
}

parentPort?.on('message', (requests: ParseRequest[]) => void answer(requests));
