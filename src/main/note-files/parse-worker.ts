/** A parse thread: takes a list of requests, answers each with its result as soon as it is done. */
import { hash as digest } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { parseFile, type ParseRequest } from './parse-file.js';
import { parseNote } from '../domain/notes/parse-note.js';

/** `hashText` by the platform, several times as quick. */
const hash = (text: string): string => digest('sha256', text, 'hex').slice(0, 32);

/** A little of everything: reading it compiles most of the engine, so that the first note of a person does not wait for that. */
const sample = `---
title: Pumps
---
# Pumps

A pump is a machine that moves water to ensure that no tank runs dry. When a tank is full, it stops by default.

- **Inlet**: takes water from the river, because the wells are dry. It also filters sand.
- \`flow\` = litres a second
- Valves keep the water back

1. Open the inlet.
2. Start the motor with \`pump start\`.

To see the pressure:

\`\`\`bash
pump show --pressure main # of the main line
\`\`\`

| Name | Size |
| --- | --- |
| Main line | 40 |
`;
parseNote({ path: 'pumps.md', text: sample }, hash);

parentPort?.on('message', (requests: ParseRequest[]) => {
  for (const request of requests) parentPort?.postMessage(parseFile(request, (source) => parseNote(source, hash), hash));
});
