import { checkDatabase } from '../../store/transfer/integrity.js';
import { readDatabase } from '../../store/open/database.js';
import { plainly } from '../../store/open/errors.js';
import { readArguments } from '../command.js';
import type { Command } from '../command.js';
import { count } from '../notes-on-screen.js';

/** Findings shown; more of them say nothing new. */
const shown = 50;

/** Checks the database and compares every memory with the review log. */
export const check: Command = {
  usage: 'check',
  summary: 'checks the database and compares every schedule with the review log',
  run(args, context) {
    const { dataFolder } = readArguments(args, context, { paths: 'none', flags: [] });
    const db = readDatabase(dataFolder);
    if (!db) {
      context.print(`Nothing is stored in ${dataFolder} yet.`);
      return Promise.resolve(0);
    }
    try {
      const { cards, reviews, findings } = plainly(dataFolder, () => checkDatabase(db));
      for (const finding of findings.slice(0, shown)) context.report(finding);
      if (findings.length > shown) context.report(`… and ${findings.length - shown} more.`);
      const found = findings.length === 0 ? 'no problems' : count(findings.length, 'problem');
      context.print(`${count(cards, 'card')}, ${count(reviews, 'review')}: ${found}.`);
      return Promise.resolve(findings.length === 0 ? 0 : 1);
    } finally {
      db.close();
    }
  },
};
