import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { simpleParser } from 'mailparser';
import type { Entrega } from './entrega.ts';

/** Where in the conversation (RFC 5321) a relay may fail: at its own greeting first, and last after the final dot. */
export type Fase = 'conexion' | 'ehlo' | 'mail' | 'rcpt' | 'data' | 'punto';

/** It is silent until it behaves again, says what is no SMTP, is late by that many milliseconds, or does something first. */
export type Falta = 'calla' | 'miente' | number | (() => Promise<unknown>);

export interface Relevo {
  port: number;
  /** Every message that was handed over whole, answered or not. */
  entregas: Entrega[];
  misbehave(fase: Fase, falta: Falta): void;
  behave(): void;
  close(): void;
}

const RESPUESTAS: Record<Fase, string> = {
  conexion: '220 relevo.prueba ESMTP',
  ehlo: '250-relevo.prueba\r\n250 8BITMIME',
  mail: '250 2.1.0 Ok',
  rcpt: '250 2.1.5 Ok',
  data: '354 End data with <CR><LF>.<CR><LF>',
  punto: '250 2.0.0 Ok: taken',
};
const COMANDOS: Record<string, Fase> = { EHLO: 'ehlo', MAIL: 'mail', RCPT: 'rcpt', DATA: 'data' };

/** A mail relay on loopback that fails in any phase of a conversation. */
export async function startRelevo(): Promise<Relevo> {
  const entregas: Entrega[] = [];
  const sockets = new Set<Socket>();
  const faltas = new Map<Fase, Falta>();
  let release: () => void = () => undefined;
  let released = new Promise<void>((resolve) => (release = resolve));

  async function answer(socket: Socket, fase: Fase): Promise<void> {
    const falta = faltas.get(fase);
    if (falta === 'calla') {
      await released;
      socket.destroy();
      return;
    }
    if (typeof falta === 'number') await sleep(falta);
    else if (typeof falta === 'function') await falta();
    socket.write(falta === 'miente' ? 'aquí no es\r\n' : `${RESPUESTAS[fase]}\r\n`);
  }

  async function converse(socket: Socket): Promise<void> {
    let texto: string[] | null = null;
    await answer(socket, 'conexion');
    for await (const line of createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (texto === null) {
        const comando = line.slice(0, 4).toUpperCase();
        const fase = COMANDOS[comando];
        if (fase) await answer(socket, fase);
        else socket.write(comando === 'QUIT' ? '221 2.0.0 Bye\r\n' : '250 2.0.0 Ok\r\n');
        if (fase === 'data') texto = [];
      } else if (line === '.') {
        entregas.push(await readEntrega(texto));
        texto = null;
        await answer(socket, 'punto');
      } else texto.push(line.startsWith('.') ? line.slice(1) : line);
    }
  }

  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket)));
    void converse(socket).catch(() => socket.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    entregas,
    misbehave: (fase, falta) => void faltas.set(fase, falta),
    behave() {
      faltas.clear();
      release();
      released = new Promise((resolve) => (release = resolve));
    },
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

async function readEntrega(lines: string[]): Promise<Entrega> {
  const en = Date.now();
  const mail = await simpleParser(lines.join('\r\n'));
  const para = [mail.to ?? []].flat()[0]?.value[0]?.address ?? '';
  return { en, para, mensaje: (mail.messageId ?? '').replace(/^<|[.@].*$/g, ''), texto: mail.html || mail.text || '' };
}
