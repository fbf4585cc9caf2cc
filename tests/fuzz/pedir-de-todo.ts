import { connect } from 'node:net';
import fc from 'fast-check';
import { ROUTES } from '../architecture/routes.ts';
import { encodeForm, readAcciones } from '../support/acciones.ts';
import { downloadEfirma } from '../support/efirma-de-demo.ts';
import { complaintsIn } from '../support/navegador.ts';
import type { Portal } from '../support/portal.ts';
import { createVisitante } from '../support/visitante.ts';
import { mutaciones, mutar, toUnits } from './mutar.ts';
import type { Resultado } from './probar-lector.ts';

/** How long an answer may take on a busy machine; and a request, whatever is in it. */
const ESPERA_MS = 30_000;
const MAX_PETICION = 40_000;
const FOLIO = 'BI-2026-0000000001';
const SELECCION = '5f0a7c1e-6f0b-4a3e-9a52-3d1f6f1f2a10';

interface Options {
  portal: Portal;
  semilla: number;
  ms: number;
  tell(veces: number): void;
}

/**
 * Sends requests that are none to a portal that is running, as bytes over a socket: whole ones to every address and every
 * action, mutated. Bad is an answer of 500 or above, none at all, and a complaint in the portal's log.
 */
export async function pedirDeTodo({ portal, semilla, ms, tell }: Options): Promise<Resultado> {
  const bases = (await listPeticiones(portal)).map(toUnits);
  let veces = 0;
  const property = fc.asyncProperty(mutaciones(bases.length), async (mutacion) => {
    veces += 1;
    if (veces % 50 === 0) tell(veces);
    const statuses = statusesIn(await send(portal.port, make(bases, mutacion)));
    const bad = statuses.find((status) => status >= 500);
    if (bad) throw new Error(`contestó ${bad}`);
  });
  const numRuns = Number.MAX_SAFE_INTEGER;
  const { counterexample, errorInstance } = await fc.check(property, {
    seed: semilla,
    numRuns,
    interruptAfterTimeLimit: ms,
  });
  const nombre = 'peticiones al portal';
  if (counterexample)
    return { nombre, veces, falla: { motivo: String(errorInstance), entrada: make(bases, counterexample[0]) } };
  const quejas = [...complaintsIn(portal.output()), ...(await checkAlive(portal))];
  return { nombre, veces, falla: quejas[0] ? { motivo: quejas[0], entrada: Buffer.alloc(0) } : null };
}

function make(bases: readonly Uint16Array[], mutacion: Parameters<typeof mutar>[1]): Buffer {
  return Buffer.from(Uint8Array.from(mutar(bases, mutacion, MAX_PETICION)));
}

async function checkAlive({ url }: Portal): Promise<string[]> {
  const { status } = await createVisitante(url).ask('/api/salud/listo');
  return status === 200 ? [] : [`al final /api/salud/listo contesta ${status}`];
}

function statusesIn(answer: string): number[] {
  return [...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));
}

/** What comes until the other end closes: nothing more of ours comes after it, which is told at once. */
function send(port: number, bytes: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, allowHalfOpen: true });
    let answer = '';
    const late = setTimeout(() => {
      socket.destroy();
      reject(new Error(`no terminó de contestar en ${ESPERA_MS / 1000} s: ${answer.slice(0, 80)}`));
    }, ESPERA_MS);
    const settle = () => {
      clearTimeout(late);
      resolve(answer);
    };
    socket.setEncoding('latin1');
    socket.on('data', (chunk) => (answer += chunk));
    socket.on('end', () => socket.end());
    // Cut off by the portal while we still wrote: it has answered, or not taken it.
    socket.on('error', settle);
    socket.on('close', settle);
    socket.end(bytes);
  });
}

/** One of each that the portal knows, by nobody and by someone who has signed in. */
async function listPeticiones({ url, port }: Portal): Promise<string[]> {
  const visitante = createVisitante(url);
  await visitante.ingresar(await downloadEfirma(url, 'moral-con-ampersand'));
  const marca = /name="marca" value="([^"]+)"/.exec((await visitante.ask('/buzon')).texto)?.[1] ?? '';
  const cabeceras = [
    `Host: localhost:${port}`,
    `Origin: ${url}`,
    'Accept-Language: es-MX,es;q=0.9',
    'X-Forwarded-For: 203.0.113.7',
    'Connection: close',
  ];
  const write = (linea: string, propias: string[] = [], cuerpo = '') =>
    [
      `${linea} HTTP/1.1`,
      ...cabeceras,
      ...propias,
      ...(cuerpo ? [`Content-Length: ${cuerpo.length}`] : []),
      '',
      cuerpo,
    ].join('\r\n');
  const sesion = `Cookie: ${visitante.cookie()}`;
  const rutas = Object.keys(ROUTES).map(fill);
  const llamadas = await Promise.all(
    (await readAcciones()).map((accion) => writeAccion({ ...accion, ruta: fill(accion.ruta) }, marca)),
  );
  return [
    ...rutas.map((ruta) => write(`GET ${ruta}?folio=${FOLIO}&v=ABCD&desde=1`)),
    ...rutas.map((ruta) => write(`GET ${ruta}`, [sesion, 'RSC: 1', 'Next-Router-State-Tree: %5B%22%22%5D'])),
    ...llamadas.map(({ ruta, propias, cuerpo }) => write(`POST ${ruta}`, [sesion, ...propias], cuerpo)),
    write(
      'POST /api/auth/callback/efirma',
      ['Content-Type: application/x-www-form-urlencoded', sesion],
      'csrfToken=x&nonce=x&rfc=x&certificado=AAAA&firma=AAAA',
    ),
    write(
      'POST /api/twilio/estado',
      ['Content-Type: application/x-www-form-urlencoded', 'X-Twilio-Signature: x'],
      'MessageSid=SM1&MessageStatus=sent',
    ),
    write('POST /salir', [sesion], 'x=1'),
  ];
}

/** An address of a pattern. */
function fill(ruta: string): string {
  return ruta
    .replace('[folio]', FOLIO)
    .replace('[tipo]', 'registro')
    .replace('[token]', 'A'.repeat(54))
    .replace('[...nextauth]', 'csrf')
    .replace(/\[\w+\]/g, '1');
}

/** Fields that most forms have: what one does not ask for, it does not read. */
async function writeAccion({ nombre, id, ruta }: { nombre: string; id: string; ruta: string }, marca: string) {
  if (nombre.startsWith('issueIngreso')) {
    const propias = [`Next-Action: ${id}`, 'Content-Type: text/plain;charset=UTF-8'];
    return { ruta, propias, cuerpo: JSON.stringify(['XAXX010101000']) };
  }
  const campos = { marca, folio: FOLIO, token: 'A'.repeat(54), peticionId: SELECCION, seleccionId: SELECCION };
  const form = new Response(encodeForm({ ...campos, texto: 'x', valor: 'a@b.mx', codigo: '1' }, { vez: 0 }));
  const propias = [`Next-Action: ${id}`, `Content-Type: ${form.headers.get('content-type')}`];
  return { ruta, propias, cuerpo: await form.text() };
}
