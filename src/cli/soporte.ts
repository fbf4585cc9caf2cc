import type { Result } from '#domain/result.ts';
import type { RolError } from '#domain/soporte/rol-error.ts';
import { createClock } from '#infra/clock/clock.ts';
import { createDb } from '#infra/db/db.ts';
import { onClose, runClosers } from '#infra/env/closers.ts';
import { Fault } from '#server/fault.ts';
import { type ContextoDeRoles, giveRol } from '#tramites/soporte/give-rol.ts';
import { removeRol } from '#tramites/soporte/remove-rol.ts';
import { MENSAJES_DE_ROL } from '#wording/mensajes/mensajes-soporte.ts';
import { openPortalDatabase } from './open-portal-database.ts';
import { exitOnFault, stopOnSignals } from './shutdown.ts';

/** Ends the process. */
export async function giveRolCommand([rfc, nombre, rol, ...others]: readonly string[]): Promise<void> {
  if (!rfc || !nombre || !rol || others.length > 0)
    return refuse('Di quién y qué rol: npm run soporte:alta -- RFC "Nombre" ROL');
  await run(
    (ctx) => giveRol(ctx, { rfc, nombre, rol }),
    (dado) =>
      dado.antes === dado.rol
        ? `${dado.rfc} ya tenía el rol ${dado.rol}.`
        : `${dado.rfc} tiene desde ahora el rol ${dado.rol}${dado.antes ? `; antes ${dado.antes}` : ''}.`,
  );
}

/** Ends the process. */
export async function removeRolCommand([rfc, ...others]: readonly string[]): Promise<void> {
  if (!rfc || others.length > 0) return refuse('Di a quién: npm run soporte:baja -- RFC');
  await run(
    (ctx) => removeRol(ctx, rfc),
    (quitado) => `${quitado.rfc} ya no tiene el rol ${quitado.rol}; sus sesiones terminaron.`,
  );
}

async function run<Value>(
  perform: (ctx: ContextoDeRoles) => Promise<Result<Value, RolError>>,
  describe: (value: Value) => string,
): Promise<void> {
  stopOnSignals();
  await exitOnFault(async () => {
    const { databaseUrl, desfase } = await openPortalDatabase();
    const db = createDb(databaseUrl, { trabajo: 'CARGA', max: 1 });
    onClose(() => db.$disconnect());
    const result = await perform({ db, now: createClock(desfase).now, actor: { tipo: 'SISTEMA' } });
    if (!result.ok) throw new Fault(MENSAJES_DE_ROL[result.error]);
    console.log(describe(result.value));
    await runClosers();
    process.exit(0);
  });
}

function refuse(line: string): Promise<void> {
  return exitOnFault(() => Promise.reject(new Fault(line)));
}
