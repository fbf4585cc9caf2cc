import { type APIRequestContext, expect } from '@playwright/test';
import { type AccionLlamada, callAction, readActionIds } from '../support/acciones.ts';
import { ingresar } from '../support/ingresar.ts';
import { filaDe, registrarMedio } from '../support/medios.ts';
import { test } from '../support/navegador.ts';
import { presentarAclaracion } from '../support/presentar.ts';

// A portal of its own: each action is really called.
test.use({ ajustes: { LOG_NIVEL: 'fatal' } });

interface Accion extends AccionLlamada {
  nadie: RegExp;
  otra: RegExp;
  titular: RegExp;
}

const TABLA = '/buzon/medios-de-contacto';
const A_INGRESAR = /\/ingresar/;
const FOLIO_DE_SOPORTE = '/soporte/folios/BI-2026.00000001-52';
const SIN_MENSAJE = { mensaje: null, vez: 0, campos: {} };
const INVENTADO = 'A'.repeat(54);
const ESCRITO = { vez: 0, escrito: { asunto: '', folioDelMedio: '', texto: '' }, error: null, conArchivo: false };
const SELECCION = '5f0a7c1e-6f0b-4a3e-9a52-3d1f6f1f2a10';

/** What is the staff's is nobody else's: to their sign-in. What each role gets is in soporte-folio.spec.ts. */
const DE_SOPORTE: Record<string, Accion> = {
  buscar: deSoporte('/soporte', { consulta: 'x' }),
  mostrarDatos: deSoporte(FOLIO_DE_SOPORTE, { folio: 'x', motivo: 'OTRO', detalle: 'x' }, SIN_MENSAJE),
  reenviarPorSoporte: deSoporte(FOLIO_DE_SOPORTE, { folio: 'x' }),
  agregarNota: deSoporte(FOLIO_DE_SOPORTE, { folio: 'x', texto: 'x' }, SIN_MENSAJE),
  tomarAclaracion: deSoporte('/soporte', { folio: 'x' }),
  responderAclaracion: deSoporte(
    '/soporte',
    { folio: 'x', peticionId: SELECCION, texto: 'x' },
    { vez: 0, texto: '', error: null },
  ),
  cerrarAclaracion: deSoporte('/soporte', { folio: 'x' }),
  darRol: deSoporte('/soporte', { rfc: 'x', nombre: 'x', rol: 'CONSULTA' }, { vez: 0, alta: {}, error: null }),
  cambiarRol: deSoporte('/soporte', { miembroId: SELECCION, rol: 'SUPERVISION' }),
  quitarRol: deSoporte('/soporte', { miembroId: SELECCION }),
};

function deSoporte(ruta: string, campos: Record<string, string>, estado?: unknown): Accion {
  return paraTodos(ruta, { estado, campos }, /\/soporte\/ingresar/);
}

/** Every server action with what each person gets when it is called about the titular's phone. */
const acciones = (folio: string, aclaracion: string): Record<string, Accion> => ({
  issueLoginChallenge: paraTodos('/ingresar', { valores: ['XAXX010101000'] }, /"nonce"/),
  validarCorreo: paraTodos(`/validar/correo/${INVENTADO}`, { campos: { token: INVENTADO } }, /\/validar\/correo\//),
  noEsMio: paraTodos(`/validar/correo/${INVENTADO}`, { campos: { token: INVENTADO } }, /\/validar\/correo\//),
  ...DE_SOPORTE,
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
  cerrarLasDemas: conSesion('/buzon/sesiones', { valores: [] }, /cerradas=1/),
});

function paraTodos(ruta: string, argumentos: Accion['argumentos'], answer: RegExp): Accion {
  return { ruta, argumentos, nadie: answer, otra: answer, titular: answer };
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
