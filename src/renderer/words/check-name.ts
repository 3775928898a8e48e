import type { CheckId } from '../../shared/contract.js';

const titles: Partial<Record<CheckId, string>> = {
  coredns: 'CoreDNS',
  cni: 'Pod network',
  'version-skew': 'Version skew',
  certificates: 'Certificates',
};

/** A check of a cluster as people call it. */
export const checkName = (id: CheckId): string => titles[id] ?? id;
