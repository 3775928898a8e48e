import { createSocket, type Socket } from 'node:dgram';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A server on this machine that counts who comes: whatever leaves the app would have arrived here. */
export class Listener {
  #server: Server;
  connections = 0;

  private constructor() {
    this.#server = createServer((socket) => {
      this.connections++;
      socket.on('error', () => undefined);
      socket.end('HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi');
    });
  }

  static async open(): Promise<Listener> {
    const listener = new Listener();
    await new Promise<void>((resolve) => listener.#server.listen(0, '127.0.0.1', resolve));
    return listener;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/`;
  }

  async close(): Promise<void> {
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** The same for datagrams, which need no connection. */
export class DatagramListener {
  #socket: Socket = createSocket('udp4');
  packets = 0;

  static async open(): Promise<DatagramListener> {
    const listener = new DatagramListener();
    listener.#socket.on('message', () => listener.packets++);
    await new Promise<void>((resolve) => listener.#socket.bind(0, '127.0.0.1', resolve));
    return listener;
  }

  get port(): number {
    return this.#socket.address().port;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.#socket.close(resolve));
  }
}
