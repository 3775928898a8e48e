import type { Check, Evidence } from './check.js';
import { finding } from './check.js';
import { inWords } from './leader.js';

/** When the certificates end that a connection shows without reading a file of the cluster; null for one it does not show. */
export interface CertificateEnds {
  serverEndsAt: number | null;
  clientEndsAt: number | null;
}

/**
 * The certificates of the connection: that of the API server, and the person's own.
 * @param ends asked after a read, when the handshake has shown them
 */
export function certificatesCheck(ends: () => CertificateEnds, now: () => number): Check {
  return {
    id: 'certificates',
    async run(read) {
      const answer = await read('version');
      const { serverEndsAt, clientEndsAt } = ends();
      const evidence = [
        seenUntil('The certificate of the API server', serverEndsAt, now()),
        seenUntil('Your client certificate', clientEndsAt, now()),
      ].filter((each) => each !== null);
      if (evidence.length === 0) {
        const reason = answer.kind === 'failed' ? answer.failure.message : 'The connection shows no certificate.';
        return finding('the certificates', [
          {
            outcome: answer.kind === 'failed' ? 'not-checked' : 'not-visible',
            text: reason,
            read: null,
            status: null,
            tookMs: null,
            raw: '',
          },
        ]);
      }
      const soonest = Math.min(...[serverEndsAt, clientEndsAt].filter((each) => each !== null));
      const detail = evidence.map(({ text }) => text).join(' ');
      return finding('the certificates', evidence, {
        ok: { summary: `The first ends in ${inWords(soonest - now())}`, detail },
        failing: { summary: 'One has ended', detail },
      });
    },
  };
}

function seenUntil(what: string, endsAt: number | null, now: number): Evidence | null {
  if (endsAt === null) return null;
  const day = new Date(endsAt).toISOString().slice(0, 10);
  const text = endsAt > now ? `${what} ends on ${day}, in ${inWords(endsAt - now)}.` : `${what} ended on ${day}.`;
  return { outcome: endsAt > now ? 'ok' : 'failing', text, read: null, status: null, tookMs: null, raw: '' };
}
