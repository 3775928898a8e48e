/** The methods of the contract by which a person prints. */
import type { Handlers } from '../../router.js';
import type { PrintService } from './print-service.js';

export type PrintMethod = Extract<keyof Handlers, `print.${string}`>;

export const printHandlers = (prints: PrintService): Pick<Handlers, PrintMethod> => ({
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
