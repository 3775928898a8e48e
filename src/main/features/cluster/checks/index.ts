/** All checks: the six components as the notes know them, then what else a cluster stands on. */
import { certificatesCheck, type CertificateEnds } from './certificates.js';
import type { Check } from './check.js';
import { cni } from './cni.js';
import { coredns } from './coredns.js';
import { etcd } from './etcd.js';
import { kubeApiserver } from './kube-apiserver.js';
import { kubeControllerManager } from './kube-controller-manager.js';
import { kubeProxy } from './kube-proxy.js';
import { kubeScheduler } from './kube-scheduler.js';
import { kubelet } from './kubelet.js';
import { versionSkew } from './version-skew.js';

export const allChecks = (ends: () => CertificateEnds, now: () => number): readonly Check[] => [
  kubeApiserver,
  etcd,
  kubeScheduler,
  kubeControllerManager,
  kubelet,
  kubeProxy,
  coredns,
  cni,
  versionSkew,
  certificatesCheck(ends, now),
];
