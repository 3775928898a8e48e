/**
 * Exec plugins: programs a kubeconfig names to get credentials from. None runs before the person allowed exactly this program, with
 * these arguments and this content of its file. Started directly, never through a shell.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { delimiter, isAbsolute, join, resolve } from 'node:path';
import * as v from 'valibot';
import { findProgram, isExecutable } from '../../programs.js';
import { AccessError, type Credential, pemOf } from './access.js';
import type { ResolvedContext } from './kubeconfig.js';
import type { Entry, ExecFields, UserFields } from './kubeconfig-file.js';
import { redact } from './redact.js';

/** What the person is shown before they allow it. */
export interface PluginView {
  /** The program's file. */
  program: string;
  /** Its arguments, values that look like secrets hidden. */
  args: readonly string[];
  /** Names of the variables it gets. */
  env: readonly string[];
  /** SHA-256 of the program's file, in hex. */
  hash: string;
}

export interface Plugin {
  view: PluginView;
  /** Of program, content of its file, arguments and variables; allowing is bound to it. */
  fingerprint: string;
  /** Throws an AccessError. */
  run(signal: AbortSignal): Promise<PluginAnswer>;
}

export interface PluginAnswer {
  credential: Credential;
  /** null when it did not say. */
  endsAt: number | null;
}

/** Signing in may wait for a browser, but not for ever. */
const limitMs = 30_000;

/** Where such programs lie that a desktop's PATH often lacks. No login shell is asked: that would run one. */
const usualFolders = (home: string): string[] => [
  '/usr/local/bin',
  '/opt/homebrew/bin',
  '/snap/bin',
  ...['.local/bin', 'bin', 'go/bin', '.krew/bin', 'google-cloud-sdk/bin', '.azure-kubelogin'].map((folder) => join(home, folder)),
];

export const searchPath = (env: NodeJS.ProcessEnv, home: string): string =>
  [...new Set([...(env['PATH'] ?? '').split(delimiter), ...usualFolders(home)])].filter(isAbsolute).join(delimiter);

/**
 * Finds the plugin of a user and what it would run. Runs nothing. Throws an AccessError when the program is not there.
 * @returns null when the user has no plugin
 */
export async function describePlugin(
  { user, cluster }: Pick<ResolvedContext, 'user' | 'cluster'>,
  env: NodeJS.ProcessEnv,
  home: string,
): Promise<Plugin | null> {
  const { exec } = user.value;
  if (!exec) return null;
  const path = searchPath(env, home);
  const program = programOf(exec.command, user.folder, path);
  if (program === null) {
    const hint = exec.installHint
      ? redact(exec.installHint.split('\n')[0] ?? '', []).slice(0, 200)
      : 'Install it, or start Etcdeck from a terminal that finds it.';
    throw new AccessError(user.path, user.line, 'The program that signs this user in is not on this computer.', hint);
  }
  const hash = await hashOf(program);
  return {
    view: { program, args: maskArguments(exec.args), env: exec.env.map(({ name }) => name), hash },
    fingerprint: createHash('sha256')
      .update(JSON.stringify([program, hash, exec.args, exec.env.map(({ name, value }) => [name, value])]))
      .digest('hex'),
    async run(signal) {
      if ((await hashOf(program)) !== hash) {
        throw new AccessError(
          user.path,
          user.line,
          'The program that signs you in changed since you allowed it.',
          'Connect again to look at it.',
        );
      }
      const asked = exec.provideClusterInfo ? clusterInfo(cluster) : undefined;
      return run(user, exec, program, { ...env, PATH: path }, asked, signal);
    },
  };
}

/** A command with a slash is a file beside the kubeconfig, as kubectl has it; any other is looked for on the search path. */
function programOf(command: string, folder: string, path: string): string | null {
  if (!/[/\\]/.test(command)) return findProgram(command, path);
  const file = resolve(folder, command);
  return [file, ...(process.platform === 'win32' ? [`${file}.exe`] : [])].find(isExecutable) ?? null;
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** Hides the value after `--token` and the like, and what looks like a secret. */
function maskArguments(args: readonly string[]): string[] {
  return args.map((arg, index) => {
    const follows = /^--?[\w-]*(token|secret|password|key)$/i.test(args[index - 1] ?? '') && !arg.startsWith('-');
    return follows ? '[hidden]' : redact(arg, []);
  });
}

/** What a program that asks for it is told of the cluster it signs in to. */
function clusterInfo(cluster: ResolvedContext['cluster']): Record<string, unknown> {
  const { server, 'proxy-url': proxy, 'tls-server-name': name, 'insecure-skip-tls-verify': isUnchecked, ...ca } = cluster.value;
  const authority = pemOf(cluster, ca['certificate-authority-data'], ca['certificate-authority'], 'certificate-authority');
  return {
    server,
    ...(name && { 'tls-server-name': name }),
    ...(isUnchecked && { 'insecure-skip-tls-verify': true }),
    ...(authority && { 'certificate-authority-data': Buffer.from(authority).toString('base64') }),
    ...(proxy && { 'proxy-url': proxy }),
  };
}

const credentialSchema = v.object({
  kind: v.literal('ExecCredential'),
  status: v.object({
    token: v.nullish(v.string(), ''),
    clientCertificateData: v.nullish(v.string(), ''),
    clientKeyData: v.nullish(v.string(), ''),
    expirationTimestamp: v.nullish(v.string(), ''),
  }),
});

function run(
  { path, line }: Entry<UserFields>,
  exec: ExecFields,
  program: string,
  env: NodeJS.ProcessEnv,
  cluster: Record<string, unknown> | undefined,
  signal: AbortSignal,
): Promise<PluginAnswer> {
  const info = {
    apiVersion: exec.apiVersion || 'client.authentication.k8s.io/v1',
    kind: 'ExecCredential',
    spec: { interactive: false, cluster },
  };
  const own = Object.fromEntries(exec.env.map(({ name, value }) => [name, value]));
  const options = {
    env: { ...env, ...own, KUBERNETES_EXEC_INFO: JSON.stringify(info) },
    timeout: limitMs,
    maxBuffer: 1024 * 1024,
    windowsHide: true,
    shell: false,
    signal,
  };
  return new Promise((answer, refuse) => {
    const failed = (message: string): void =>
      refuse(new AccessError(path, line, message, 'Run the same kubectl command in a terminal; the program may ask you to sign in again.'));
    execFile(program, exec.args, options, (error, output) => {
      // What it printed may hold a credential: only that it failed is said.
      if (error) return failed('The program that signs you in failed, or took longer than 30 seconds.');
      const checked = v.safeParse(credentialSchema, parsed(output));
      if (!checked.success) return failed('The program that signs you in gave no credential.');
      const { token, clientCertificateData, clientKeyData, expirationTimestamp } = checked.output.status;
      const endsAt = Date.parse(expirationTimestamp);
      answer({
        credential: { token, certificate: clientCertificateData, key: clientKeyData },
        endsAt: Number.isNaN(endsAt) ? null : endsAt,
      });
    });
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
