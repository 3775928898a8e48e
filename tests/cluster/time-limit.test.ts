/** Time limits that memory has no say in: a limit that nothing holds on to is collected on some versions of Node, and then never comes. */
import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it, onTestFinished } from 'vitest';
import { accessOf } from '../../src/main/features/cluster/access.js';
import { createApi } from '../../src/main/features/cluster/api.js';
import { execute } from '../../src/main/features/cluster/exec.js';
import { timeLimit } from '../../src/main/features/cluster/time-limit.js';
import { configFile, contextIn } from './kubeconfigs.js';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const never = new AbortController().signal;

/** Access to a server that takes every connection and says nothing, or just enough for a WebSocket. */
async function silentServer(greeting = ''): Promise<ReturnType<typeof accessOf>> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => socket.write(greeting));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const config = configFile(
    JSON.stringify({
      contexts: [{ name: 'study', context: { cluster: 'c' } }],
      clusters: [{ name: 'c', cluster: { server: `http://127.0.0.1:${port}` } }],
    }),
  );
  return accessOf(contextIn(config), null);
}

/** Collects all that nothing holds on to, again and again while something is waited for. */
async function whileCollecting<T>(waited: Promise<T>): Promise<T> {
  const timer = setInterval(collect, 20);
  try {
    return await waited;
  } finally {
    clearInterval(timer);
  }
}

it('an exec that is never answered ends at its time limit', async () => {
  const access = await silentServer();
  const executed = await whileCollecting(execute(access, '/exec', { limitMs: 300 }, never));
  expect(executed).toMatchObject({ kind: 'failed', failure: { kind: 'timeout' } });
});

it('a read that is never answered ends at its time limit', async () => {
  const api = createApi(await silentServer(), { limitMs: 300 });
  onTestFinished(() => api.close());
  expect(await whileCollecting(api.read('version', never))).toMatchObject({ kind: 'failed', failure: { kind: 'timeout' } });
});

it('a read that falls silent in the middle ends at its time limit', async () => {
  const api = createApi(await silentServer('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"a"'), { limitMs: 300 });
  onTestFinished(() => api.close());
  expect(await whileCollecting(api.read('version', never))).toMatchObject({ kind: 'failed', failure: { kind: 'stalled' } });
});

it('a limit comes for whoever only listens to its signal', async () => {
  const reached = new Promise((resolve) => timeLimit(never, 300).signal.addEventListener('abort', resolve, { once: true }));
  await whileCollecting(reached);
});

it('a limit that is over with leaves nothing that waits, and a stop is told apart from it', async () => {
  const stop = new AbortController();
  const [ended, stopped] = [timeLimit(stop.signal, 20), timeLimit(stop.signal, 10_000)];
  ended.end();
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(ended.signal.aborted).toBe(false);
  stop.abort();
  expect([ended.signal.aborted, stopped.signal.aborted, stopped.isOver()]).toEqual([false, true, false]);
});
