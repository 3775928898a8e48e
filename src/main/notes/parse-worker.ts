/** A parse thread: takes a list of requests, answers each with its result as soon as it is done. */
import { hash as digest } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { parseFile, type ParseRequest } from './parse-file.js';
import { parseNote } from './parse-note.js';

/** `hashText` by the platform, several times as quick. */
const hash = (text: string): string => digest('sha256', text, 'hex').slice(0, 32);

parentPort?.on('message', (requests: ParseRequest[]) => {
  for (const request of requests) parentPort?.postMessage(parseFile(request, (source) => parseNote(source, hash)));
});
