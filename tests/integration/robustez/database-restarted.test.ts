import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDb, type Db } from '#infra/db/db.ts';
import type { Queue } from '#infra/queue/run-queue.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import {
  type PeticionDeRegistro,
  registerMedioDeContacto,
} from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { startWorker } from '../../../src/worker.ts';
import { createEscenario, type Escenario } from '../../support/escenario.ts';
import { type BasePropia, startBasePropia } from './base-propia.ts';
import { type Cola, openCola } from './cola.ts';
import { createInstalacion, type Instalacion } from './instalacion.ts';
import { type ProcesoWorker, spawnWorker } from './proceso-worker.ts';

const RFCS = ['CALR780903J59', 'HEQL850612Q49', 'PEO020304K7A', 'MAAR7903213S0', 'GOLJ910822T15', 'TCM150611AB3'];
const MEDIOS_POR_RFC = 6;
const ABAJO_MS = 2_500;

let base: BasePropia;
let db: Db;
let escenario: Escenario;
let instalacion: Instalacion;
let worker: Queue;
let another: ProcesoWorker;
beforeEach(async () => {
  // The queue's library prints there what its workers died of.
  vi.spyOn(console, 'trace').mockReturnValue();
  base = await startBasePropia();
  db = createDb(base.url, { max: 10 });
  escenario = await createEscenario(db);
  instalacion = await createInstalacion(base.url, escenario.autoridad);
  worker = await startWorker(instalacion.settings);
  another = spawnWorker(instalacion.env);
});
afterEach(async () => {
  vi.restoreAllMocks();
  another.kill();
  await worker.stop();
  await db.$disconnect();
  await base.remove();
  await instalacion.stop();
});

interface Cuenta {
  folios: string[];
  /** Tries that ended with an error, after which a person presses again. */
  errores: number;
}

/** Five addresses and a phone, one after the other; each press is repeated until it is answered. */
async function registerAll(ctx: ContextoDeTitular, nth: number): Promise<Cuenta> {
  const cuenta: Cuenta = { folios: [], errores: 0 };
  for (let medio = 1; medio <= MEDIOS_POR_RFC; medio++) {
    const peticion: PeticionDeRegistro =
      medio < MEDIOS_POR_RFC
        ? { mecanismo: 'CORREO_ELECTRONICO', valor: `m${medio}@t${nth}.example`, peticionId: randomUUID() }
        : { mecanismo: 'TELEFONO', valor: `+52551234560${nth}`, peticionId: randomUUID() };
    cuenta.folios.push(await pressUntilAnswered(ctx, peticion, cuenta));
    await sleep(300);
  }
  return cuenta;
}

async function pressUntilAnswered(
  ctx: ContextoDeTitular,
  peticion: PeticionDeRegistro,
  cuenta: Cuenta,
): Promise<string> {
  for (;;) {
    const result = await registerMedioDeContacto(ctx, peticion).catch(() => null);
    if (result?.ok) return result.value.folio;
    if (result) throw new Error(`${peticion.valor}: ${JSON.stringify(result.error)}`);
    cuenta.errores += 1;
    await sleep(200);
  }
}

async function restart(how: 'stop' | 'crash'): Promise<void> {
  await base[how]();
  await sleep(ABAJO_MS);
  await base.start();
}

/** Medios that lack something of what belongs to a registration. */
const HALF_DONE = `
  SELECT folio FROM medio_de_contacto m
  WHERE NOT EXISTS (SELECT FROM acuse a WHERE a.folio = m.folio AND a.tipo = 'REGISTRO')
     OR NOT EXISTS (SELECT FROM alcance_de_medio a WHERE a.medio_id = m.id)
     OR NOT EXISTS (SELECT FROM bitacora b WHERE b.folio = m.folio AND b.evento = 'MEDIO_REGISTRADO')
     OR NOT EXISTS (SELECT FROM aviso a WHERE a.medio_id = m.id AND a.tipo IN ('VALIDA_CORREO', 'CODIGO_CELULAR'))
     OR NOT EXISTS (SELECT FROM graphile_worker._private_jobs j WHERE j.payload->>'medioId' = m.id::text)
  UNION ALL SELECT folio FROM acuse a WHERE NOT EXISTS (SELECT FROM medio_de_contacto m WHERE m.folio = a.folio)`;

/** Messages and acuses that still wait, with no job that will see to them. */
const LOST = `
  SELECT id FROM aviso WHERE estado = 'PENDIENTE'
    AND NOT EXISTS (SELECT FROM graphile_worker._private_jobs j WHERE j.payload->>'avisoId' = aviso.id::text)
  UNION ALL
  SELECT id FROM acuse WHERE NOT EXISTS (SELECT FROM acuse_documento d WHERE d.acuse_id = acuse.id)
    AND NOT EXISTS (SELECT FROM graphile_worker._private_jobs j WHERE j.payload->>'acuseId' = acuse.id::text)`;

const UNFINISHED = `
  SELECT (SELECT count(*)::int FROM aviso WHERE estado <> 'ACEPTADO') AS avisos,
         (SELECT count(*)::int FROM acuse WHERE NOT EXISTS (SELECT FROM acuse_documento d WHERE d.acuse_id = acuse.id))
           AS acuses,
         (SELECT count(*)::int FROM graphile_worker.jobs WHERE task_identifier IN ('enviar-aviso', 'emitir-acuse'))
           AS tareas`;

async function expectEverythingDone(cola: Cola, timeout: number): Promise<void> {
  const unfinished = async () => {
    await cola.bringForward();
    await cola.backdateLocks('1 minute');
    return (await cola.query(UNFINISHED))[0];
  };
  await expect.poll(unfinished, { timeout, interval: 500 }).toEqual({ avisos: 0, acuses: 0, tareas: 0 });
}

describe('PostgreSQL', () => {
  it('stopped and killed under registrations: none is half done or done twice, and all is sent by itself', async () => {
    await expect.poll(another.output).toContain('El worker atiende la cola.');
    const titulares = await Promise.all(RFCS.map((rfc) => escenario.enter(rfc)));
    const registering = Promise.all(titulares.map(({ ctx }, nth) => registerAll(ctx, nth)));
    await sleep(700);
    await restart('stop');
    await sleep(1_000);
    await restart('crash');
    const cuentas = await registering;
    const cola = await openCola(base.url);
    const errores = cuentas.reduce((sum, cuenta) => sum + cuenta.errores, 0);
    expect(errores).toBeGreaterThan(0);
    expect(await cola.query(HALF_DONE)).toEqual([]);
    expect(await cola.query(LOST)).toEqual([]);
    const folios = await cola.query<{ folio: string }>('SELECT folio FROM medio_de_contacto');
    expect(folios.map(({ folio }) => folio).sort()).toEqual(cuentas.flatMap(({ folios }) => folios).sort());
    await expectEverythingDone(cola, 60_000);
    await cola.close();
    expect(another.process.exitCode, another.output()).toBeNull();
    expect(await another.stop()).toBe(0);
  });
});
