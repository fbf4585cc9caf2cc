import { z } from 'zod';
import type { MedioListado } from '#tramites/medio-de-contacto/list-medios.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { AvisoDeCelularValidado } from '#ui/medio-de-contacto/aviso-de-celular-validado.tsx';
import { AvisoDeBaja, AvisoDeReenvio } from '#ui/medio-de-contacto/aviso-de-lo-hecho.tsx';
import { MENSAJES_DE_BAJA, mensajeDeReenvio } from '#wording/mensajes/mensajes.ts';

type Busqueda = Partial<Record<'validado' | 'reenviado' | 'eliminado' | 'error' | 'segundos', string>>;

const reenvioSchema = z.union([
  z.object({ codigo: z.literal('REENVIO_ESPERA'), segundos: z.coerce.number().int().min(1).max(60) }),
  z.object({
    codigo: z.enum(['REENVIOS_AGOTADOS', 'REENVIO_SATURADO', 'REENVIO_NO_PROCEDE', 'DEMASIADAS_PETICIONES']),
  }),
]);

/** What has just been done, named by the address and told only where the row says that it is so. */
export function Novedad({ busqueda, medios, isFirmada, now }: Props) {
  const find = (folio?: string) => medios.find((medio) => medio.folio === folio);
  const reenviado = find(busqueda.reenviado);
  const eliminado = find(busqueda.eliminado);
  const validado = find(busqueda.validado);
  if (validado?.estado === 'VALIDADO')
    return <AvisoDeCelularValidado isFirmada={isFirmada} registros={validado.registros} />;
  if (reenviado?.estado === 'EN_PROCESO') return <AvisoDeReenvio medio={reenviado} now={now} />;
  if (eliminado?.estado === 'BAJA') return <AvisoDeBaja {...eliminado} />;
  const mensaje = mensajeDe(busqueda);
  return mensaje && <Aviso tipo="error">{mensaje}</Aviso>;
}
interface Props {
  busqueda: Busqueda;
  medios: MedioListado[];
  isFirmada: boolean;
  now: Date;
}

function mensajeDe({ error, segundos }: Busqueda): string | null {
  if (error === 'BAJA_NO_PROCEDE') return MENSAJES_DE_BAJA[error];
  const reenvio = reenvioSchema.safeParse({ codigo: error, segundos });
  return reenvio.success ? mensajeDeReenvio(reenvio.data) : null;
}
