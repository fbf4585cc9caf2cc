import { setTimeout as sleep } from 'node:timers/promises';
import { readActionIds } from '../../support/acciones.ts';
import type { AutoridadDePrueba } from '../../support/efirma/autoridad-de-prueba.ts';
import type { Entrega } from '../dobles/entrega.ts';
import type { Aceptado, Clase, Medida } from './medida.ts';
import { createNavegador, type Navegador } from './navegador.ts';
import { ingresar, type Medio, type Persona, readMarca, registrar, validar } from './persona.ts';

/** People who do the whole trámite one after the other, and readers of pages, until `stop`. */
export interface Carga {
  medidas: Medida[];
  aceptados: Aceptado[];
  /** Someone who is not of the load, and whose requests are not counted with those of the others. */
  addPersona(port?: number): Promise<Persona & { medidas: Medida[]; medio: Medio }>;
  stop(): Promise<void>;
}

interface Options {
  port: number;
  appUrl: string;
  autoridad: AutoridadDePrueba;
  /** What the providers got so far. */
  entregas(): readonly Entrega[];
}

const FILAS = 3;
/** Between what one person does and the next thing: with these people, some two thirds of what two cores can do. */
const PAUSA_MS = 1_000;
const PUBLICAS = ['/', '/ayuda', '/verificar'];
const PROPIAS = ['/buzon', '/buzon/medios-de-contacto', '/buzon/acuses'];
/** Whoever waits longer for a message does something else. */
const MENSAJE_MS = 45_000;

export async function startCarga({ port, appUrl, autoridad, entregas }: Options): Promise<Carga> {
  const acciones = await readActionIds();
  const medidas: Medida[] = [];
  const aceptados: Aceptado[] = [];
  const enFondo = new Set<Promise<void>>();
  let isOver = false;
  let count = 0;

  async function createPersona(note: (medida: Medida) => void, at = port): Promise<Persona & { nth: number }> {
    const nth = ++count;
    const direccion = `10.${nth >> 16}.${(nth >> 8) & 255}.${nth & 255}`;
    const [rfc, now] = [rfcOf(nth), Date.now()];
    const vigencia = { validoDesde: new Date(now - 2 * 86_400_000), validoHasta: new Date(now + 900 * 86_400_000) };
    const efirma = await autoridad.issue({ rfc, nombre: `PERSONA ${rfc}`, ...vigencia });
    const navegador = createNavegador({ port: at, appUrl, direccion, note });
    return { nth, rfc, efirma, navegador, acciones, isOver: () => isOver };
  }

  async function live(): Promise<void> {
    while (!isOver) {
      const persona = await createPersona((medida) => medidas.push(medida));
      const marca = (await ingresar(persona)) && (await readMarca(persona));
      if (!marca) continue;
      for (const medio of mediosOf(persona.nth)) {
        await sleep(PAUSA_MS);
        const aceptado = await registrar(persona, marca, medio);
        if (aceptado) follow(persona, marca, aceptado);
      }
      await readPages(persona.navegador, PROPIAS);
    }
  }

  function follow(persona: Persona, marca: string, aceptado: Aceptado): void {
    aceptados.push(aceptado);
    const validated = prove(persona, marca, aceptado).finally(() => enFondo.delete(validated));
    enFondo.add(validated);
  }

  async function prove(persona: Persona, marca: string, aceptado: Aceptado): Promise<void> {
    for (let waited = 0; waited < MENSAJE_MS && !isOver; waited += PAUSA_MS) {
      const entrega = entregas().find(({ para }) => para === aceptado.valor);
      if (entrega) return void (await validar(persona, marca, aceptado, entrega));
      await sleep(PAUSA_MS);
    }
  }

  async function readPages(navegador: Navegador, rutas: readonly string[]): Promise<void> {
    for (const ruta of rutas) {
      await navegador.ask({ clase: 'pagina', ruta });
      await sleep(PAUSA_MS);
    }
  }

  async function read(): Promise<void> {
    const { navegador } = await createPersona((medida) => medidas.push(medida));
    while (!isOver) await readPages(navegador, PUBLICAS);
  }

  const lines = [...Array.from({ length: FILAS }, live), read()];
  return {
    medidas,
    aceptados,
    async addPersona(at) {
      const suyas: Medida[] = [];
      const persona = await createPersona((medida) => suyas.push(medida), at);
      const [medio] = mediosOf(persona.nth);
      return { ...persona, medidas: suyas, medio: medio as Medio };
    },
    async stop() {
      isOver = true;
      await Promise.all(lines);
      await Promise.all(enFondo);
    },
  };
}

/** Whether each of these has been done again since that instant. */
export function isRecovered({ medidas }: Carga, clases: readonly Clase[], desde: number): boolean {
  return clases.every((clase) =>
    medidas.some((medida) => medida.clase === clase && medida.bien && medida.desde >= desde),
  );
}

function mediosOf(nth: number): Medio[] {
  return [
    { mecanismo: 'CORREO_ELECTRONICO', valor: `persona${nth}@dominio${nth % 9}.example` },
    { mecanismo: 'TELEFONO', valor: `+5255${12_340_000 + nth}` },
  ];
}

function rfcOf(nth: number): string {
  const letters = [0, 1, 2, 3].map((at) => String.fromCharCode(65 + (Math.floor(nth / 26 ** at) % 26))).reverse();
  return `${letters.join('')}800101AA1`;
}
