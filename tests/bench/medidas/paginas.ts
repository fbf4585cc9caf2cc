import { setTimeout as sleep } from 'node:timers/promises';
import { valorDe } from '#tramites/acuse/find-acuse-verificable.ts';
import { createNavegador, type Navegador } from '../../fallas/carga/navegador.ts';
import { descendantsOf, memoriaOf } from '../acuse/memoria.ts';
import type { Candidato, Comparacion, Medida } from '../medida.ts';
import { DINAMICA, servePaginaVacia } from '../navegador/build-pagina-vacia.ts';
import { activar, createSolicitante, entrar } from '../portal/activar-por-red.ts';
import { cpuOf } from '../portal/gasto.ts';
import { openProduccion, type Produccion } from '../portal/open-produccion.ts';

const VERIFICAR = 'verificar un acuse';
const ACUSE = 'descargar un acuse';

/** Of the requests per second of an empty page, which is what each page should reach. */
const METAS: Record<string, number> = {
  '/': 0.9,
  '/ingresar': 0.9,
  '/buzon': 0.7,
  '/buzon/medios-de-contacto': 0.7,
  '/buzon/medios-de-contacto/nuevo': 0.7,
  [VERIFICAR]: 0.5,
  [ACUSE]: 0.7,
};
/** An empty Next.js and the portal of the goal, in MB. */
const MEMORIA = 180 / 102;

let pedidas = 0;

/** A server process, as it is asked for pages. */
interface Servidor {
  pids: () => number[];
  navegador: Navegador;
}

export const paginas: Medida = {
  name: 'paginas',
  what: 'Procesador de cada página, con sesión, y memoria del portal, frente a una página vacía del mismo Next.js',
  async prepare(banco) {
    banco.progress('una página vacía del mismo Next.js');
    const vacia = await servePaginaVacia(banco);
    const deVacia = { pids: () => [vacia.pid, ...descendantsOf(vacia.pid)], navegador: navegadorDe(vacia.port) };
    const produccion = await openProduccion(banco);
    await sleep(1_000);
    const [enReposo, deReposo] = [produccion.pids.portal, deVacia.pids].map((pids) => memoriaOf(pids())) as [
      number,
      number,
    ];
    const solicitante = await createSolicitante(produccion, 1);
    await activar(produccion, solicitante, await entrar(solicitante));
    const portal: Servidor = { pids: produccion.pids.portal, navegador: solicitante.navegador };
    const conexiones = banco.rapido ? [10] : [1, 10, 50];
    const peticiones = banco.rapido ? 10 : 100;
    const rutaDe = await createRutas(produccion);
    for (const [servidor, rutas] of [
      [portal, Object.keys(METAS).map(rutaDe)],
      [deVacia, [DINAMICA]],
    ] as const)
      for (const ruta of rutas) await ask(servidor, ruta, banco.rapido ? 30 : 200, 10);
    const tiempos = Object.entries(METAS).flatMap(([ruta, meta]) =>
      conexiones.map((cuantas): Comparacion => {
        const de = (name: string, servidor: Servidor, at: string): Candidato => ({
          name,
          sample: () => ask(servidor, at, peticiones, cuantas),
        });
        const suelo = { ...de('una página vacía', deVacia, DINAMICA), meta: { times: 1 / meta } };
        return {
          what: `${ruta}, ${cuantas} a la vez`,
          unit: 'ms',
          rounds: banco.rapido ? 3 : 7,
          own: de('Buzón', portal, rutaDe(ruta)),
          floors: [suelo],
        };
      }),
    );
    return [
      ...tiempos,
      {
        what: 'memoria al arrancar',
        unit: 'bytes',
        rounds: 1,
        own: { name: 'Buzón', sample: () => enReposo },
        floors: [{ name: 'un Next.js vacío', sample: () => deReposo, meta: { times: MEMORIA } }],
      },
      {
        what: 'memoria después de todo lo anterior',
        unit: 'bytes',
        rounds: 1,
        own: { name: 'Buzón', sample: () => memoriaOf(portal.pids()) },
        floors: [{ name: 'al arrancar', sample: () => enReposo, meta: { times: 1.2 } }],
      },
    ];
  },
};

/** Those of the acuse that the titular signed, which only its folio and its sello tell. */
async function createRutas({ client }: Produccion): Promise<(pagina: string) => string> {
  const { rows } = await client.query<{ folio: string; sello: Buffer }>(
    `SELECT folio, sello FROM acuse WHERE tipo = 'SOLICITUD'`,
  );
  const [{ folio, sello } = { folio: '', sello: Buffer.of() }] = rows;
  const deAcuse: Record<string, string> = {
    [VERIFICAR]: `/verificar/${folio}/solicitud?v=${valorDe(sello)}`,
    [ACUSE]: `/buzon/acuses/${folio}/solicitud`,
  };
  return (pagina) => deAcuse[pagina] ?? pagina;
}

/** @returns the milliseconds of processor that the server used for each. */
async function ask({ pids, navegador }: Servidor, ruta: string, peticiones: number, conexiones: number) {
  const before = cpuOf(pids());
  let left = peticiones;
  const askOn = async () => {
    while (left-- > 0) await navegador.ask({ clase: 'pagina', ruta, headers: { 'x-forwarded-for': nextDireccion() } });
  };
  await Promise.all(Array.from({ length: conexiones }, askOn));
  return (cpuOf(pids()) - before) / peticiones;
}

/** What one address may verify in an hour is not what is measured. */
function nextDireccion(): string {
  pedidas++;
  return `10.1.${pedidas >> 8}.${pedidas & 255}`;
}

function navegadorDe(port: number): Navegador {
  return createNavegador({
    port,
    appUrl: `http://localhost:${port}`,
    direccion: '10.0.0.1',
    note: ({ bien, causa }) => {
      if (!bien) throw new Error(`the empty page answered: ${causa}`);
    },
  });
}
