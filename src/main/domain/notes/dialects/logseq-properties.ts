/** `name:: value` lines that Logseq keeps below the first line of a block, and the schedule among them. */
import type { DraftCard } from '../card.js';
import type { DialectLine } from './dialect.js';

const property = /^\s+([A-Za-z][\w-]*):: *(.*)$/;
const bullet = /^\s*[-*+](?:\s|$)/;

/**
 * The lines below a bullet without properties, its own or those of the blocks below it; and the schedule that Logseq keeps of the block
 * itself.
 */
export function takeProperties(below: readonly DialectLine[]): { body: DialectLine[]; schedule: DraftCard['schedule'] } {
  const own = new Map<string, string>();
  const body: DialectLine[] = [];
  let isOwn = true;
  let follows = true;
  for (const line of below) {
    const [, name, value = ''] = (follows && !line.closed && property.exec(line.text)) || [];
    if (name === undefined) {
      isOwn = false;
      follows = !line.closed && bullet.test(line.text);
      body.push(line);
    } else if (isOwn) own.set(name.toLowerCase(), value.trim());
  }
  return { body, schedule: scheduleIn(own) };
}

function scheduleIn(properties: ReadonlyMap<string, string>): DraftCard['schedule'] {
  const dueOn = /^\d{4}-\d{2}-\d{2}/.exec(properties.get('card-next-schedule') ?? '')?.[0];
  const intervalDays = Number(properties.get('card-last-interval'));
  const ease = Math.round(Number(properties.get('card-ease-factor')) * 100);
  if (dueOn === undefined || !Number.isFinite(intervalDays) || !(ease > 0)) return null;
  // After a wrong answer Logseq writes -1: due at once.
  return { dueOn, intervalDays: Math.max(1, Math.round(intervalDays)), ease };
}
