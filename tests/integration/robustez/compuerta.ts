import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** An address that stays the same while what stands behind it goes down, comes back, or moves to another port. */
export interface Compuerta {
  port: number;
  /** Connections reach `port` from now on. */
  open(port: number): Promise<void>;
  /** Every connection is cut, and new ones are refused. */
  shut(): Promise<void>;
}

/** A TCP relay on loopback. */
export async function startCompuerta(to: number): Promise<Compuerta> {
  const sockets = new Set<Socket>();
  let target = to;
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    return socket;
  };
  const relay = (client: Socket) => {
    const server = keep(connect(target, '127.0.0.1'));
    keep(client).once('close', () => server.destroy());
    server.once('close', () => client.destroy());
    client.pipe(server).pipe(client);
  };
  let listener = await listen(0, relay);
  const { port } = listener.address() as AddressInfo;
  return {
    port,
    async open(next) {
      target = next;
      if (!listener.listening) listener = await listen(port, relay);
    },
    async shut() {
      if (!listener.listening) return;
      const closed = once(listener, 'close');
      listener.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

async function listen(port: number, relay: (client: Socket) => void): Promise<Server> {
  const server = createServer(relay).listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
