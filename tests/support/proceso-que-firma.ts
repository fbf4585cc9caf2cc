import { text } from 'node:stream/consumers';
import { createDb } from '#infra/db/db.ts';
import { signRepresentacion } from '#tramites/representacion/sign-representacion.ts';
import { findSesion } from '#tramites/sesion/find-sesion.ts';
import type { AutoridadDePrueba } from './efirma/autoridad-de-prueba.ts';
import { createEscenario } from './escenario.ts';

/** Signs a designation in a process of its own, as a portal does, from what it reads; says how that ended and waits to be killed. */
export interface Encargo {
  databaseUrl: string;
  acDir: string;
  sesionId: string;
  firma: Omit<Parameters<typeof signRepresentacion>[1], 'certificado' | 'firma'> & {
    certificado: string;
    firma: string;
  };
}

const { databaseUrl, acDir, sesionId, firma }: Encargo = JSON.parse(await text(process.stdin));
const { ctx } = await createEscenario(createDb(databaseUrl, { max: 2 }), async () => ({ acDir }) as AutoridadDePrueba);
const actor = await findSesion(ctx, sesionId);
if (!actor) throw new Error('the session is not there');
const [certificado, bytes] = [firma.certificado, firma.firma].map((base64) => Buffer.from(base64, 'base64'));
const input = { ...firma, certificado: certificado as Buffer, firma: bytes as Buffer };
console.log(JSON.stringify(await signRepresentacion({ ...ctx, actor }, input)));
setInterval(() => undefined, 60_000);
