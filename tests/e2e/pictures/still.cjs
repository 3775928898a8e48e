/**
 * Loaded before the app's own code, in its main process and in each of its threads: nothing moves by itself, so that two runs
 * show the same. Time stands at `ETCDECK_STILL_AT` until a test moves it, chance is counted, and certificates, which are made anew
 * for each run, end on one day.
 */
const crypto = require('node:crypto');
const { syncBuiltinESMExports } = require('node:module');
const timers = require('node:timers');
const tls = require('node:tls');

const at = Date.parse(process.env.ETCDECK_STILL_AT ?? '');
if (Number.isNaN(at)) throw new Error('ETCDECK_STILL_AT is not a moment.');

// Date.now stays a plain property: `advanceClock` of the tests moves time by it.
Date.now = () => at;
globalThis.Date = new Proxy(Date, {
  construct: (target, args, self) => Reflect.construct(target, args.length === 0 ? [target.now()] : args, self),
});
performance.now = () => 0;

/** What is done in the background or given up after a while: the next look at a cluster or a folder, the backup of the day, a read that hangs. */
const backgroundMs = 1_000;

/**
 * @template {Function} Timer
 * @param {Timer} timer
 */
const withoutBackground = (timer) =>
  new Proxy(timer, {
    apply: (target, self, [run, ms, ...rest]) => Reflect.apply(target, self, [ms >= backgroundMs ? () => undefined : run, ms, ...rest]),
  });
AbortSignal.timeout = () => new AbortController().signal;
timers.setTimeout = globalThis.setTimeout = withoutBackground(setTimeout);
timers.setInterval = globalThis.setInterval = withoutBackground(setInterval);

const chance = { seed: '', drawn: 0 };
Object.assign(globalThis, { chance });
crypto.randomUUID = () => {
  chance.drawn += 1;
  const hex = crypto.hash('sha1', `${chance.seed} ${chance.drawn}`, 'hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const endsAt = new Date(at + 90 * 86_400_000).toUTCString();
tls.TLSSocket.prototype.getPeerCertificate = new Proxy(tls.TLSSocket.prototype.getPeerCertificate, {
  apply: (target, self, args) => ({ ...Reflect.apply(target, self, args), valid_to: endsAt }),
});
Object.defineProperty(crypto.X509Certificate.prototype, 'validTo', { get: () => endsAt });

syncBuiltinESMExports();
