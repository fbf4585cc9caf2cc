import { type APIRequestContext, expect } from '@playwright/test';
import { type AccionLlamada, callAction, conMarca, MARCA, readActionIds, readMarca } from '../support/acciones.ts';
import { ingresar, ingresarComoSoporte } from '../support/ingresar.ts';
import { filaDe, registrarMedio } from '../support/medios.ts';
import { renewPortal, test } from '../support/navegador.ts';
import { presentarAclaracion } from '../support/presentar.ts';

// Data of its own: each action is really called.
renewPortal();

interface Accion extends AccionLlamada {
  nadie: RegExp;
  otra: RegExp;
  titular: RegExp;
}

const TABLA = '/buzon/medios-de-contacto';
const BAJA = `${TABLA}/x/eliminar`;
const A_INGRESAR = /\/ingresar/;
const SIN_MENSAJE = { mensaje: null, vez: 0, campos: {} };
const INVENTADO = 'A'.repeat(54);
const ESCRITO = { vez: 0, campos: { asunto: '', folioDelMedio: '', texto: '' }, error: null, conArchivo: false };
const [NOMBRAR, PEDIR] = ['/buzon/representantes', '/clientes/pedir'];
const PROPUESTA = { vez: 0, campos: { rfc: '', poderes: [], registros: '', hasta: '' }, error: null };
const PEDIDOS = { vez: 0, campos: { rfc: '' }, error: null, pedidos: [] };
const SELECCION = '5f0a7c1e-6f0b-4a3e-9a52-3d1f6f1f2a10';
const DE_MIEMBRO = { miembroId: SELECCION, rol: 'SUPERVISION' };
const FIRMA = { nonce: 'A'.repeat(43), certificado: 'AAAA', firma: 'AAAA' };

/** What is the staff's is nobody else's: to their sign-in. What each role gets is in soporte-folio.spec.ts. */
const DE_SOPORTE: Record<string, Accion> = {
  storeBusquedaAction: deSoporte('/soporte', { consulta: 'x' }),
  showDatosAction: deSoporte('/soporte/folios/x', { folio: 'x', motivo: 'OTRO', detalle: 'x' }, SIN_MENSAJE),
  resendMensajePorSoporteAction: deSoporte('/soporte/folios/x', { folio: 'x' }),
  addNotaAction: deSoporte('/soporte/folios/x', { folio: 'x', texto: 'x' }, SIN_MENSAJE),
  takeAclaracionAction: deSoporte('/soporte/aclaraciones/x', { folio: 'x' }),
  answerAclaracionAction: deSoporte(
    '/soporte/aclaraciones/x',
    { folio: 'x', peticionId: SELECCION, texto: 'x' },
    { vez: 0, texto: '', error: null },
  ),
  closeAclaracionAction: deSoporte('/soporte/aclaraciones/x', { folio: 'x' }),
  checkActoDeRolAction: deSoporte('/soporte/equipo', { rfc: 'x', nombre: 'x', rol: 'CONSULTA' }, SIN_MENSAJE),
  prepareRolAction: paraTodos('/soporte/equipo', { valores: [MARCA, DE_MIEMBRO] }, /\/soporte\/ingresar/),
  signRolAction: paraTodos('/soporte/equipo', { valores: [MARCA, DE_MIEMBRO, FIRMA] }, /\/soporte\/ingresar/),
  closeOtherSesionesDeSoporteAction: deSoporte('/soporte/sesiones', {}),
  closeSesionesDeAction: deSoporte('/soporte/equipo', { persona: SELECCION, motivo: 'LO_PIDE' }),
};

function deSoporte(ruta: string, campos: Record<string, string>, estado?: unknown): Accion {
  return paraTodos(ruta, { estado, campos }, /\/soporte\/ingresar/);
}

const deEnlace = () =>
  paraTodos(`/validar/correo/${INVENTADO}`, { campos: { token: INVENTADO } }, /\/validar\/correo\//);

/** Every server action with what each person gets when it is called about the titular's phone. */
const acciones = (folio: string, aclaracion: string): Record<string, Accion> => ({
  issueIngresoChallengeAction: paraTodos('/ingresar', { valores: ['XAXX010101000'] }, /"nonce"/),
  validateCorreoAction: deEnlace(),
  validateMedioAntiguoAction: paraTodos(`/confirmar/${INVENTADO}`, { campos: { token: INVENTADO } }, /\/confirmar\//),
  disownCorreoAction: deEnlace(),
  reopenCorreoAction: deEnlace(),
  moveRelojAction: paraTodos('/demo', { campos: { horas: '0' } }, /e\.firmas de demostración/),
  setAveriaDeDemoAction: paraTodos('/demo', { campos: { averia: 'sms', rota: 'no' } }, /e\.firmas de demostración/),
  ...DE_SOPORTE,
  issueIngresoChallengeDeSoporteAction: paraTodos('/soporte/ingresar', { valores: [] }, /"nonce"/),
  keepSesionDeSoporteAction: paraTodos('/soporte', { valores: [MARCA] }, /:false/),
  keepSesionAction: {
    ruta: '/buzon',
    argumentos: { valores: [MARCA] },
    nadie: /:false/,
    otra: /:true/,
    titular: /:true/,
  },
  prepareSolicitudAction: conSesion('/buzon/activacion', { valores: [MARCA] }, /FALTAN_MEDIOS/, /SESION_TERMINADA/),
  signSolicitudAction: conSesion(
    '/buzon/activacion',
    { valores: [MARCA, FIRMA] },
    /CHALLENGE_VENCIDO/,
    /SESION_TERMINADA/,
  ),
  registerMediosDeContactoAction: conSesion(
    `${TABLA}/nuevo`,
    {
      estado: { paso: 'captura', escrito: {}, error: null },
      campos: { paso: 'guardar', mecanismo: 'CORREO_ELECTRONICO', valor: 'accion@correo.example' },
    },
    /"confirmar"/,
  ),
  registerMedioDeRegistrosAction: conSesion(
    `${TABLA}/nuevo/registros-patronales`,
    {
      estado: { lista: { seleccionId: SELECCION, recorrido: [], filas: [], vez: 0 } },
      campos: { paso: 'guardar', mecanismo: 'TELEFONO', valor: '5598760002', seleccionId: SELECCION, visibles: '' },
    },
    /Elige los registros patronales/,
  ),
  selectRegistrosNuevosAction: conSesion(
    `${TABLA}/nuevo/registros-patronales`,
    { campos: { folio } },
    /registros-patronales/,
  ),
  removeRegistrosDeMedioAction: conSesion(
    `${TABLA}/${folio}/registros-patronales`,
    { campos: { folio, numero: 'Y6000001101' } },
    /BAJA_NO_PROCEDE/,
  ),
  validateCelularAction: {
    ruta: TABLA,
    argumentos: { estado: { mensaje: null, vez: 0 }, campos: { folio, codigo: 'no es', regresarA: TABLA } },
    nadie: A_INGRESAR,
    otra: /Escribe los cinco dígitos/,
    titular: /Escribe los cinco dígitos/,
  },
  resendMensajeAction: {
    ruta: TABLA,
    argumentos: { campos: { folio } },
    nadie: A_INGRESAR,
    otra: /REENVIO_NO_PROCEDE/,
    titular: /REENVIO_ESPERA/,
  },
  labelMedioAction: {
    ruta: TABLA,
    argumentos: { estado: { vez: 0, campos: { etiqueta: '' }, error: null }, campos: { folio, etiqueta: 'Contador' } },
    nadie: A_INGRESAR,
    otra: /ya no está en uso/,
    titular: /etiquetado=/,
  },
  removeMedioDeContactoAction: {
    ruta: TABLA,
    argumentos: { campos: { folio } },
    nadie: A_INGRESAR,
    otra: /BAJA_NO_PROCEDE/,
    titular: /eliminado=/,
  },
  prepareBajaAction: conSesion(BAJA, { valores: [MARCA, folio] }, /BAJA_NO_PROCEDE/, /SESION_TERMINADA/),
  signBajaAction: conSesion(BAJA, { valores: [MARCA, folio, FIRMA] }, /BAJA_NO_PROCEDE/, /SESION_TERMINADA/),
  fileAclaracionAction: conSesion(
    '/buzon/aclaraciones/nueva',
    { estado: ESCRITO, campos: { peticionId: SELECCION, asunto: 'OTRO', folioDelMedio: '', texto: 'Una duda' } },
    /presentada=si/,
  ),
  replyAclaracionAction: {
    ruta: `/buzon/aclaraciones/${aclaracion}`,
    argumentos: { estado: ESCRITO, campos: { peticionId: SELECCION, folio: aclaracion, texto: 'Otra duda' } },
    nadie: A_INGRESAR,
    otra: /Esa aclaración no existe o no es de tu RFC/,
    titular: /enviado=si/,
  },
  proposeRepresentacionAction: conSesion(NOMBRAR, { estado: PROPUESTA, campos: { rfc: 'x' } }, /Revisa el RFC/),
  endRepresentacionAction: conSesion('/buzon/representantes', { campos: { folio: 'x' } }, /\/buzon\/representantes\/x/),
  closePeticionAction: conSesion('/buzon/representantes', { campos: { peticion: SELECCION } }, /rechazada=si/),
  requestRepresentacionesAction: conSesion(PEDIR, { estado: PEDIDOS, campos: {} }, /Escribe el|persona física/),
  endAllRepresentacionesAction: conSesion('/buzon/representantes', { campos: {} }, /terminadas=si/),
  prepareFirmaAction: conSesion('/clientes', { valores: [MARCA, 'x'] }, /DESIGNACION_CERRADA/, /SESION_TERMINADA/),
  signRepresentacionAction: conSesion(
    '/clientes',
    { valores: [MARCA, FIRMA] },
    /CHALLENGE_VENCIDO/,
    /SESION_TERMINADA/,
  ),
  closeOtherSesionesAction: conSesion('/buzon/sesiones', { campos: {} }, /cerradas=1/),
  markEvidenciaAction: conSesion('/buzon/acuses', { campos: { folio: 'x', abierta: 'si' } }, /\/buzon\/acuses/),
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

  const marcas = { titular: await readMarca(page.request, TABLA), otra: await readMarca(otra.request, TABLA) };

  const ids = await readActionIds();
  const tabla = acciones(folio, aclaracion);
  expect(Object.keys(tabla).sort(), 'las acciones que existen').toEqual([...ids.keys()].sort());
  for (const [nombre, accion] of Object.entries(tabla)) {
    const call = (request: APIRequestContext, marca: string) =>
      callAction(request, portal.url, ids.get(nombre) ?? '', conMarca(accion, marca));
    expect(await call(nadie.request, marcas.titular), `nadie: ${nombre}`).toMatch(accion.nadie);
    expect(await call(otra.request, marcas.otra), `otra persona: ${nombre}`).toMatch(accion.otra);
    expect(await call(page.request, marcas.titular), `titular: ${nombre}`).toMatch(accion.titular);
  }
  await page.goto(TABLA);
  await expect(filaDe(page, folio)).toContainText('Baja');
});

test('cada acción de la página de una persona no hace nada con la sesión de otra, y dice de quién es', async ({
  page,
  portal,
  efirma,
  otroNavegador,
}) => {
  test.setTimeout(180_000);
  const suya = await efirma('fisica-con-enie');
  await ingresar(page, suya);
  const folio = await registrarMedio(page, 'Teléfono', '5598760003');
  const aclaracion = await presentarAclaracion(page, 'Otra duda');
  const quienes = [
    { efirma: await efirma('moral-con-ampersand'), enter: ingresar, pagina: '/buzon' },
    { efirma: await efirma('soporte-supervision'), enter: ingresarComoSoporte, pagina: '/soporte' },
    { efirma: await efirma('soporte-atencion'), enter: ingresarComoSoporte, pagina: '/soporte' },
  ];
  const marcas = ['', await readMarca(page.request, TABLA)];
  const abiertas: { request: APIRequestContext; pagina: string; nombre: string; marca: string }[] = [];
  for (const { efirma: cual, enter, pagina } of quienes) {
    const otra = await (await otroNavegador()).newPage();
    await enter(otra, cual);
    const marca = await readMarca(otra.request, pagina);
    marcas.push(marca);
    abiertas.push({ request: otra.request, pagina, nombre: cual.nombre, marca });
  }

  const ids = await readActionIds();
  const deSesion = Object.entries(acciones(folio, aclaracion)).filter(([nombre]) => !ABIERTAS.test(nombre));
  expect(deSesion.length).toBeGreaterThan(20);
  for (const { request, pagina, nombre: titularDeAhora, marca: propia } of abiertas) {
    for (const ajena of marcas.filter((marca) => marca !== propia)) {
      for (const [nombre, accion] of deSesion) {
        const answer = await callAction(request, portal.url, ids.get(nombre) ?? '', conMarca(accion, ajena));
        const said = answer.includes(`${pagina}?sesion=otra`) || answer.includes(titularDeAhora);
        expect(said, `${nombre} con la sesión de ${titularDeAhora}: ${answer.slice(0, 300)}`).toBe(true);
      }
    }
    const dicho = await (await request.get(`${pagina}?sesion=otra`)).text();
    expect(dicho.includes(`es ahora la de ${titularDeAhora.replaceAll('&', '&amp;')}`), `${pagina} lo dice`).toBe(true);
  }
  await page.goto(TABLA);
  await expect(filaDe(page, folio)).toContainText('En proceso');
  const [otra] = abiertas;
  const tablaDeOtra = await (await otra?.request.get(TABLA))?.text();
  expect(tablaDeOtra).not.toContain('accion@correo.example');
  expect(tablaDeOtra).not.toContain('5598760002');
});

/** Those that no session of anybody's is needed for. */
const ABIERTAS =
  /^(issueIngresoChallenge(DeSoporte)?|validateCorreo|validateMedioAntiguo|disownCorreo|reopenCorreo|moveReloj|setAveriaDeDemo)Action$/;
