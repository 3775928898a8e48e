/** Proxies that lead every connection to one port of this computer, whatever name was asked for. */
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Proxy {
  port: number;
  /** What was asked for, e.g. `api.study.example:6443`. */
  asked: string[];
}

async function started(server: Server, asked: string[]): Promise<Proxy> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, asked };
}

function join(one: Socket, port: number): void {
  const other = connect(port, '127.0.0.1');
  other.on('error', () => one.destroy());
  one.on('close', () => other.destroy());
  one.pipe(other).pipe(one);
}

/** An http proxy. @param status what it answers to CONNECT */
export function connectProxy(port: number, status = 200): Promise<Proxy> {
  const asked: string[] = [];
  const server = createHttpServer();
  server.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    socket.write(`HTTP/1.1 ${status} As told\r\nContent-Length: 0\r\n\r\n`);
    if (status === 200) join(socket as Socket, port);
    else socket.end();
  });
  return started(server, asked);
}

/** A SOCKS 5 proxy. @param reply the code of its answer: 0 is well, 5 is a connection that was refused */
export function socksProxy(port: number, { reply = 0, password = '' } = {}): Promise<Proxy> {
  const asked: string[] = [];
  const server = createServer((socket) => {
    socket.once('data', () => {
      socket.write(Buffer.from([5, password === '' ? 0 : 2]));
      if (password === '') return void socket.once('data', serve);
      socket.once('data', (bytes: Buffer) => {
        const isRight = bytes.toString('latin1').endsWith(password);
        socket.write(Buffer.from([1, isRight ? 0 : 1]));
        if (isRight) socket.once('data', serve);
      });
    });
    function serve(bytes: Buffer): void {
      // Type 3 is a name, so it is the proxy that looks it up.
      const length = bytes[4] ?? 0;
      asked.push(bytes[3] === 3 ? `${bytes.subarray(5, 5 + length).toString()}:${bytes.readUInt16BE(5 + length)}` : 'an address');
      socket.write(Buffer.from([5, reply, 0, 1, 0, 0, 0, 0, 0, 0]));
      if (reply === 0) join(socket, port);
      else socket.end();
    }
  });
  return started(server, asked);
}
