/** A server that misbehaves as it is told, for many hosts, and counts what each of them sees. */

import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';

/** One request to be answered, on the wire. */
export interface Ask {
  socket: Socket;
  host: string;
  path: string;
  headers: Record<string, string>;
  /** How often that path of the host was asked for, 1 for the first time. */
  time: number;
}

export type Misbehaviour = (ask: Ask) => void;

/** What a host saw. */
export interface Seen {
  /** Most requests under way at once. */
  most: number;
  now: number;
  asks: Ask[];
}

/** An answer as servers should give it, with this body. */
export function reply(
  status: number,
  headers: Record<string, string | string[]> = {},
  body: string | Buffer = '',
): Misbehaviour {
  const all = { 'content-length': String(Buffer.byteLength(body)), connection: 'close', ...headers };
  const lines = Object.entries(all).flatMap(([name, values]) =>
    [values].flat().map((value) => `${name}: ${value}\r\n`),
  );
  return ({ socket }) => {
    socket.write(`HTTP/1.1 ${status} Status\r\n${lines.join('')}\r\n`);
    socket.end(body);
  };
}

/** Bytes as they are, without an answer around them; the connection is closed after them, or left open. */
export const raw =
  (text: string | Buffer, end = true): Misbehaviour =>
  ({ socket }) => {
    if (end) socket.end(text);
    else socket.write(text);
  };

/** One misbehaviour for each time; the last for all later ones. */
export const inTurn =
  (...behaviours: Misbehaviour[]): Misbehaviour =>
  (ask) =>
    behaviours[Math.min(ask.time, behaviours.length) - 1]!(ask);

/** `head`, and then the same piece for as long as the other side listens, one every `ms` or each turn of the loop. */
export const endless =
  (head: string, piece: string, ms = 0): Misbehaviour =>
  ({ socket }) => {
    socket.write(head);
    const bytes = Buffer.from(piece);
    let timer: NodeJS.Timeout | undefined;
    const more = (): void => {
      if (socket.destroyed) return;
      const isTaken = socket.write(bytes);
      if (ms > 0) timer = setTimeout(more, ms);
      // Others have their turn between two pieces; all of this happens in one process.
      else if (isTaken) setImmediate(more);
      else socket.once('drain', more);
    };
    socket.once('close', () => clearTimeout(timer));
    more();
  };

/** Starts it; `answer` says what to do with each request. */
export async function faultyServer(answer: (ask: Ask) => Misbehaviour): Promise<{
  port: number;
  seen(host: string): Seen;
  close(): Promise<void>;
}> {
  const hosts = new Map<string, Seen>();
  const sockets = new Set<Socket>();
  const seen = (host: string): Seen => {
    const known = hosts.get(host) ?? { most: 0, now: 0, asks: [] };
    hosts.set(host, known);
    return known;
  };
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    let head = '';
    socket.on('data', (chunk) => {
      if (head.includes('\r\n\r\n')) return;
      head += chunk.toString('latin1');
      if (head.includes('\r\n\r\n')) begin(socket, head);
    });
  });

  function begin(socket: Socket, head: string): void {
    const [first, ...lines] = head.split('\r\n');
    const headers = Object.fromEntries(
      lines
        .filter((line) => line.includes(':'))
        .map((line) => [line.split(':', 1)[0]!.toLowerCase(), line.replace(/^[^:]*:\s*/, '')]),
    );
    const host = (headers.host ?? '').replace(/:\d+$/, '');
    const path = first!.split(' ')[1] ?? '';
    const known = seen(host);
    known.now++;
    known.most = Math.max(known.most, known.now);
    const time = known.asks.filter((ask) => ask.path === path).length + 1;
    const ask = { socket, host, path, headers, time };
    known.asks.push(ask);
    let isOver = false;
    const over = (): void => {
      if (!isOver) known.now--;
      isOver = true;
    };
    // Either side ending it ends the request: the last of the answer sent, or the other side gone.
    for (const event of ['close', 'end', 'error', 'finish']) socket.once(event, over);
    answer(ask)(ask);
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as { port: number }).port,
    seen,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
