import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { findCertificadoDeSesion } from '#tramites/efirma/verify-acto.ts';
import { PieDePrivacidad } from '#ui/efirma/pie-de-privacidad.tsx';
import type { Firmante } from '#ui/soporte/firma-de-rol.tsx';
import { marcaDe } from '../../../_server/marca.ts';
import { prepareRolAction, signRolAction } from './actions.ts';

/** Who supervises and is signed in, for the form that takes their signature. */
export async function findFirmante(ctx: ContextoDeSoporte): Promise<Firmante> {
  const { rfc, serie } = ctx.actor;
  const marca = marcaDe(ctx.actor);
  return {
    rfc,
    deSesion: { certificado: await findCertificadoDeSesion(ctx), serie },
    pie: <PieDePrivacidad />,
    prepare: prepareRolAction.bind(null, marca),
    sign: signRolAction.bind(null, marca),
  };
}
