/** A parse thread: takes a list of requests, answers each with its result as soon as it is done. */
import { parentPort } from 'node:worker_threads';
import { parseFile, type ParseRequest } from './parse-file.js';
import { parseNote } from './parse-note.js';

parentPort?.on('message', (requests: ParseRequest[]) => {
  for (const request of requests) parentPort?.postMessage(parseFile(request, parseNote));
});
