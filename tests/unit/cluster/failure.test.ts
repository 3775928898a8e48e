import { expect, it } from 'vitest';
import { classify, failureOf } from '../../../src/main/features/cluster/failure.js';

const withCode = (code: string): Error => Object.assign(new Error(`canary ${code}`), { code });

it.each([
  // OpenSSL and BoringSSL, which Electron has, name the same alert differently.
  ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'client-certificate'],
  ['ERR_SSL_TLSV1_ALERT_CERTIFICATE_REQUIRED', 'client-certificate'],
  ['ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', 'client-certificate'],
  ['ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE', 'client-certificate'],
  ['ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED', 'client-certificate'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'not-tls'],
  ['HPE_INVALID_CONSTANT', 'not-tls'],
  ['ENOTFOUND', 'no-name'],
  ['EHOSTUNREACH', 'no-route'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'wrong-ca'],
  ['EBRANDNEW', 'unknown'],
])('%s means %s', (code, kind) => {
  expect(classify(withCode(code))).toBe(kind);
});

it('looks into an error that holds the errors of several addresses', () => {
  expect(classify(new AggregateError([withCode('ECONNREFUSED'), withCode('ENETUNREACH')]))).toBe('refused');
});

it('never quotes the error', () => {
  const { message, hint } = failureOf(classify(withCode('x')));
  expect(message + hint).not.toContain('canary');
});
