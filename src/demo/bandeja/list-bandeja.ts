import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { simpleParser } from 'mailparser';
import { foldersOf } from '../folders.ts';
import type { SmsGuardado } from '../sms/start-twilio.ts';
import { fechaDeArchivo } from './nombre-de-archivo.ts';

export interface MensajeDeBandeja {
  id: string;
  kind: 'correo' | 'sms';
  to: string;
  subject: string;
  text: string;
  html: string | null;
  date: Date;
}

interface Query {
  datos: string;
  para?: string | undefined;
  /** Only this one. */
  id?: string | undefined;
  /** Only what came after this one. */
  despues?: string | undefined;
  limit?: number;
}

type Archivo = Pick<MensajeDeBandeja, 'id' | 'kind' | 'date'> & { file: string };
type Leido = Omit<MensajeDeBandeja, 'id' | 'kind' | 'date'>;

/** What the embedded mail and SMS services hold, the newest first. */
export async function listBandeja({ datos, para, id, despues = '', limit = 500 }: Query): Promise<MensajeDeBandeja[]> {
  const { correo, sms } = foldersOf(datos);
  // What was looked through for bounces is in `cur`, and is still what the portal sent.
  const folders = await Promise.all(['new', 'cur'].map((name) => listFolder(path.join(correo, name), 'correo')));
  const archivos = [...folders.flat(), ...(await listFolder(sms, 'sms'))];
  archivos.sort((a, b) => (a.id < b.id ? 1 : -1));
  const found: MensajeDeBandeja[] = [];
  for (const { file, ...archivo } of archivos.filter((each) => each.id > despues && (id ?? each.id) === each.id)) {
    // Parsing an e-mail costs a hundred times as much as seeing whom it is for.
    if (para !== undefined && archivo.kind === 'correo' && !isFor((await recipientsOf(file)) ?? '', para)) continue;
    const leido = await read[archivo.kind](file);
    if (leido && (para === undefined || isFor(leido.to, para))) found.push({ ...archivo, ...leido });
    if (found.length === limit) break;
  }
  return found;
}

async function listFolder(folder: string, kind: Archivo['kind']): Promise<Archivo[]> {
  const names = await readdir(folder).catch(() => []);
  return names.flatMap((name) => {
    const date = fechaDeArchivo(name);
    return date ? [{ id: name.replace(/\.json$|:2,S$/, ''), kind, file: path.join(folder, name), date }] : [];
  });
}

const CACHE_MAX = 10_000;

/** Files never change once they are there, so each is read once. Null for one that was removed meanwhile. */
function readOnce<T>(readFrom: (source: Buffer) => T | Promise<T>): (file: string) => Promise<T | null> {
  const known = new Map<string, Promise<T>>();
  return (file) => {
    if (known.size >= CACHE_MAX) known.clear();
    const reading = known.get(file) ?? readFile(file).then(readFrom);
    known.set(file, reading);
    return reading.catch(() => {
      known.delete(file);
      return null;
    });
  };
}

const recipientsOf = readOnce(deliveredTo);

const read = {
  correo: readOnce(async (source): Promise<Leido> => {
    const mail = await simpleParser(source, { skipTextToHtml: true, skipImageLinks: true });
    return { to: deliveredTo(source), subject: mail.subject ?? '', text: mail.text ?? '', html: mail.html || null };
  }),
  sms: readOnce((source): Leido => {
    const { to, body } = JSON.parse(source.toString()) as SmsGuardado;
    return { to, subject: 'SMS', text: body, html: null };
  }),
};

/** The envelope's recipients, which our server writes at the very top. */
function deliveredTo(source: Buffer): string {
  const top = source.subarray(0, 4096).toString('utf8').split('\r\n').slice(1);
  const end = top.findIndex((line) => !line.startsWith('Delivered-To: '));
  const recipients = top.slice(0, end).map((line) => line.slice('Delivered-To: '.length));
  return recipients.join(', ');
}

/** Addresses are compared without case; a number also by its last ten digits, as people write it. */
function isFor(to: string, para: string): boolean {
  const wanted = para.trim().toLowerCase();
  if (wanted.includes('@')) return to.toLowerCase().split(', ').includes(wanted);
  const digits = wanted.replace(/\D/g, '');
  return digits.length >= 10 && to.startsWith('+') && to.endsWith(digits.slice(-10));
}
