import { z } from 'zod';
import type { PeticionDeRol } from '#domain/soporte/peticion-de-rol.ts';
import { checkActoDeRol } from '#tramites/soporte/check-acto-de-rol.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { Pagina } from '#ui/components/encabezado/encabezado.tsx';
import { FirmaDeRol } from '#ui/soporte/firma-de-rol.tsx';
import { MENSAJES_DE_ACTO } from '#wording/mensajes/mensajes-de-acto.ts';
import { NotFound } from '../../../../_frame/not-found.tsx';
import { SoporteFrame } from '../../../../_frame/soporte-frame.tsx';
import { type Busqueda, parseBusqueda } from '../../../../_request/parse-busqueda.ts';
import { requireSoporte } from '../../../../_server/contexto.ts';
import { findFirmante } from '../firmante.tsx';

export const metadata = { title: 'Firmar un cambio de rol' };

/** What is about to be done to the role of a member, or to a proposal, and the signature that does it. */
export default async function FirmarRol({ searchParams }: { searchParams: Busqueda }) {
  const ctx = await requireSoporte('SUPERVISAR');
  const peticion = parsePeticion(await parseBusqueda(searchParams, ['miembro', 'rol', 'propuesta', 'acto']));
  if (!peticion) return <NotFound />;
  const acto = await checkActoDeRol(ctx, peticion);
  return (
    <SoporteFrame ctx={ctx} actual="equipo">
      <Pagina titulo="Firmar un cambio de rol" regresar={{ href: '/soporte/equipo' }}>
        {acto.ok ? (
          <FirmaDeRol acto={acto.value} peticion={peticion} firmante={await findFirmante(ctx)} />
        ) : (
          <Aviso tipo="error">{MENSAJES_DE_ACTO[acto.error]}</Aviso>
        )}
      </Pagina>
    </SoporteFrame>
  );
}

type Pedido = Partial<Record<'miembro' | 'rol' | 'propuesta' | 'acto', string>>;

function parsePeticion({ miembro, rol = '', propuesta, acto }: Pedido): PeticionDeRol | null {
  const [miembroId, propuestaId] = [z.uuid().safeParse(miembro), z.uuid().safeParse(propuesta)];
  if (miembroId.success) return { miembroId: miembroId.data, rol };
  return propuestaId.success ? { propuestaId: propuestaId.data, confirma: acto === 'confirmar' } : null;
}
