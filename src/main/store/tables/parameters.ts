/** What the scheduler was told, once for each wording. */
import { createHash } from 'node:crypto';
import type { Parameters } from '../../domain/review/scheduler.js';
import type { Database } from '../open/database.js';

/** Makes the function that stores parameters where they are new and gives their id, which is made from their text. */
export function createParametersRows(db: Database): (parameters: Parameters) => string {
  const insert = db.prepare('INSERT INTO parameters (parametersId, algorithm, text) VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
  return (parameters) => {
    const text = JSON.stringify(parameters);
    const parametersId = createHash('sha256').update(text).digest('hex').slice(0, 16);
    insert.run(parametersId, parameters.algorithm, text);
    return parametersId;
  };
}
