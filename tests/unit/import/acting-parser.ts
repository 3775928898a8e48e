/** A stand-in for the parse thread: what it does with a file is in the name of the file. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ParseRequest } from '../../../src/main/note-files/parse-file.js';
import { serve } from '../../../src/main/threads/serve.js';

async function parse({ name }: ParseRequest): Promise<unknown> {
  if (name.startsWith('hang')) for (;;);
  if (name.startsWith('throw')) throw new Error(`thrown by ${name}`);
  if (name.startsWith('fall')) void Promise.reject(new Error(`fell over ${name}`));
  if (name.startsWith('fall')) await sleep(60_000);
  if (name.startsWith('exit')) process.exit(3);
  if (name.startsWith('eat')) for (const eaten = []; ; eaten.push(new Array(10_000).fill(name)));
  if (name.startsWith('slow')) await sleep(1_500);
  return { status: 'parsed', hash: name };
}

serve({ parse });
