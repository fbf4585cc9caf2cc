import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { ROUTES } from '../architecture/routes.ts';
import { makePdf } from '../support/archivos.ts';
import { waitForEnlace } from '../support/bandeja.ts';
import { makeArchivo } from '../support/efirma-de-demo.ts';
import { ingresar } from '../support/ingresar.ts';
import { filaDe, registrarMedio, registrarMedioDeRegistros } from '../support/medios.ts';
import { renewPortal, test } from '../support/navegador.ts';
import { presentarAclaracion } from '../support/presentar.ts';
import { captureAction, replay } from '../support/repetir-accion.ts';

// Data of its own: what it registers counts towards the limits of others' titulares.
renewPortal();
test.use({ quejasEsperadas: [/Failed to fetch|ERR_FAILED|fetch failed|Error/i] });

type Quien = 'nadie' | 'otra persona' | 'titular';

/** What an address gives: a status, or the way to sign in. */
type Respuesta = number | 'a ingresar';

interface Caso {
  /** An address of the route that is about the titular's own things. */
  ruta: string;
  nadie: Respuesta;
  otra: Respuesta;
  titular: Respuesta;
}

const CORREO = 'titular@autorizacion.example';

const A_INGRESAR = 'a ingresar';
const SELECCION = '11111111-1111-4111-8111-111111111111';
const SIN_CUPO = '/buzon/medios-de-contacto/nuevo/registros-patronales/sin-cupo.csv';

const paraTodos = (ruta: string, da: Respuesta = 200): Caso => ({ ruta, nadie: da, otra: da, titular: da });
const suya = (ruta: string): Caso => ({ ruta, nadie: 'a ingresar', otra: 404, titular: 200 });
const deNadie = (ruta: string): Caso => ({ ruta, nadie: 'a ingresar', otra: 404, titular: 404 });
const conSesion = (ruta: string): Caso => ({ ruta, nadie: 'a ingresar', otra: 200, titular: 200 });

/** Every route of the portal with what each person gets. */
const TABLA = ({
  folio,
  deRegistros,
  aclaracion,
  token,
}: Record<'folio' | 'deRegistros' | 'aclaracion' | 'token', string>): Record<keyof typeof ROUTES, Caso> => ({
  '/': paraTodos('/'),
  '/accesibilidad': paraTodos('/accesibilidad'),
  '/api/auth/[...nextauth]': paraTodos('/api/auth/csrf'),
  '/api/metricas': paraTodos('/api/metricas'),
  '/api/salud/listo': paraTodos('/api/salud/listo'),
  '/api/salud/vivo': paraTodos('/api/salud/vivo'),
  '/api/twilio/estado': paraTodos('/api/twilio/estado', 405),
  '/aviso-de-privacidad': paraTodos('/aviso-de-privacidad'),
  '/ayuda': paraTodos('/ayuda'),
  '/buzon': conSesion('/buzon'),
  '/buzon/aclaraciones': conSesion('/buzon/aclaraciones'),
  '/buzon/aclaraciones/[folio]': suya(`/buzon/aclaraciones/${aclaracion}?presentada=si`),
  '/buzon/aclaraciones/[folio]/adjuntos/[numero]': suya(`/buzon/aclaraciones/${aclaracion}/adjuntos/1`),
  '/buzon/aclaraciones/nueva': conSesion(`/buzon/aclaraciones/nueva?medio=${folio}`),
  '/buzon/activacion': conSesion('/buzon/activacion?paso=firmar'),
  '/buzon/acuses': conSesion('/buzon/acuses'),
  '/buzon/acuses/[folio]/[tipo]': suya(`/buzon/acuses/${folio}/registro`),
  '/buzon/comunicados': conSesion('/buzon/comunicados'),
  // With its message: comunicados.spec.ts.
  '/buzon/comunicados/[aviso]/constancia.zip': deNadie(`/buzon/comunicados/${SELECCION}/constancia.zip`),
  '/buzon/medios-de-contacto': conSesion(`/buzon/medios-de-contacto?validar=${folio}&eliminar=${folio}`),
  // The last of an active Buzón: ultimo-medio.spec.ts.
  '/buzon/medios-de-contacto/[folio]/eliminar': deNadie(`/buzon/medios-de-contacto/${folio}/eliminar`),
  '/buzon/medios-de-contacto/nuevo': conSesion(`/buzon/medios-de-contacto/nuevo?folio=${folio}&validado=${folio}`),
  '/buzon/medios-de-contacto/[folio]/registros-patronales': {
    ruta: `/buzon/medios-de-contacto/${deRegistros}/registros-patronales`,
    nadie: 'a ingresar',
    otra: 404,
    titular: 200,
  },
  '/buzon/medios-de-contacto/nuevo/registros-patronales': conSesion(
    `/buzon/medios-de-contacto/nuevo/registros-patronales?folio=${deRegistros}&validado=${folio}&como=${deRegistros}&seleccion=${SELECCION}`,
  ),
  '/buzon/medios-de-contacto/nuevo/registros-patronales/sin-cupo.csv': paraTodos(SIN_CUPO, 405),
  '/buzon/medios-de-contacto/por-validar': { ...conSesion('/buzon/medios-de-contacto/por-validar'), nadie: 204 },
  '/buzon/mis-datos.zip': conSesion('/buzon/mis-datos.zip'),
  '/buzon/promociones-electronicas': conSesion('/buzon/promociones-electronicas'),
  '/buzon/representantes': conSesion('/buzon/representantes?nombrar=si'),
  '/buzon/representantes/[folio]': deNadie('/buzon/representantes/BI-2026.00000000-00'),
  '/buzon/sesiones': conSesion('/buzon/sesiones'),
  '/clientes': conSesion('/clientes?buscar=x'),
  '/clientes/pedir': conSesion('/clientes/pedir'),
  '/clientes/clientes.csv': conSesion('/clientes/clientes.csv?buscar=x'),
  '/demo': paraTodos('/demo'),
  '/demo/bandeja': paraTodos('/demo/bandeja'),
  '/demo/bandeja.json': paraTodos('/demo/bandeja.json'),
  '/demo/bandeja/[id]': paraTodos('/demo/bandeja/no-existe', 404),
  '/demo/efirmas.json': paraTodos('/demo/efirmas.json'),
  '/demo/efirmas/[archivo]': paraTodos('/demo/efirmas/moral-con-ampersand.zip'),
  '/demo/ingresar/[slug]': paraTodos('/demo/ingresar/moral-con-ampersand'),
  '/ingresar': paraTodos('/ingresar'),
  '/registro': paraTodos('/registro'),
  '/registro/[prueba]': paraTodos('/registro/llaves'),
  '/salir': paraTodos('/salir', 405),
  '/soporte': paraTodos('/soporte', A_INGRESAR),
  '/soporte/aclaraciones': paraTodos('/soporte/aclaraciones', A_INGRESAR),
  '/soporte/aclaraciones/[folio]': paraTodos(`/soporte/aclaraciones/${aclaracion}`, A_INGRESAR),
  '/soporte/aclaraciones/[folio]/adjuntos/[numero]': paraTodos(
    `/soporte/aclaraciones/${aclaracion}/adjuntos/1`,
    A_INGRESAR,
  ),
  '/soporte/folios/[folio]': paraTodos(`/soporte/folios/${folio}`, A_INGRESAR),
  '/soporte/folios/[folio]/folio.csv': paraTodos(`/soporte/folios/${folio}/folio.csv`, A_INGRESAR),
  '/soporte/folios/[folio]/folio.pdf': paraTodos(`/soporte/folios/${folio}/folio.pdf`, A_INGRESAR),
  '/soporte/folios/[folio]/registros-patronales': paraTodos(
    `/soporte/folios/${deRegistros}/registros-patronales`,
    A_INGRESAR,
  ),
  '/soporte/consultas': paraTodos('/soporte/consultas', A_INGRESAR),
  '/soporte/equipo': paraTodos('/soporte/equipo', A_INGRESAR),
  '/soporte/equipo/firma': paraTodos('/soporte/equipo/firma?miembro=019a0000-0000-7000-8000-000000000000', A_INGRESAR),
  '/soporte/ingresar': paraTodos('/soporte/ingresar'),
  '/soporte/sesiones': paraTodos('/soporte/sesiones', A_INGRESAR),
  '/soporte/titulares/[id]': paraTodos('/soporte/titulares/019a0000-0000-7000-8000-000000000000', A_INGRESAR),
  '/soporte/tablero': paraTodos('/soporte/tablero', A_INGRESAR),
  '/verificar': paraTodos('/verificar'),
  '/verificar/[folio]/[tipo]': paraTodos(`/verificar/${folio}/registro?v=AAAAAAAAAA`, 404),
  '/verificar/[folio]/[tipo]/evidencia.zip': {
    ruta: `/verificar/${folio}/registro/evidencia.zip`,
    nadie: 404,
    otra: 404,
    titular: 200,
  },
  '/confirmar/[token]': paraTodos(`/confirmar/${token}`),
  '/validar/correo/[token]': paraTodos(`/validar/correo/${token}`),
  '/validar/correo/[token]/abierto': paraTodos(`/validar/correo/${token}/abierto`, 405),
});

test('cada dirección da a cada quien lo suyo, y nada del titular a los demás', async ({
  page,
  portal,
  efirma,
  otroNavegador,
}) => {
  const { rfc, nombre } = await efirma('moral-con-ampersand');
  await ingresar(page, await efirma('moral-con-ampersand'));
  const folio = await registrarMedio(page, 'Correo Electrónico', CORREO);
  const enlace = await waitForEnlace(portal.url, CORREO);
  const deRegistros = await registrarMedioDeRegistros(page, 'Teléfono', '5598760005');
  const archivo = makeArchivo('prueba.pdf', makePdf());
  const aclaracion = await presentarAclaracion(page, `No llega a ${CORREO}`, archivo);
  const otra = await (await otroNavegador()).newPage();
  await ingresar(otra, await efirma('moral-cinco-mil-registros'));
  const nadie = await otroNavegador();
  const quienes: [Quien, APIRequestContext][] = [
    ['nadie', nadie.request],
    ['otra persona', otra.request],
    ['titular', page.request],
  ];

  const tabla = TABLA({ folio, deRegistros, aclaracion, token: enlace.split('/').at(-1) ?? '' });
  expect(Object.keys(tabla).sort()).toEqual(Object.keys(ROUTES).sort());
  for (const [route, caso] of Object.entries(tabla)) {
    for (const [quien, request] of quienes) {
      const response = await request.get(caso.ruta, { maxRedirects: 0 });
      const expected = { nadie: caso.nadie, 'otra persona': caso.otra, titular: caso.titular }[quien];
      expect(outcomeOf(response.status(), response.headers().location), `${quien}: ${route}`).toBe(expected);
      if (quien === 'titular' || route.startsWith('/demo')) continue;
      const body = await response.text();
      for (const dato of [CORREO, rfc, nombre]) expect(body, `${quien}: ${route}`).not.toContain(dato);
    }
  }
});

test('lo que una persona pide sobre el medio de otra no tiene efecto', async ({ page, efirma, otroNavegador }) => {
  await ingresar(page, await efirma('fisica-con-enie'));
  const folio = await registrarMedio(page, 'Teléfono', '5598761234');
  const otra = await otroNavegador();
  await ingresar(await otra.newPage(), await efirma('moral-cinco-mil-registros'));
  const nadie = await otroNavegador();

  for (const [accion, perform] of Object.entries(ACCIONES)) {
    const pedida = await captureAction(page, () => perform(page, folio));
    const deNadie = await replay(nadie.request, pedida);
    expect(deNadie, `nadie: ${accion}`).toContain('/ingresar');
    const deOtra = await replay(otra.request, pedida);
    expect(deOtra, `otra persona: ${accion}`).toMatch(/sesion=otra|No se hizo nada: esta página/);
  }
  await page.goto('/buzon/medios-de-contacto');
  await expect(filaDe(page, folio)).toContainText('En proceso');
  // Others count on this titular's only place for a phone.
  await ACCIONES.eliminar?.(page, folio);
  await expect(filaDe(page, folio)).toContainText('Baja');
});

test('los formularios sólo se aceptan desde el propio portal', async ({ page, portal, efirma, otroNavegador }) => {
  await ingresar(page, await efirma('fisica-con-enie'));
  const deOtroSitio = { headers: { origin: 'https://otro.example' }, maxRedirects: 0 };
  for (const ruta of ['/salir', SIN_CUPO]) expect((await page.request.post(ruta, deOtroSitio)).status()).toBe(403);
  const propio = { headers: { origin: portal.url }, maxRedirects: 0 };
  const sinSesion = await (await otroNavegador()).request.post(SIN_CUPO, propio);
  expect(outcomeOf(sinSesion.status(), sinSesion.headers().location)).toBe('a ingresar');
  await page.goto('/buzon');
  await expect(page).toHaveURL(/\/buzon$/);
  const callback = await page.request.post('/api/twilio/estado', {
    form: { MessageSid: 'SM1', MessageStatus: 'delivered' },
  });
  expect(callback.status()).toBe(403);
  const desdeFuera = await page.request.get('/api/metricas', { headers: { 'x-forwarded-for': '203.0.113.9' } });
  expect(desdeFuera.status()).toBe(404);
  const conOtroNombre = `${portal.url.replace('localhost', '127.0.0.1')}/ayuda`;
  const otroNombre = await page.request.get(conOtroNombre, { maxRedirects: 0 });
  expect(otroNombre.headers().location).toBe(`${portal.url}/ayuda`);
});

test('nada personal queda guardado en el camino y cada página se protege', async ({ page, efirma }) => {
  await ingresar(page, await efirma('fisica-con-enie'));
  for (const ruta of ['/buzon', '/buzon/medios-de-contacto', '/buzon/activacion']) {
    const headers = (await page.request.get(ruta)).headers();
    expect(headers['cache-control']).toContain('no-store');
    expect(headers['content-security-policy']).toMatch(/default-src 'none'.*script-src 'self' 'nonce-/);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' });
    expect(headers['x-powered-by']).toBeUndefined();
  }
});

const ACCIONES: Record<string, (page: Page, folio: string) => Promise<void>> = {
  reenviar: async (page, folio) => {
    await page.goto('/buzon/medios-de-contacto');
    await filaDe(page, folio).getByRole('button', { name: 'Reenviar' }).click();
  },
  validar: async (page, folio) => {
    await page.goto(`/buzon/medios-de-contacto?validar=${folio}`);
    await page.getByLabel('Código de verificación', { exact: true }).fill('00000');
    await page.getByRole('dialog').getByRole('button', { name: 'Aceptar' }).click();
  },
  eliminar: async (page, folio) => {
    await page.goto(`/buzon/medios-de-contacto?eliminar=${folio}`);
    await page.getByRole('dialog').getByRole('button', { name: 'Aceptar' }).click();
  },
};

function outcomeOf(status: number, location: string | undefined): Respuesta {
  return status === 307 && location?.includes('/ingresar') ? 'a ingresar' : status;
}
