import { readFile } from 'node:fs/promises';
import { type APIRequestContext, expect } from '@playwright/test';
import { ingresar } from '../support/ingresar.ts';
import { filaDe, registrarMedio } from '../support/medios.ts';
import { test } from '../support/navegador.ts';
import { presentarAclaracion } from '../support/presentar.ts';

// A portal of its own: each action is really called.
test.use({ ajustes: { LOG_NIVEL: 'fatal' } });

type Campos = Record<string, string>;

interface Accion {
  ruta: string;
  /** Arguments: plain ones, or the fields of a form after a state. */
  argumentos: { valores: unknown[] } | { estado?: unknown; campos: Campos };
  nadie: RegExp;
  otra: RegExp;
  titular: RegExp;
}

const TABLA = '/buzon/medios-de-contacto';
const A_INGRESAR = /\/ingresar/;
const INVENTADO = 'A'.repeat(54);
const ESCRITO = { vez: 0, escrito: { asunto: '', folioDelMedio: '', texto: '' }, error: null, conArchivo: false };
const SELECCION = '5f0a7c1e-6f0b-4a3e-9a52-3d1f6f1f2a10';

/** Every server action with what each person gets when it is called about the titular's phone. */
const acciones = (folio: string, aclaracion: string): Record<string, Accion> => ({
  issueLoginChallenge: paraTodos('/ingresar', { valores: ['XAXX010101000'] }, /"nonce"/),
  validarCorreo: paraTodos(`/validar/correo/${INVENTADO}`, { campos: { token: INVENTADO } }, /\/validar\/correo\//),
  noEsMio: paraTodos(`/validar/correo/${INVENTADO}`, { campos: { token: INVENTADO } }, /\/validar\/correo\//),
  issueChallengeDeSoporte: paraTodos('/soporte/ingresar', { valores: [] }, /"nonce"/),
  seguirEnSoporte: paraTodos('/soporte', { valores: [] }, /:false/),
  seguirEnLaSesion: { ruta: '/buzon', argumentos: { valores: [] }, nadie: /:false/, otra: /:true/, titular: /:true/ },
  prepararSolicitud: conSesion('/buzon/activacion', { valores: [] }, /FALTAN_MEDIOS/, /SESION_TERMINADA/),
  firmarSolicitud: conSesion(
    '/buzon/activacion',
    { valores: [{ nonce: 'A'.repeat(43), certificado: 'AAAA', firma: 'AAAA' }] },
    /CHALLENGE_VENCIDO/,
    /SESION_TERMINADA/,
  ),
  guardarMedio: conSesion(
    `${TABLA}/nuevo`,
    {
      estado: { paso: 'captura', mecanismo: '', valor: '', error: null },
      campos: { paso: 'guardar', mecanismo: 'CORREO_ELECTRONICO', valor: 'accion@correo.example' },
    },
    /"confirmar"/,
  ),
  guardarParaRegistros: conSesion(
    `${TABLA}/nuevo/registros-patronales`,
    {
      estado: null,
      campos: { paso: 'guardar', mecanismo: 'TELEFONO', valor: '5598760002', seleccionId: SELECCION, visibles: '' },
    },
    /Elige los registros patronales/,
  ),
  agregarNuevos: conSesion(`${TABLA}/nuevo/registros-patronales`, { campos: { folio } }, /registros-patronales/),
  quitarRegistro: conSesion(
    `${TABLA}/${folio}/registros-patronales`,
    { campos: { folio, numero: 'Y6000001101' } },
    /BAJA_NO_PROCEDE/,
  ),
  validarCelular: {
    ruta: TABLA,
    argumentos: { estado: { mensaje: null, vez: 0 }, campos: { folio, codigo: 'no es', regresarA: TABLA } },
    nadie: A_INGRESAR,
    otra: /Escribe los cinco dígitos/,
    titular: /Escribe los cinco dígitos/,
  },
  reenviarMensaje: {
    ruta: TABLA,
    argumentos: { campos: { folio } },
    nadie: A_INGRESAR,
    otra: /REENVIO_NO_PROCEDE/,
    titular: /REENVIO_ESPERA/,
  },
  eliminarMedio: {
    ruta: TABLA,
    argumentos: { campos: { folio } },
    nadie: A_INGRESAR,
    otra: /BAJA_NO_PROCEDE/,
    titular: /eliminado=/,
  },
  presentarAclaracion: conSesion(
    '/buzon/aclaraciones/nueva',
    { estado: ESCRITO, campos: { peticionId: SELECCION, asunto: 'OTRO', folioDelMedio: '', texto: 'Una duda' } },
    /presentada=si/,
  ),
  replicarAclaracion: {
    ruta: `/buzon/aclaraciones/${aclaracion}`,
    argumentos: { estado: ESCRITO, campos: { peticionId: SELECCION, folio: aclaracion, texto: 'Otra duda' } },
    nadie: A_INGRESAR,
    otra: /Esa aclaración no existe o no es de tu RFC/,
    titular: /enviado=si/,
  },
  ...deSoporte('/soporte/equipo', {
    darRol: {
      estado: { vez: 0, alta: {}, error: null },
      campos: { rfc: 'LOVC900412QX8', nombre: 'A', rol: 'CONSULTA' },
    },
    cambiarRol: { campos: { miembroId: SELECCION, rol: 'SUPERVISION' } },
    quitarRol: { campos: { miembroId: SELECCION } },
  }),
  ...deSoporte(`/soporte/aclaraciones/${aclaracion}`, {
    tomarAclaracion: { campos: { folio: aclaracion } },
    responderAclaracion: {
      estado: { vez: 0, texto: '', error: null },
      campos: { folio: aclaracion, peticionId: SELECCION, texto: 'Una respuesta' },
    },
    cerrarAclaracion: { campos: { folio: aclaracion } },
  }),
  cerrarLasDemas: conSesion('/buzon/sesiones', { valores: [] }, /cerradas=1/),
});

function paraTodos(ruta: string, argumentos: Accion['argumentos'], answer: RegExp): Accion {
  return { ruta, argumentos, nadie: answer, otra: answer, titular: answer };
}

/** Actions of the staff: nobody else reaches them, a titular neither. */
function deSoporte(ruta: string, acciones: Record<string, Accion['argumentos']>): Record<string, Accion> {
  const entries = Object.entries(acciones);
  return Object.fromEntries(entries.map(([name, args]) => [name, paraTodos(ruta, args, /\/soporte\/ingresar/)]));
}

function conSesion(ruta: string, argumentos: Accion['argumentos'], answer: RegExp, nadie = A_INGRESAR): Accion {
  return { ruta, argumentos, nadie, otra: answer, titular: answer };
}

test('cada acción del servidor da a cada quien lo suyo', async ({ page, portal, efirma, otroNavegador }) => {
  await ingresar(page, await efirma('fisica-un-registro'));
  const folio = await registrarMedio(page, 'Teléfono', '5598760001');
  const aclaracion = await presentarAclaracion(page, 'Una duda');
  const otra = await (await otroNavegador()).newPage();
  await ingresar(otra, await efirma('moral-cinco-mil-registros'));
  const nadie = await otroNavegador();

  const ids = await readActionIds();
  const tabla = acciones(folio, aclaracion);
  expect(Object.keys(tabla).sort(), 'las acciones que existen').toEqual([...ids.keys()].sort());
  for (const [nombre, accion] of Object.entries(tabla)) {
    const call = (request: APIRequestContext) => callAction(request, portal.url, ids.get(nombre) ?? '', accion);
    expect(await call(nadie.request), `nadie: ${nombre}`).toMatch(accion.nadie);
    expect(await call(otra.request), `otra persona: ${nombre}`).toMatch(accion.otra);
    expect(await call(page.request), `titular: ${nombre}`).toMatch(accion.titular);
  }
  await page.goto(TABLA);
  await expect(filaDe(page, folio)).toContainText('Baja');
});

/** Actions that are written inside their component have no exported name. */
const SIN_NOMBRE: Record<string, string> = {
  'src/app/_server/marco-del-buzon.tsx': 'seguirEnLaSesion',
  'src/app/_server/marco-de-soporte.tsx': 'seguirEnSoporte',
};

/** The actions of this build by name. */
async function readActionIds(): Promise<Map<string, string>> {
  const manifest = JSON.parse(await readFile('.next/server/server-reference-manifest.json', 'utf8')) as {
    node: Record<string, { exportedName: string; filename: string }>;
  };
  return new Map(
    Object.entries(manifest.node).map(([id, { exportedName, filename }]) => [
      exportedName.startsWith('$$RSC_SERVER_ACTION') ? (SIN_NOMBRE[filename] ?? filename) : exportedName,
      id,
    ]),
  );
}

/** Calls an action as a browser does; gives where it sends one, and what it says. */
async function callAction(request: APIRequestContext, url: string, id: string, accion: Accion): Promise<string> {
  const { ruta, argumentos } = accion;
  const response = await request.post(ruta, {
    headers: { 'next-action': id, accept: 'text/x-component', origin: url },
    maxRedirects: 0,
    ...('valores' in argumentos
      ? { data: JSON.stringify(argumentos.valores), headers: plainHeaders(id, url) }
      : { multipart: encodeForm(argumentos.campos, argumentos.estado) }),
  });
  return `${response.headers()['x-action-redirect'] ?? ''} ${await response.text()}`;
}

function plainHeaders(id: string, origin: string) {
  return { 'next-action': id, accept: 'text/x-component', origin, 'content-type': 'text/plain;charset=UTF-8' };
}

/** React's own way of sending a form as an argument, alone or after a state: its fields first, the arguments last. */
function encodeForm(campos: Campos, estado: unknown): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(campos)) form.append(`_1_${name}`, value);
  form.append('0', JSON.stringify(estado === undefined ? ['$K1'] : [estado, '$K1']));
  return form;
}
