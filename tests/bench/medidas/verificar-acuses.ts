import { randomUUID, verify, X509Certificate } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { type Folio, parseFolio } from '#domain/folio.ts';
import { renderAcuse } from '#infra/pdf/render-acuse.ts';
import { type AcuseVerificable, findAcuseVerificable, valorDe } from '#tramites/acuse/find-acuse-verificable.ts';
import { printAcuse } from '#tramites/acuse/print-acuse.ts';
import { verifyAcuse } from '#tramites/acuse/verify-acuse.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { activar } from '../../support/activar.ts';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { openBase } from '../base/open-base.ts';
import type { Medida } from '../medida.ts';
import { timeOnce } from '../stopwatch.ts';

const CORREO = { mecanismo: 'CORREO_ELECTRONICO', valor: 'otro@correo.example' } as const;

interface Comprobante {
  folio: Folio;
  tipo: null;
  valor: string;
}

export const verificarAcuses: Medida = {
  name: 'verificar-acuses',
  what: 'Verificar un acuse: buscarlo por folio y valor, calcular todo de nuevo y anotarlo',
  async prepare(banco) {
    const { db } = await openBase(banco);
    banco.progress('un titular con el acuse de un registro y el de su solicitud');
    const escenario = await createEscenario(db);
    const titular = await escenario.enter();
    const solicitud = await comprobanteOf(escenario, await activar(titular));
    const registro = await comprobanteOf(escenario, await register(titular));
    const times = banco.rapido ? 20 : 50;
    return [
      { what: 'el de un registro', comprobante: registro },
      { what: 'el de la solicitud, con su firma', comprobante: solicitud },
    ].map(({ what, comprobante }) => ({
      what,
      unit: 'ms' as const,
      own: { name: 'Buzón', sample: timeEach(() => verifyWhole(escenario, comprobante), times) },
      floors: [
        {
          name: 'leer lo guardado y crypto.verify del sello',
          sample: timeEach(() => verifySello(escenario, comprobante), times),
        },
      ],
    }));
  },
};

async function register({ ctx }: Titular): Promise<string> {
  const result = await registerMedioDeContacto(ctx, { ...CORREO, peticionId: randomUUID() });
  if (!result.ok) throw new Error(result.error);
  return result.value.folio;
}

/** With its document issued, as hardly any is verified before. */
async function comprobanteOf({ ctx, db }: Escenario, text: string): Promise<Comprobante> {
  const folio = parseFolio(text);
  if (!folio.ok) throw new Error(folio.error);
  const { id, sello } = await db.acuse.findFirstOrThrow({ where: { folio: text }, select: { id: true, sello: true } });
  await printAcuse({ ...ctx, renderAcuse, esDemo: true }, id);
  return { folio: folio.value, tipo: null, valor: valorDe(sello) };
}

async function verifyWhole({ ctx }: Escenario, comprobante: Comprobante): Promise<void> {
  const acuse = await find(ctx, comprobante);
  const { fallas, documento } = await verifyAcuse(ctx, acuse, null);
  if (fallas.length > 0 || !documento) throw new Error(`not genuine: ${fallas}`);
}

async function verifySello({ ctx, db }: Escenario, comprobante: Comprobante): Promise<void> {
  const { id, cadenaOriginal, sello, certificado } = await find(ctx, comprobante);
  const { pdf } = await db.acuseDocumento.findUniqueOrThrow({ where: { acuseId: id }, select: { pdf: true } });
  await promisify(gunzip)(pdf);
  const { publicKey } = new X509Certificate(certificado.pem);
  if (!verify('sha256', Buffer.from(cadenaOriginal), publicKey, sello)) throw new Error('the sello was refused');
}

async function find(ctx: Escenario['ctx'], comprobante: Comprobante): Promise<AcuseVerificable> {
  const acuse = await findAcuseVerificable(ctx, comprobante);
  if (!acuse) throw new Error(`${comprobante.folio} is not there`);
  return acuse;
}

function timeEach(run: () => Promise<void>, times: number): () => Promise<number> {
  const runAll = async () => {
    for (let time = 0; time < times; time++) await run();
  };
  return async () => (await timeOnce(runAll)()) / times;
}
