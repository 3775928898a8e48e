/** Which checks of a cluster a card teaches, told by its tags, deck, headings and words. */
import type { CheckId } from '../../../shared/contract.js';
import { type CardText, statementOf } from './statement.js';

interface Topic {
  /** Names of decks, headings and tags that are all about it. */
  named: RegExp;
  /** In a question that is about it. */
  asked: RegExp;
}

const topics: Record<CheckId, Topic> = {
  'kube-apiserver': { named: /^(the )?(kube-?)?api ?-?server( |$)/, asked: /\bkube-?apiserver\b|\bapi server\b/ },
  etcd: { named: /^etcd( |$)/, asked: /\betcd(ctl|utl)?\b/ },
  'kube-scheduler': { named: /^(the )?kube-? ?scheduler( |$)/, asked: /\bkube-? ?scheduler\b/ },
  'kube-controller-manager': { named: /^(the )?kube-? ?controller-? ?manager( |$)/, asked: /\bkube-? ?controller-? ?manager\b/ },
  kubelet: { named: /^(the )?kubelet( |$)/, asked: /\bkubelet\b/ },
  'kube-proxy': { named: /^(the )?kube-? ?proxy( |$)/, asked: /\bkube-? ?proxy\b/ },
  coredns: { named: /^(coredns|cluster dns|dns)( |$)/, asked: /\bcoredns\b|\bcluster dns\b/ },
  cni: { named: /^(cni|pod network|pod networking|network plugins?)( |$)/, asked: /\bcni\b|\bnetwork plugins?\b|\bpod network\b/ },
  'version-skew': {
    named: /^(version skew|upgrades?|cluster upgrades?|api deprecation)( |$)/,
    asked: /\bversion skew\b|\bminor versions? (older|newer|apart|behind)\b/,
  },
  certificates: {
    named: /^(certificates?|pki|tls|expired certificates|certificate renewal)( |$)/,
    asked: /\bcertificates? (end|ends|expire|expires|expiry|renew\w*)\b|\brenew\w*[^?]{0,30}\bcertificates?\b|\bkubeadm certs\b/,
  },
};

export interface TaggedText extends CardText {
  tags: readonly string[];
}

const ids = Object.keys(topics) as CheckId[];

/** The name of a deck, heading or tag as it is compared: `cka/kube-proxy` is about kube-proxy. */
const lastName = (name: string): string => (name.split(/::|\//).at(-1) ?? '').trim().toLowerCase().replaceAll('_', '-');

/** The checks a card teaches; mostly none or one. */
export function topicsOf(card: TaggedText): CheckId[] {
  const names = [...card.deck.split('::'), ...card.headings, ...card.tags].map(lastName);
  const question = statementOf(card).question.toLowerCase();
  return ids.filter((id) => names.some((name) => topics[id].named.test(name)) || topics[id].asked.test(question));
}
