import type { Result } from '#domain/result.ts';
import type { RolError } from '#domain/soporte/rol-error.ts';
import { createClock } from '#infra/clock/clock.ts';
import { createDb } from '#infra/db/db.ts';
import { onCierre, runCierre } from '#infra/env/cierre.ts';
import { Averia } from '#server/averia.ts';
import { type ContextoDeRoles, giveRol } from '#tramites/soporte/give-rol.ts';
import { takeRol } from '#tramites/soporte/take-rol.ts';
import { MENSAJES_DE_ROL } from '#wording/mensajes/mensajes-soporte.ts';
import { openBaseDelPortal } from './base-del-portal.ts';
import { exitOnAveria, stopOnSignals } from './parada.ts';

/** `npm run soporte:alta -- RFC "Nombre" ROL`. Ends the process. */
export async function darRol([rfc, nombre, rol, ...others]: readonly string[]): Promise<void> {
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

/** `npm run soporte:baja -- RFC`. Ends the process. */
export async function quitarRol([rfc, ...others]: readonly string[]): Promise<void> {
  if (!rfc || others.length > 0) return refuse('Di a quién: npm run soporte:baja -- RFC');
  await run(
    (ctx) => takeRol(ctx, rfc),
    (quitado) => `${quitado.rfc} ya no tiene el rol ${quitado.rol}; sus sesiones terminaron.`,
  );
}

async function run<Value>(
  perform: (ctx: ContextoDeRoles) => Promise<Result<Value, RolError>>,
  describe: (value: Value) => string,
): Promise<void> {
  stopOnSignals();
  await exitOnAveria(async () => {
    const { databaseUrl, desfase } = await openBaseDelPortal();
    const db = createDb(databaseUrl, { trabajo: 'CARGA', max: 1 });
    onCierre(() => db.$disconnect());
    const result = await perform({ db, now: createClock(desfase).now, actor: { tipo: 'SISTEMA' } });
    if (!result.ok) throw new Averia(MENSAJES_DE_ROL[result.error]);
    console.log(describe(result.value));
    await runCierre();
    process.exit(0);
  });
}

function refuse(line: string): Promise<void> {
  return exitOnAveria(() => Promise.reject(new Averia(line)));
}
