import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EfirmaEmitida } from '#demo/autoridad/issue-efirma.ts';
import { buildLoginText } from '#domain/efirma/login-text.ts';
import { firmar } from '../../support/firmar.ts';
import type { Entrega } from '../dobles/entrega.ts';
import type { Aceptado } from './medida.ts';
import type { Navegador, Respuesta } from './navegador.ts';

/** Someone with an e.firma who does the trámite, and presses again what was not answered. */
export interface Persona {
  rfc: string;
  efirma: EfirmaEmitida;
  navegador: Navegador;
  /** Of the actions of this build, by name. */
  acciones: ReadonlyMap<string, string>;
  isOver(): boolean;
}

export type Medio = Pick<Aceptado, 'mecanismo' | 'valor'>;

const NUEVO = '/buzon/medios-de-contacto/nuevo';
/** What passes before somebody presses again: longer each time, and in ten minutes never as often as an address may sign in. */
const OTRA_VEZ = { ms: 600, veces: 1.5, maximoMs: 5_000 };
const redirige = (a: RegExp) => (respuesta: Respuesta) => a.test(String(respuesta.headers['x-action-redirect'] ?? ''));

/** Signs in, however often it takes. @returns whether there is a session. */
export function ingresar(persona: Persona): Promise<boolean> {
  return repeat(persona, async () => (await tryIngreso(persona)) || null).then((done) => done === true);
}

async function tryIngreso({ rfc, efirma, navegador, acciones }: Persona): Promise<boolean> {
  // Only its end tells that whoever tries can sign in again.
  const question = await navegador.ask({
    clase: 'pagina',
    ruta: '/ingresar',
    metodo: 'POST',
    headers: {
      'next-action': idOf(acciones, 'issueIngresoChallengeAction'),
      'content-type': 'text/plain;charset=UTF-8',
    },
    cuerpo: JSON.stringify([rfc]),
    isBuena: ({ texto }) => texto.includes('"nonce"'),
  });
  const asked = /\{"nonce":"([^"]+)","exp":(\d+),"host":"([^"]+)"\}/.exec(question?.texto ?? '');
  const csrf = asked && (await navegador.ask({ clase: 'pagina', ruta: '/api/auth/csrf' }));
  if (!asked || !csrf) return false;
  const [, nonce = '', exp, host = ''] = asked;
  const firma = firmar(efirma, buildLoginText({ host, nonce, exp: Number(exp), rfc }));
  const credenciales = { nonce, rfc, certificado: toBase64(efirma.cer), firma: toBase64(firma) };
  const answer = await navegador.ask({
    clase: 'ingreso',
    ruta: '/api/auth/callback/efirma',
    metodo: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    cuerpo: new URLSearchParams({
      csrfToken: JSON.parse(csrf.texto).csrfToken,
      json: 'true',
      callbackUrl: '/buzon',
      ...credenciales,
    }).toString(),
    isBuena: ({ status, texto }) => status === 200 && !/[?&](error|csrf)=/.test(texto),
  });
  return answer !== null;
}

/** The mark of whose page it is, which every form carries. */
export async function readMarca(persona: Persona): Promise<string | null> {
  return repeat(persona, async () => {
    const isBuena = ({ texto }: Respuesta) => texto.includes('name="marca"');
    const page = await persona.navegador.ask({ clase: 'pagina', ruta: NUEVO, isBuena });
    if (!page) await tryIngreso(persona);
    return page && (/name="marca" value="([^"]+)"/.exec(page.texto)?.[1] ?? null);
  });
}

/** Presses «Aceptar» until it is answered, always for the same petition. Null when time ended first. */
export async function registrar(persona: Persona, marca: string, medio: Medio): Promise<Aceptado | null> {
  const [desde, peticionId] = [Date.now(), randomUUID()];
  const aceptado = await repeat(persona, () => pressRegistro(persona, marca, medio, peticionId));
  return aceptado && { ...aceptado, desde };
}

/** The same once. */
export async function pressRegistro(
  persona: Persona,
  marca: string,
  medio: Medio,
  peticionId: string = randomUUID(),
): Promise<Aceptado | null> {
  const desde = Date.now();
  const answer = await persona.navegador.submit({
    clase: 'registro',
    ruta: NUEVO,
    id: idOf(persona.acciones, 'registerMediosDeContactoAction'),
    estado: { paso: 'captura', escrito: {}, error: null },
    campos: { paso: 'aceptar', peticionId, marca, ...medio },
    isBuena: redirige(/folio=BI-/),
  });
  const folio = /folio=([^&;]+)/.exec(String(answer?.headers['x-action-redirect'] ?? ''))?.[1];
  return folio ? { desde, en: Date.now(), folio, ...medio } : null;
}

/** Proves a medio by what arrived for it: the link of an e-mail, or the code of an SMS. */
export async function validar(persona: Persona, marca: string, { folio, mecanismo }: Aceptado, { texto }: Entrega) {
  const { navegador, acciones } = persona;
  const [, token = ''] = /\/validar\/correo\/([\w-]+)/.exec(texto) ?? [];
  const [, codigo = ''] = /Codigo: (\d{5})/.exec(texto) ?? [];
  return repeat(persona, () =>
    mecanismo === 'CORREO_ELECTRONICO'
      ? navegador.submit({
          clase: 'validacion',
          ruta: `/validar/correo/${token}`,
          id: idOf(acciones, 'validateCorreoAction'),
          campos: { token },
          isBuena: redirige(/\/validar\/correo\//),
        })
      : navegador.submit({
          clase: 'validacion',
          ruta: NUEVO,
          id: idOf(acciones, 'validateCelularAction'),
          estado: { mensaje: null, vez: 0 },
          campos: { folio, codigo, marca, regresarA: NUEVO },
          isBuena: redirige(/validado=/),
        }),
  );
}

async function repeat<T>({ isOver }: Persona, act: () => Promise<T | null>): Promise<T | null> {
  for (let { ms } = OTRA_VEZ; !isOver(); ms = Math.min(OTRA_VEZ.veces * ms, OTRA_VEZ.maximoMs)) {
    const done = await act();
    if (done !== null) return done;
    await sleep(ms);
  }
  return null;
}

function idOf(acciones: ReadonlyMap<string, string>, name: string): string {
  const id = acciones.get(name);
  if (!id) throw new Error(`this build has no ${name}`);
  return id;
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
