/** What people type: kubectl and kubeadm. */
import { type OutdatedRule, sources } from './rule.js';

export const commandRules: readonly OutdatedRule[] = [
  {
    id: 'run-generator',
    since: 18,
    says: [/\bkubectl run\b[^\n]*--generator\b/],
    now: 'kubectl run has no generators since 1.18: it makes a single Pod. For a Deployment write kubectl create deployment.',
    source: sources.changelog(18),
  },
  {
    id: 'run-deployment',
    since: 18,
    says: [
      /\bkubectl run\b/,
      /\bkubectl run\b[^\n]*--replicas\b|\b(creates?|makes?|start) (a|the|an? \w+) deployment\b[^\n]*\bkubectl run\b|\bkubectl run\b[^\n]*\bcreates? a deployment\b/i,
    ],
    unless: /kubectl create deployment/,
    now: 'kubectl run makes a single Pod since 1.18. For a Deployment write kubectl create deployment.',
    source: sources.changelog(18),
  },
  {
    id: 'record-flag',
    since: 22,
    says: [/\bkubectl\b[^\n]*--record\b(?!-)|^--record\b|\s--record(=true)?\s*$/m],
    now: '--record is deprecated since 1.22. Write the reason into the annotation kubernetes.io/change-cause.',
    source: sources.changelog(22),
  },
  {
    id: 'export-flag',
    since: 18,
    says: [/\bkubectl get\b[^\n]*\s--export\b/],
    now: 'kubectl get --export was removed in 1.18.',
    source: sources.changelog(18),
  },
  {
    id: 'rolling-update',
    since: 18,
    says: [/\bkubectl rolling-update\b/],
    now: 'kubectl rolling-update was removed in 1.18. Deployments roll by themselves: kubectl rollout, kubectl set image.',
    source: sources.changelog(18),
  },
  {
    id: 'dry-run-bare',
    since: 18,
    says: [/\bkubectl\b[^\n]*\s--dry-run(=true)?(?![\w=-])/],
    unless: /--dry-run=(client|server|none)/,
    now: '--dry-run without a value is deprecated since 1.18: write --dry-run=client or --dry-run=server.',
    source: sources.changelog(18),
  },
  {
    id: 'delete-local-data',
    since: 20,
    says: [/\bkubectl drain\b[^\n]*--delete-local-data\b|--delete-local-data\b/],
    now: '--delete-local-data of kubectl drain is called --delete-emptydir-data since 1.20.',
    source: sources.changelog(20),
  },
  {
    id: 'component-statuses',
    since: 19,
    says: [/\bkubectl get (cs|componentstatus(es)?)\b|\bcomponentstatus(es)?\b/i],
    unless: /\bnot be trusted\b|\bnot? (reliable|trust)/i,
    now: 'ComponentStatus is deprecated since 1.19 and may call healthy components unhealthy. Ask /readyz?verbose and /livez?verbose.',
    source: sources.changelog(19),
  },
  {
    id: 'kubeadm-alpha',
    since: 20,
    says: [/\bkubeadm alpha certs\b/],
    now: 'kubeadm alpha certs is kubeadm certs since 1.20.',
    source: sources.changelog(20),
  },
  {
    id: 'heapster',
    since: 13,
    says: [/\bheapster\b/i],
    unless: /\bmetrics[ -]server\b|\binitial\b|\bfirst project\b/i,
    now: 'Heapster was retired with 1.13. metrics-server serves kubectl top and autoscaling.',
    source: 'https://github.com/kubernetes-retired/heapster',
  },
];
