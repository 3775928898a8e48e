/** Every way a card is made, in the order they are tried. To make a new kind of card: one file, one line here. */
import { action } from './action.js';
import { boldTerm } from './bold-term.js';
import { cloze } from './cloze.js';
import { command } from './command.js';
import { condition } from './condition.js';
import { definition } from './definition.js';
import { detail } from './detail.js';
import { example } from './example.js';
import { membership } from './membership.js';
import { reason } from './reason.js';
import type { Rule } from '../rule.js';
import { scope } from './scope.js';
import { sequence } from './sequence.js';
import { table } from './table.js';

export const rules: readonly Rule[] = [
  sequence,
  membership,
  table,
  command,
  boldTerm,
  definition,
  condition,
  action,
  reason,
  scope,
  example,
  detail,
  cloze,
];
