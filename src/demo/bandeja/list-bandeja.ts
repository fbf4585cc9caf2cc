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
  para?: string;
  limit?: number;
}

interface Archivo {
  id: string;
  kind: MensajeDeBandeja['kind'];
  file: string;
  date: Date;
}

type Leido = Omit<MensajeDeBandeja, 'id' | 'kind' | 'date'>;

const CACHE_MAX = 10_000;
/** Files never change once they are there, so each is read once. Keyed by path. */
const cache = new Map<string, Promise<Leido>>();
const recipients = new Map<string, string>();

/** What the embedded mail and SMS services hold, the newest first. */
export async function listBandeja({ datos, para, limit = 500 }: Query): Promise<MensajeDeBandeja[]> {
  const { correo, sms } = foldersOf(datos);
  // What was looked through for bounces is in `cur`, and is still what the portal sent.
  const folders = await Promise.all(['new', 'cur'].map((name) => listFolder(path.join(correo, name), 'correo')));
  const archivos = [...folders.flat(), ...(await listFolder(sms, 'sms'))];
  archivos.sort((a, b) => (a.id < b.id ? 1 : -1));
  const found: MensajeDeBandeja[] = [];
  for (const { file, ...archivo } of archivos) {
    // Parsing an e-mail costs a hundred times as much as seeing whom it is for.
    if (para !== undefined && archivo.kind === 'correo' && !isFor(await recipientsOf(file), para)) continue;
    const leido = await read(file, archivo.kind);
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

/** One that cannot be read is left out: it was removed meanwhile. */
async function read(file: string, kind: Archivo['kind']): Promise<Leido | null> {
  let leido = cache.get(file);
  if (!leido) {
    leido = kind === 'correo' ? readCorreo(file) : readSms(file);
    if (cache.size >= CACHE_MAX) cache.delete(cache.keys().next().value ?? '');
    cache.set(file, leido);
  }
  return leido.catch(() => {
    cache.delete(file);
    return null;
  });
}

async function readCorreo(file: string): Promise<Leido> {
  const source = await readFile(file);
  const mail = await simpleParser(source, { skipTextToHtml: true, skipImageLinks: true });
  return { to: deliveredTo(source), subject: mail.subject ?? '', text: mail.text ?? '', html: mail.html || null };
}

async function recipientsOf(file: string): Promise<string> {
  let to = recipients.get(file);
  if (to === undefined) {
    to = await readFile(file).then(deliveredTo, () => '');
    if (recipients.size >= CACHE_MAX) recipients.clear();
    recipients.set(file, to);
  }
  return to;
}

/** The envelope's recipients, which our server writes at the very top. */
function deliveredTo(source: Buffer): string {
  const top = source.subarray(0, 4096).toString('utf8').split('\r\n').slice(1);
  const end = top.findIndex((line) => !line.startsWith('Delivered-To: '));
  return top
    .slice(0, end)
    .map((line) => line.slice('Delivered-To: '.length))
    .join(', ');
}

async function readSms(file: string): Promise<Leido> {
  const { to, body } = JSON.parse(await readFile(file, 'utf8')) as SmsGuardado;
  return { to, subject: 'SMS', text: body, html: null };
}

/** Addresses are compared without case; a number also by its last ten digits, as people write it. */
function isFor(to: string, para: string): boolean {
  const wanted = para.trim().toLowerCase();
  if (wanted.includes('@')) return to.toLowerCase().split(', ').includes(wanted);
  const digits = wanted.replace(/\D/g, '');
  return digits.length >= 10 && to.startsWith('+') && to.endsWith(digits.slice(-10));
}
