import { X509Certificate } from 'node:crypto';
import { readX509 } from '#formats/der/x509.ts';
import { comandoEnv } from '#infra/env/process-env.ts';
import type { Settings } from '#infra/env/settings.ts';
import { checkVigencia } from './certificado-de-sello.ts';
import { createSelloDeArchivo } from './create-sello-de-archivo.ts';
import { createSelloDeComando } from './create-sello-de-comando.ts';
import type { Sello } from './sello.ts';

/** Throws one line for the operator. A process may outlive its certificate: from then on nothing is sealed. */
export function createSello(settings: Settings['sello'], now: () => Date): Sello {
  const sello = open(settings, now());
  const vigencia = readX509(new X509Certificate(sello.certificadoPem).raw);
  return {
    ...sello,
    async sign(bytes) {
      try {
        checkVigencia(vigencia, now());
        return await sello.sign(bytes);
      } catch (error) {
        throw Object.assign(error as Error, { code: 'SIN_SELLO' });
      }
    },
  };
}

function open({ cert, key, keyPassword, comando }: Settings['sello'], now: Date): Sello {
  if (comando !== null) return createSelloDeComando({ cert, comando, env: comandoEnv(), now });
  if (key === null) throw new Error('SELLO_KEY: falta; configura la llave o SELLO_COMANDO.');
  return createSelloDeArchivo({ cert, key, password: keyPassword ?? '', now });
}

/** So that a command that cannot seal is known at the start. @returns one line for the operator, or null where it can. */
export async function trySello(settings: Settings['sello'], now: Date): Promise<string | null> {
  try {
    const sello = open(settings, now);
    if (sello.isDeFuera) await sello.sign(new TextEncoder().encode('Prueba del sello al arrancar'));
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}
