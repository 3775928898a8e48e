/** Answers the calls about what cards say of Kubernetes. */
import type { factMethods } from '../../../shared/facts.js';
import type { HandlersOf } from '../../handlers.js';
import type { FactsService } from './facts-service.js';

export const factsHandlers = (facts: FactsService): HandlersOf<typeof factMethods> => ({
  'cluster.card': ({ cardId }) => facts.ofCard(cardId),
  'cluster.notes': () => facts.notes(),
});
