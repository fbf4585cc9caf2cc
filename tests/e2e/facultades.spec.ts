import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { PODERES, type Poder } from '#domain/representacion/poder.ts';
import { openConnection } from '#infra/db/connection.ts';
import { type AccionLlamada, conMarca, encodeForm, MARCA, readActionIds } from '../support/acciones.ts';
import { makePdf } from '../support/archivos.ts';
import { designarEnPantalla } from '../support/designar-en-pantalla.ts';
import { makeArchivo } from '../support/efirma-de-demo.ts';
import { registrarMedio, registrarMedioDeRegistros } from '../support/medios.ts';
import { renewPortal, test } from '../support/navegador.ts';
import { presentarAclaracion } from '../support/presentar.ts';
import { createVisitante } from '../support/visitante.ts';

// Data of its own: what its designation gives is written by hand.
renewPortal();

/** What is asked of a representative: a power, any of them, or nothing that is ever given. `del RFC`, not for chosen registros. */
type Pedida = Poder | 'ALGUNO' | 'NINGUNO' | `${Poder} del RFC`;

const TODOS = [
  'Activar el Buzón y firmar la solicitud',
  'Administrar medios de contacto',
  'Presentar aclaraciones',
  'Consultar y descargar acuses',
];
const UUID = '5f0a7c1e-6f0b-4a3e-9a52-3d1f6f1f2a10';
const FIRMA = { nonce: 'A'.repeat(43), certificado: 'AAAA', firma: 'AAAA' };
const SIN_FACULTAD = 'sin=facultad';

const paginas = (medio: string, deRegistros: string, aclaracion: string): Record<string, Pedida> => ({
  '': 'ALGUNO',
  '/medios-de-contacto': 'MEDIOS',
  '/medios-de-contacto/por-validar': 'MEDIOS',
  '/medios-de-contacto/nuevo': 'MEDIOS del RFC',
  '/medios-de-contacto/nuevo/registros-patronales': 'MEDIOS',
  [`/medios-de-contacto/${deRegistros}/registros-patronales`]: 'MEDIOS',
  [`/medios-de-contacto/${medio}/eliminar`]: 'NINGUNO',
  '/activacion': 'ACTIVAR del RFC',
  '/acuses': 'CONSULTAR',
  [`/acuses/${deRegistros}/registro`]: 'CONSULTAR',
  '/aclaraciones': 'ACLARACIONES',
  '/aclaraciones/nueva': 'ACLARACIONES',
  [`/aclaraciones/${aclaracion}`]: 'ACLARACIONES',
  [`/aclaraciones/${aclaracion}/adjuntos/1`]: 'ACLARACIONES',
  '/promociones-electronicas': 'ACLARACIONES',
  '/comunicados': 'NINGUNO',
  [`/comunicados/${UUID}/constancia.zip`]: 'NINGUNO',
  '/representantes': 'NINGUNO',
  '/sesiones': 'NINGUNO',
  '/mis-datos.zip': 'NINGUNO',
});

/** With what changes nothing where it is let in. */
const ACCIONES: Record<string, AccionLlamada & { pide: Pedida }> = {
  prepareSolicitudAction: { ...plana('/activacion', MARCA), pide: 'ACTIVAR del RFC' },
  signSolicitudAction: { ...plana('/activacion', MARCA, FIRMA), pide: 'ACTIVAR del RFC' },
  registerMediosDeContactoAction: {
    ...formulario('/medios-de-contacto/nuevo', { paso: 'guardar', valor: 'x' }, { paso: 'captura', escrito: {} }),
    pide: 'MEDIOS del RFC',
  },
  registerMedioDeRegistrosAction: {
    ...formulario(
      '/medios-de-contacto/nuevo/registros-patronales',
      { paso: 'guardar', seleccionId: UUID },
      {
        lista: { seleccionId: UUID, recorrido: [], filas: [], vez: 0 },
      },
    ),
    pide: 'MEDIOS',
  },
  selectRegistrosNuevosAction: {
    ...formulario('/medios-de-contacto/nuevo/registros-patronales', { folio: 'x' }),
    pide: 'MEDIOS',
  },
  removeRegistrosDeMedioAction: {
    ...formulario('/medios-de-contacto/x/registros-patronales', { folio: 'x', numero: 'x' }),
    pide: 'MEDIOS',
  },
  validateCelularAction: {
    ...formulario('/medios-de-contacto', { folio: 'x', codigo: 'no es' }, { mensaje: null, vez: 0 }),
    pide: 'MEDIOS',
  },
  resendMensajeAction: { ...formulario('/medios-de-contacto', { folio: 'x' }), pide: 'MEDIOS' },
  removeMedioDeContactoAction: { ...formulario('/medios-de-contacto', { folio: 'x' }), pide: 'MEDIOS' },
  labelMedioAction: { ...formulario('/medios-de-contacto', { folio: 'x' }, { vez: 0, campos: {} }), pide: 'NINGUNO' },
  prepareBajaAction: { ...plana('/medios-de-contacto/x/eliminar', MARCA, 'x'), pide: 'NINGUNO' },
  signBajaAction: { ...plana('/medios-de-contacto/x/eliminar', MARCA, 'x', FIRMA), pide: 'NINGUNO' },
  fileAclaracionAction: { ...formulario('/aclaraciones/nueva', { asunto: 'x' }, { vez: 0 }), pide: 'ACLARACIONES' },
  replyAclaracionAction: {
    ...formulario('/aclaraciones/x', { folio: 'x', texto: '' }, { vez: 0 }),
    pide: 'ACLARACIONES',
  },
  proposeRepresentacionAction: {
    ...formulario('/representantes', { rfc: 'x' }, { vez: 0, escrita: {} }),
    pide: 'NINGUNO',
  },
  endRepresentacionAction: { ...formulario('/representantes', { folio: 'x' }), pide: 'NINGUNO' },
  closePeticionAction: { ...formulario('/representantes', { peticion: UUID }), pide: 'NINGUNO' },
  endAllRepresentacionesAction: { ...formulario('/representantes', {}), pide: 'NINGUNO' },
  closeOtherSesionesAction: { ...formulario('/sesiones', {}), pide: 'NINGUNO' },
  markEvidenciaAction: { ...formulario('/acuses', { folio: 'x', abierta: 'si' }), pide: 'NINGUNO' },
};

function formulario(ruta: string, campos: Record<string, string>, estado?: unknown): AccionLlamada {
  return { ruta, argumentos: { estado, campos } };
}

function plana(ruta: string, ...valores: unknown[]): AccionLlamada {
  return { ruta, argumentos: { valores } };
}

function isDada(pide: Pedida, poderes: readonly Poder[], isDeRegistros: boolean): boolean {
  if (pide === 'ALGUNO') return true;
  return poderes.some((poder) => pide === poder || (pide === `${poder} del RFC` && !isDeRegistros));
}

const COMBINACIONES = Array.from({ length: 2 ** PODERES.length - 1 }, (_, n) =>
  PODERES.filter((_, lugar) => (n + 1) & (1 << lugar)),
).flatMap((poderes) => [false, true].map((isDeRegistros) => ({ poderes, isDeRegistros })));

test('cada facultad abre lo suyo y nada más, para todos los registros o para algunos: por dirección, en pantalla y con cada acción', async ({
  portal,
  efirma,
  otroNavegador,
}) => {
  test.setTimeout(400_000);
  const [cliente, representante] = [await efirma('moral-tres-registros'), await efirma('fisica-con-enie')];
  const suya = await (await otroNavegador()).newPage();
  const folio = await designarEnPantalla(suya, cliente, representante, TODOS);
  const base = `/clientes/${folio}/buzon`;
  const medio = await registrarMedio(suya, 'Correo Electrónico', 'cliente@facultades.example');
  const deRegistros = await registrarMedioDeRegistros(suya, 'Teléfono', '5598760011');
  const aclaracion = await presentarAclaracion(suya, 'Una duda', makeArchivo('prueba.pdf', makePdf()));
  const quien = createVisitante(portal.url);
  await quien.ingresar(representante);
  const marca = /name="marca" value="([^"]+)"/.exec((await quien.ask(base)).texto)?.[1] ?? '';
  const ids = await readActionIds();

  const entorno = JSON.parse(await readFile(`${portal.datos}/entorno.json`, 'utf8')) as Record<string, string>;
  const duena = await openConnection(entorno.DATABASE_URL_MIGRACION ?? '');
  await duena.query('SET session_replication_role = replica');
  const { rows } = await duena.query<{ numero: string }>(
    `SELECT numero FROM registro_patronal r JOIN titular t ON t.id = r.titular_id WHERE t.rfc = $1`,
    [cliente.rfc],
  );
  const rutas = paginas(medio, deRegistros, aclaracion);
  const faltas: string[] = [];
  let celdas = 0;
  for (const { poderes, isDeRegistros } of COMBINACIONES) {
    const registros = isDeRegistros ? rows.map(({ numero }) => numero) : [];
    await duena.query(
      'UPDATE representacion SET poderes = $1::"PoderDeRepresentante"[], registros = $2 WHERE folio = $3',
      [poderes, registros, folio],
    );
    const judge = (que: string, pide: Pedida, status: number, dicho: string) => {
      celdas += 1;
      const isAbierta = !dicho.includes(SIN_FACULTAD);
      if (status >= 500 || isAbierta !== isDada(pide, poderes, isDeRegistros))
        faltas.push(`${poderes} ${isDeRegistros ? 'de algunos' : 'de todos'}: ${que} contestó ${status} ${dicho}`);
    };
    for (const [ruta, pide] of Object.entries(rutas)) {
      const { status, headers, texto } = await quien.ask(base + ruta);
      judge(ruta, pide, status, headers.get('location') ?? '');
      if (status !== 200) continue;
      const enlaces = new Set([...texto.matchAll(/href="([^"?#]*)/g)].map(([, href = '']) => href));
      for (const [otra, suPide] of Object.entries(rutas))
        if (enlaces.has(base + otra) && !isDada(suPide, poderes, isDeRegistros))
          faltas.push(`${poderes} ${isDeRegistros}: ${ruta} ofrece ${otra}`);
    }
    for (const [nombre, { pide, ...accion }] of Object.entries(ACCIONES)) {
      const { ruta, argumentos } = conMarca(accion, marca);
      const isPlana = 'valores' in argumentos;
      const { status, headers } = await quien.ask(base + ruta, {
        method: 'POST',
        headers: {
          'next-action': ids.get(nombre) ?? '',
          accept: 'text/x-component',
          ...(isPlana && { 'content-type': 'text/plain;charset=UTF-8' }),
        },
        body: isPlana ? JSON.stringify(argumentos.valores) : encodeForm(argumentos.campos, argumentos.estado),
      });
      judge(nombre, pide, status, headers.get('x-action-redirect') ?? '');
    }
  }
  await duena.end();
  expect(faltas).toEqual([]);
  expect(celdas).toBe(COMBINACIONES.length * (Object.keys(rutas).length + Object.keys(ACCIONES).length));
});
