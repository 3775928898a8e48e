/** Kubeconfigs for the double. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshFolder } from '../unit/folder.js';
import { loadKubeconfig, type ResolvedContext } from '../../src/main/cluster/kubeconfig.js';
import type { ApiDouble } from './api-double.js';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

export interface ConfigOptions {
  server?: string;
  /** PEM. */
  ca?: string;
  /** More lines of the cluster, and of the user, indented by four. */
  cluster?: string;
  user?: string;
}

/** The text of a kubeconfig with one context, `study`, whose user has the client certificate of the double. */
export function configText(
  double: ApiDouble,
  { server = double.url, ca = double.authority.certificate, cluster = '', user = '' }: ConfigOptions = {},
): string {
  return [
    'apiVersion: v1',
    'kind: Config',
    'current-context: study',
    'contexts:',
    '- name: study',
    '  context: {cluster: double, user: learner}',
    'clusters:',
    '- name: double',
    '  cluster:',
    `    server: ${server}`,
    `    certificate-authority-data: ${base64(ca)}`,
    cluster,
    'users:',
    '- name: learner',
    '  user:',
    `    client-certificate-data: ${base64(double.client.certificate)}`,
    `    client-key-data: ${base64(double.client.key)}`,
    user,
    '',
  ].join('\n');
}

/** Writes a kubeconfig into a folder of the test's own. */
export function configFile(text: string, folder = freshFolder()): string {
  const path = join(folder, 'config');
  writeFileSync(path, text);
  return path;
}

/** What the context `study` of a kubeconfig stands for. */
export function contextIn(path: string): ResolvedContext {
  const context = loadKubeconfig([path]).resolve('study');
  if (!context) throw new Error('The kubeconfig of the test has no usable context.');
  return context;
}
