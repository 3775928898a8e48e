import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { methods, type MethodName } from '../../../src/shared/contract.js';
import { FailureError } from '../../../src/shared/result.js';
import type { Handlers } from '../../../src/main/handlers.js';
import { createRouter, type RouterOptions } from '../../../src/main/router.js';

const settings = { theme: 'dark', dayStartsAtHour: 4, typeAnswers: 'commands' } as const;

/** Every method answers with a refusal of its own name, but for those a test sets. */
function routerWith(some: Partial<Handlers>, options?: RouterOptions) {
  const log = vi.fn<(error: unknown) => void>();
  const unset = (name: string) => () => {
    throw new FailureError({ code: 'not-found', message: `reached ${name}` });
  };
  const handlers = Object.fromEntries(Object.keys(methods).map((name) => [name, unset(name)])) as unknown as Handlers;
  return { call: createRouter({ ...handlers, ...some }, log, options), log };
}

/** A front and a back of which one is longer than any card. */
const overlong = (side: 'front' | 'back') => ({ front: 'Q', back: 'A', [side]: 'x'.repeat(100_001) });

describe('the router', () => {
  it('answers a method of the contract with the value of its handler', async () => {
    const { call } = routerWith({ 'settings.set': ({ dayStartsAtHour = 0 }) => ({ ...settings, dayStartsAtHour }) });
    await expect(call('settings.set', { dayStartsAtHour: 5 })).resolves.toEqual({ ok: true, value: { ...settings, dayStartsAtHour: 5 } });
  });

  it('has a way to every method of the contract', async () => {
    const { call } = routerWith({});
    for (const name of Object.keys(methods) as MethodName[]) {
      const answer = await call(name, {});
      expect(['not-found', 'invalid-input']).toContain(answer.ok ? 'ok' : answer.error.code);
    }
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '', 'app', 'app.info ', 'APP.INFO'])(
    'does not know the method %j',
    async (name) => {
      const { call, log } = routerWith({});
      await expect(call(name, {})).resolves.toMatchObject({ ok: false, error: { code: 'unknown-method' } });
      expect(log).not.toHaveBeenCalled();
    },
  );

  it.each([undefined, null, 7, {}, ['app.info'], Symbol('app.info')])('does not take %p for a method', async (name) => {
    await expect(routerWith({}).call(name, {})).resolves.toMatchObject({ ok: false, error: { code: 'unknown-method' } });
  });

  it.each([
    ['session.edit', { cardId: 'c', ...overlong('front') }],
    ['session.edit', { cardId: 'c', ...overlong('back') }],
    ['card.edit', { cardId: 'c', ...overlong('back') }],
    ['import.decide', { importId: 'i', fileIndex: 0, key: 'k', decision: 'import', edit: overlong('back') }],
  ] as [MethodName, unknown][])('refuses %s of a text that is too long for a card, and says how long one may be', async (method, input) => {
    const answer = await routerWith({}).call(method, input);
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', message: expect.stringContaining('100,000 characters') as string },
    });
  });

  it.each([
    ['app.info', undefined],
    ['app.info', null],
    ['app.info', 'x'],
    ['app.info', { extra: 1 }],
    ['app.info', JSON.parse('{"__proto__": {"polluted": true}}')],
    ['settings.set', { theme: 'blue' }],
    ['settings.set', { theme: undefined }],
    ['settings.set', { dayStartsAtHour: 1.5 }],
    ['settings.set', { dayStartsAtHour: '5' }],
    ['settings.set', { unknown: 1 }],
    ['settings.set', JSON.parse('{"constructor": 1}')],
    ['session.rate', { cardId: '', rating: 'good', durationMs: 1 }],
    ['session.rate', { cardId: 'c', rating: 'good', durationMs: -1 }],
    ['session.rate', { cardId: 'c', rating: 'good', durationMs: Number.NaN }],
    ['session.rate', { cardId: 'c', rating: 'toString', durationMs: 1 }],
    ['import.preview', { paths: [] }],
    ['import.preview', { paths: '/etc/passwd' }],
  ] as [MethodName, unknown][])('refuses %s with the input %j before any handler sees it', async (method, input) => {
    const handler = vi.fn();
    const { call, log } = routerWith({ [method]: handler });
    await expect(call(method, input)).resolves.toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect(handler).not.toHaveBeenCalled();
    expect(log).not.toHaveBeenCalled();
  });

  it.each([
    ['app.info', { ['x'.repeat(1_000_000)]: 1 }],
    ['settings.set', { theme: 'x'.repeat(1_000_000) }],
  ] as [MethodName, unknown][])('does not repeat all that was sent to %s', async (method, input) => {
    const answer = await routerWith({}).call(method, input);
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect(JSON.stringify(answer).length).toBeLessThan(600);
  });

  it('says which part of an input it refused', async () => {
    const answer = await routerWith({}).call('settings.set', { dayStartsAtHour: -1 });
    expect(answer).toMatchObject({ ok: false, error: { message: expect.stringContaining('dayStartsAtHour') as string } });
  });

  it('never throws, whatever it is sent', async () => {
    const { call } = routerWith({});
    const names = fc.oneof(fc.constantFrom(...Object.keys(methods)), fc.string(), fc.anything());
    await fc.assert(
      fc.asyncProperty(names, fc.anything({ withNullPrototype: true, withBigInt: true }), async (name, input) => {
        const answer = await call(name, input);
        expect(answer.ok).toBe(false);
      }),
    );
  });

  it('shows a foreseen failure as it is and does not log it', async () => {
    const failure = { code: 'file', message: 'Cannot read kubelet.md.', where: '/n/kubelet.md:3', hint: 'Close it elsewhere.' } as const;
    const { call, log } = routerWith({
      'today.get': () => {
        throw new FailureError(failure);
      },
    });
    await expect(call('today.get', {})).resolves.toEqual({ ok: false, error: failure });
    expect(log).not.toHaveBeenCalled();
  });

  it('logs an unforeseen error and tells the caller nothing of it', async () => {
    const error = new Error('secret of a note');
    const { call, log } = routerWith({ 'today.get': () => Promise.reject(error) });
    const answer = await call('today.get', {});
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(log).toHaveBeenCalledExactlyOnceWith(error);
  });

  it('holds answers against the contract when asked to, without repeating what they hold', async () => {
    const wrong: Partial<Handlers> = { 'settings.set': () => ({ ...settings, secret: 'of a note' }) };
    const strict = routerWith(wrong, { checkOutput: true });
    await expect(strict.call('settings.set', {})).resolves.toMatchObject({ ok: false, error: { code: 'internal' } });
    const logged = String(strict.log.mock.calls[0]?.[0]);
    expect(logged).toMatch(/settings\.set.*secret/);
    expect(logged).not.toContain('of a note');
    await expect(routerWith(wrong).call('settings.set', {})).resolves.toMatchObject({ ok: true });
  });
});
