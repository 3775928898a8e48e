/** Answers the calls by which a person prints. */
import type { printMethods } from '../../../shared/print.js';
import type { HandlersOf } from '../../handlers.js';
import type { PrintService } from './print-service.js';

export const printHandlers = (prints: PrintService): HandlersOf<typeof printMethods> => ({
  'print.count': async (request) => ({ cards: await prints.count(request) }),
  'print.save': (job) => prints.save(job),
  'print.send': (job) => prints.send(job),
  'print.cancel'() {
    prints.cancel();
    return {};
  },
  'print.show'() {
    prints.show();
    return {};
  },
});
