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
