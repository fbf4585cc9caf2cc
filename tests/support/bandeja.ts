import { setTimeout as sleep } from 'node:timers/promises';

export interface Mensaje {
  id: string;
  kind: 'correo' | 'sms';
  to: string;
  subject: string;
  text: string;
  html: string | null;
  date: string;
}

const ESPERA_MS = 60_000;
const PASO_MS = 150;

/** Waits for a message to an address or number that has this text in its subject or body. */
export async function waitForMensaje(portalUrl: string, para: string, texto: string): Promise<Mensaje> {
  for (let waited = 0; waited <= ESPERA_MS; waited += PASO_MS) {
    const found = (await listMensajes(portalUrl, para)).find(({ subject, text }) =>
      `${subject}\n${text}`.includes(texto),
    );
    if (found) return found;
    await sleep(PASO_MS);
  }
  throw new Error(`no message to ${para} with «${texto}» in ${ESPERA_MS} ms`);
}

export async function listMensajes(portalUrl: string, para: string): Promise<Mensaje[]> {
  const answer = await fetch(`${portalUrl}/demo/bandeja.json?para=${encodeURIComponent(para)}`);
  return (await answer.json()) as Mensaje[];
}

/** The address behind the word «aquí» of the e-mail that asks to validate. */
export async function waitForEnlace(portalUrl: string, correo: string): Promise<string> {
  const { html } = await waitForMensaje(portalUrl, correo, 'Buzón IMSS: valida tu correo electrónico');
  const url = /<a href="([^"]+)"[^>]*>aquí<\/a>/.exec(html ?? '')?.[1];
  if (!url) throw new Error(`the e-mail to ${correo} has no link «aquí»`);
  return url;
}

/** The five digits of the SMS, which must be worded as the guide words it. */
export async function waitForCodigo(portalUrl: string, celular: string): Promise<string> {
  const { text } = await waitForMensaje(portalUrl, celular, 'Valida tu celular');
  const codigo =
    /^Buzon IMSS\. Valida tu celular con el Codigo: (\d{5})\. Tienes maximo 72 horas para utilizarlo\.$/.exec(
      text,
    )?.[1];
  if (!codigo) throw new Error(`not the wording of the guide: ${text}`);
  return codigo;
}

/** A code of five digits that is not this one. */
export function wrongCodigo(codigo: string): string {
  return String((Number(codigo) + 1) % 100_000).padStart(5, '0');
}
