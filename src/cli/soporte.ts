import type { Result } from '#domain/result.ts';
import type { RolError } from '#domain/soporte/errores.ts';
import { Fault } from '#server/fault.ts';
import { giveRol, removeRol } from '#tramites/soporte/give-rol.ts';
import { MENSAJES_DE_ROL } from '#wording/mensajes/mensajes-de-acto.ts';
import { openContexto, openPortalDatabase } from './open-portal-database.ts';
import { commandOf } from './shutdown.ts';

export const giveRolCommand = commandOf(async ([rfc, nombre, rol, ...others]: readonly string[]) => {
  if (!rfc || !nombre || !rol || others.length > 0)
    throw new Fault('Di quién y qué rol: npm run soporte:alta -- RFC "Nombre" ROL');
  const dado = unwrap(await giveRol(openContexto(await openPortalDatabase()), { rfc, nombre, rol }));
  console.log(
    dado.antes === dado.rol
      ? `${dado.rfc} ya tenía el rol ${dado.rol}.`
      : `${dado.rfc} tiene desde ahora el rol ${dado.rol}${dado.antes ? `; antes ${dado.antes}` : ''}.`,
  );
});

export const removeRolCommand = commandOf(async ([rfc, ...others]: readonly string[]) => {
  if (!rfc || others.length > 0) throw new Fault('Di a quién: npm run soporte:baja -- RFC');
  const quitado = unwrap(await removeRol(openContexto(await openPortalDatabase()), rfc));
  console.log(`${quitado.rfc} ya no tiene el rol ${quitado.rol}; sus sesiones terminaron.`);
});

function unwrap<Value>(result: Result<Value, RolError>): Value {
  if (result.ok) return result.value;
  throw new Fault(MENSAJES_DE_ROL[result.error]);
}
