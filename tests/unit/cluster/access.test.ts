import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accessOf, AccessError } from '../../../src/main/features/cluster/access.js';
import { describePlugin } from '../../../src/main/features/cluster/exec-plugin.js';
import { loadKubeconfig, type ResolvedContext } from '../../../src/main/features/cluster/kubeconfig.js';
import { redact } from '../../../src/main/features/cluster/redact.js';
import { freshFolder } from '../folder.js';

const pem = (what: string): string => `-----BEGIN ${what}-----\nAAAA\n-----END ${what}-----\n`;
const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** A context made from the settings of its cluster and user, in YAML flow style. */
function context(cluster: string, user: string, files: Record<string, string> = {}): ResolvedContext {
  const folder = freshFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const path = join(folder, 'config');
  const lines = [
    'contexts: [{name: x, context: {cluster: c, user: u}}]',
    `clusters: [{name: c, cluster: ${cluster}}]`,
    `users: [{name: u, user: ${user}}]`,
  ];
  writeFileSync(path, lines.join('\n'));
  const found = loadKubeconfig([path]);
  const resolved = found.resolve('x');
  if (!resolved) throw new Error(JSON.stringify(found.problems));
  return resolved;
}

const server = '{server: "https://127.0.0.1:6443"}';

describe('access made from a context', () => {
  it('reads certificates and keys from data, or from files beside the kubeconfig', () => {
    const access = accessOf(
      context(
        `{server: "https://k8s.example:6443", certificate-authority-data: ${base64(pem('CERTIFICATE'))}}`,
        '{client-certificate: pki/me.crt, client-key: pki/me.key}',
        { 'pki/me.crt': pem('CERTIFICATE'), 'pki/me.key': pem('PRIVATE KEY') },
      ),
      null,
    );
    expect(access.tls).toMatchObject({
      ca: pem('CERTIFICATE'),
      cert: pem('CERTIFICATE'),
      key: pem('PRIVATE KEY'),
      rejectUnauthorized: true,
    });
    expect(access.tls.servername).toBe('k8s.example');
  });

  it.each([
    ['{token: tok-1}', {}, 'Bearer tok-1'],
    ['{token: tok-1, tokenFile: t}', { t: 'tok-2\n' }, 'Bearer tok-2'],
    ['{username: a, password: b}', {}, `Basic ${base64('a:b')}`],
  ])('sends %s as kubectl does', (user, files, header) => {
    expect(accessOf(context(server, user, files), null).headers['Authorization']).toBe(header);
  });

  it('acts as somebody else when the kubeconfig says so', () => {
    const { headers } = accessOf(context(server, '{as: viewer, as-groups: [a, b]}'), null);
    expect(headers).toEqual({ 'Impersonate-User': 'viewer', 'Impersonate-Group': ['a', 'b'] });
  });

  it('checks the server unless the kubeconfig says not to', () => {
    expect(accessOf(context('{server: "https://127.0.0.1:1", insecure-skip-tls-verify: true}', '{}'), null).tls.rejectUnauthorized).toBe(
      false,
    );
    expect(accessOf(context('{server: "https://127.0.0.1:1", tls-server-name: kube}', '{}'), null).tls.servername).toBe('kube');
  });

  it.each([
    ['a server that is no address', '{server: "not an address"}', '{}', 'not an https address'],
    ['a server with credentials in it', '{server: "https://a:b@c"}', '{}', 'not an https address'],
    ['plain http over a network', '{server: "http://10.0.0.1:8080"}', '{}', 'without encryption'],
    ['a proxy of an unknown kind', '{server: "https://c", proxy-url: "socks4://p:1"}', '{}', 'proxy-url'],
    ['a file that is not there', server, '{client-certificate: gone.crt}', 'cannot be read'],
    ['data that is no PEM', server, `{client-key-data: ${base64('nonsense')}}`, 'no PEM'],
    ['a sign-in kubectl no longer has', server, '{auth-provider: {name: gcp}}', 'auth-provider'],
    ['a token with a line break', server, '{token: "a\\nHost: b"}', 'cannot be sent'],
  ])('is refused for %s, with the place and without any value', (_, cluster, user, message) => {
    const given = context(cluster, user);
    let error: unknown;
    try {
      accessOf(given, null);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(AccessError);
    expect((error as AccessError).message).toContain(message);
    expect((error as AccessError).line).toBeGreaterThan(0);
    expect((error as AccessError).message).not.toMatch(/a:b|nonsense|Host|10\.0\.0\.1/);
  });

  it('plain http to this computer is allowed, as kubectl proxy needs it', () => {
    expect(accessOf(context('{server: "http://127.0.0.1:8001"}', '{}'), null).server.protocol).toBe('http:');
  });
});

describe('an exec plugin', () => {
  const script = (text: string) => ({ 'bin/login': `#!/bin/sh\n${text}\n` });
  const credential = (status: object): string =>
    `echo '${JSON.stringify({ apiVersion: 'client.authentication.k8s.io/v1', kind: 'ExecCredential', status })}'`;

  function plugin(
    text: string,
    exec = '{command: ./bin/login, args: [get, --token, canary-arg], env: [{name: PROFILE, value: canary-env}]}',
  ) {
    const given = context(server, `{exec: ${exec}}`, script(text));
    chmodSync(join(given.user.folder, 'bin/login'), 0o755);
    return { given, described: describePlugin(given, { PATH: process.env['PATH'] }, '/nowhere') };
  }

  it('is described without being run', async () => {
    const { given, described } = plugin('touch "$0.ran"');
    const found = await described;
    expect(found?.view).toEqual({
      program: join(given.user.folder, 'bin/login'),
      args: ['get', '--token', '[hidden]'],
      env: ['PROFILE'],
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(() => accessOf(given, null)).not.toThrow();
    const { existsSync } = await import('node:fs');
    expect(existsSync(join(given.user.folder, 'bin/login.ran'))).toBe(false);
  });

  it('gives a token, and when that ends', async () => {
    const { given, described } = plugin(
      `test "$PROFILE" = canary-env || exit 1\n${credential({ token: 'fresh', expirationTimestamp: '2030-01-01T00:00:00Z' })}`,
    );
    const answer = await (await described)?.run(new AbortController().signal);
    expect(answer).toEqual({ credential: { token: 'fresh', certificate: '', key: '' }, endsAt: Date.UTC(2030, 0, 1) });
    expect(accessOf(given, answer?.credential ?? null).headers['Authorization']).toBe('Bearer fresh');
  });

  it('is told of the cluster when it asks for that, and of nothing else', async () => {
    const told = `printf '{"kind":"ExecCredential","status":{"token":"%s"}}' "$(printf %s "$KUBERNETES_EXEC_INFO" | base64 | tr -d '\\n')"`;
    const specOf = async (exec: string): Promise<unknown> => {
      const answer = await (await plugin(told, exec).described)?.run(new AbortController().signal);
      return (JSON.parse(Buffer.from(answer?.credential.token ?? '', 'base64').toString()) as { spec: unknown }).spec;
    };
    expect(await specOf('{command: ./bin/login, provideClusterInfo: true}')).toEqual({
      interactive: false,
      cluster: { server: 'https://127.0.0.1:6443' },
    });
    expect(await specOf('{command: ./bin/login}')).toEqual({ interactive: false });
  });

  it('has another fingerprint when its file, its arguments or its variables change', async () => {
    const exec = (args: string, value: string): string => `{command: ./bin/login, args: [${args}], env: [{name: A, value: ${value}}]}`;
    const prints = await Promise.all(
      [plugin('true', exec('a', 'x')), plugin('true', exec('b', 'x')), plugin('true', exec('a', 'y'))].map(
        async ({ described }) => (await described)?.fingerprint,
      ),
    );
    expect(new Set(prints).size).toBe(3);
    const { given } = plugin('true', exec('a', 'x'));
    const before = await describePlugin(given, {}, '/nowhere');
    writeFileSync(join(given.user.folder, 'bin/login'), '#!/bin/sh\nfalse\n');
    const after = await describePlugin(given, {}, '/nowhere');
    expect(after?.view.hash).not.toBe(before?.view.hash);
    expect(after?.fingerprint).not.toBe(before?.fingerprint);
  });

  it.each([
    ['fails', 'echo canary-output >&2; exit 3', 'failed'],
    ['prints something else', 'echo canary-output', 'no credential'],
  ])('that %s is told without what it printed', async (_, text, message) => {
    const { described } = plugin(text);
    const error: unknown = await (await described)?.run(new AbortController().signal).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(AccessError);
    expect((error as AccessError).message).toContain(message);
    expect(String(error)).not.toContain('canary');
  });

  it('that is not there is told with the hint of the kubeconfig', async () => {
    const given = context(server, '{exec: {command: no-such-login-program, installHint: "Install it from example.org"}}');
    await expect(describePlugin(given, {}, '/nowhere')).rejects.toMatchObject({ hint: 'Install it from example.org' });
  });

  it('is never handed to a shell', async () => {
    const { given, described } = plugin('true', '{command: ./bin/login, args: ["$(touch hacked)", "; touch hacked"]}');
    await (await described)?.run(new AbortController().signal).catch(() => undefined);
    const { existsSync } = await import('node:fs');
    expect(existsSync('hacked') || existsSync(join(given.user.folder, 'hacked'))).toBe(false);
  });
});

describe('redaction', () => {
  it.each([
    ['Authorization: Bearer abcdef123456789', 'abcdef123456789'],
    ['token: eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln', 'eyJhbGci'],
    [`x ${pem('PRIVATE KEY')} y`, 'AAAA'],
    ['"password": "hunter2"', 'hunter2'],
    ['known-value here', 'known-value'],
    ['abcdef.0123456789abcdef', '0123456789abcdef'],
  ])('hides the secret in %s', (text, secret) => {
    expect(redact(text, ['known-value'])).not.toContain(secret);
  });

  it('leaves what a person wants to read', () => {
    const text = '--trusted-ca-file=/etc/kubernetes/pki/etcd/ca.crt\n[+]etcd ok\nregistry.k8s.io/etcd:3.5.21-0';
    expect(redact(text, [])).toBe(text);
  });
});
