import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { foldersOf } from '#demo/folders.ts';
import { ensureSecrets } from '#demo/secrets.ts';
import { formatFechaConSegundos } from '#domain/fecha.ts';
import { type Claves, createClaves } from '#infra/claves/claves.ts';
import { processEnv } from '#infra/env/process-env.ts';
import type { Environment } from '#infra/env/settings.ts';
import { VARIABLES } from '#infra/env/variables.ts';
import { readCorreo } from '#infra/rebotes/read-correo.ts';
import { Fault } from '#server/fault.ts';
import { type IntentoProbado, type PruebaDeTexto, verifyTexto } from '#tramites/entrega/verify-texto.ts';
import { openContexto, openPortalDatabase, type PortalDatabase } from './open-portal-database.ts';
import { commandOf } from './shutdown.ts';

export const verifyTextoCommand = commandOf(async (args: readonly string[]) => {
  const { avisoId, archivo } = parseArgs(args);
  const bytes = read(archivo);
  const texto = (await readCorreo(bytes)) ?? bytes.toString('utf8').trimEnd();
  const base = await openPortalDatabase();
  const ctx = { ...openContexto(base), claves: await openClaves(base) };
  const probados = await verifyTexto(ctx, { avisoId, texto });
  if (!probados) throw new Fault(`${avisoId}: no hay ningún mensaje con ese identificador.`);
  if (probados.length === 0) throw new Fault('Ese mensaje no se ha intentado enviar: no hay texto que comparar.');
  for (const intento of probados) console.log(describe(intento));
  return probados.some(({ prueba }) => prueba === 'ES');
});

/** In demo, where nobody set others, those of BUZON_DATOS, which the portal made the first time. */
async function openClaves({ modo, datos }: PortalDatabase): Promise<Claves> {
  const env = processEnv();
  const deDemo: Environment = modo === 'demo' ? await ensureSecrets(foldersOf(datos).secretos) : {};
  const read = (name: 'AUTH_SECRET' | 'MENSAJES_SECRET') => {
    const value = env[name] || deDemo[name];
    return value ? VARIABLES[name].parse(value) : [];
  };
  const [primero, ...otros] = read('AUTH_SECRET');
  if (primero === undefined) throw new Fault('AUTH_SECRET: falta.');
  return createClaves([primero, ...otros], read('MENSAJES_SECRET'));
}

const PRUEBAS: Record<PruebaDeTexto, string> = {
  ES: 'es, letra por letra, lo que se envió',
  NO_ES: 'no es lo que se envió',
  SIN_CLAVE: 'no se puede saber: la llave de entonces ya no está en MENSAJES_SECRET ni en AUTH_SECRET',
  SIN_HMAC: 'no se puede saber: entonces no se anotaba el HMAC del texto',
};

function describe({ numero, iniciadoEn, plantilla, prueba }: IntentoProbado): string {
  const redaccion = plantilla ? ` (${plantilla})` : '';
  return `Intento ${numero}, ${formatFechaConSegundos(iniciadoEn)}${redaccion}: ${PRUEBAS[prueba]}.`;
}

function parseArgs([id, archivo, ...others]: readonly string[]): { avisoId: string; archivo: string } {
  if (!id || !archivo || others.length > 0) throw new Fault('Di cuál: npm run entrega:probar -- MENSAJE archivo');
  const avisoId = z.uuid().safeParse(id).data;
  if (!avisoId) throw new Fault(`${id}: no es el identificador de un mensaje; cópialo de su constancia de entrega.`);
  return { avisoId, archivo };
}

function read(archivo: string): Buffer {
  try {
    return readFileSync(archivo);
  } catch (cause) {
    throw new Fault(`${archivo}: no se puede leer; revisa la ruta y sus permisos.`, { cause });
  }
}
