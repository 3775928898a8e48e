/** What a rule about an outdated statement is. */

export interface OutdatedRule {
  id: string;
  /** The first minor version of Kubernetes (the 26 of 1.26) for which the statement is wrong or no longer advisable. */
  since: number;
  /** All of them are in a card that says it. */
  says: readonly RegExp[];
  /** What shows that the card means something else, or knows already. */
  unless?: RegExp;
  /** What holds now; one or two sentences, with the version. */
  now: string;
  /** Where that can be read; an address, to be copied. */
  source: string;
}

const site = 'https://kubernetes.io';

export const sources = {
  /** Removed API versions, release by release. */
  apis: `${site}/docs/reference/using-api/deprecation-guide/`,
  docs: (path: string) => `${site}/docs/${path}`,
  blog: (path: string) => `${site}/blog/${path}`,
  changelog: (minor: number) => `https://github.com/kubernetes/kubernetes/blob/master/CHANGELOG/CHANGELOG-1.${minor}.md`,
  etcd: (minor: number) => `https://github.com/etcd-io/etcd/blob/main/CHANGELOG/CHANGELOG-3.${minor}.md`,
} as const;
