import type { ReactNode } from 'react';
import { z } from 'zod';
import type { MedioHallado } from '#tramites/medio-de-contacto/list-medios.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { AvisoDeBaja, AvisoDeCelularValidado, AvisoDeReenvio } from '#ui/medio-de-contacto/avisos-de-medio.tsx';
import { MENSAJES_DE_REENVIO, mensajeDeReenvio } from '#wording/mensajes/mensajes.ts';
import { MENSAJES_DE_BAJA } from '#wording/mensajes/mensajes-de-acto.ts';

type Busqueda = Partial<Record<'validado' | 'reenviado' | 'eliminado' | 'etiquetado' | 'error' | 'segundos', string>>;

const MENSAJES = new Map(Object.entries({ ...MENSAJES_DE_REENVIO, BAJA_NO_PROCEDE: MENSAJES_DE_BAJA.BAJA_NO_PROCEDE }));
const segundosSchema = z.coerce.number().int().min(1).max(60);

/** What has just been done, named by the address and told only where the row says that it is so. */
export function Novedad({ busqueda, medios, isFirmada, now, acciones }: Props) {
  const find = (folio?: string) => medios.find((medio) => medio.folio === folio);
  const reenviado = find(busqueda.reenviado);
  const eliminado = find(busqueda.eliminado);
  const validado = find(busqueda.validado);
  if (validado?.estado === 'VALIDADO')
    return validado.mecanismo === 'TELEFONO' ? (
      <AvisoDeCelularValidado isFirmada={isFirmada} registros={validado.registros} acciones={acciones} />
    ) : (
      <Aviso tipo="exito" acciones={acciones}>
        La validación de tu correo electrónico fue exitosa.
      </Aviso>
    );
  if (reenviado?.estado === 'EN_PROCESO') return <AvisoDeReenvio medio={reenviado} now={now} />;
  if (eliminado?.estado === 'BAJA') return <AvisoDeBaja {...eliminado} acciones={acciones} />;
  if (find(busqueda.etiquetado)) return <Aviso tipo="exito">Se guardó la etiqueta. Sólo la ves tú.</Aviso>;
  const mensaje = mensajeDe(busqueda);
  return mensaje && <Aviso tipo="error">{mensaje}</Aviso>;
}
interface Props {
  busqueda: Busqueda;
  medios: MedioHallado[];
  isFirmada: boolean;
  now: Date;
  /** What to press next, where something was done that brings one further or back. */
  acciones: ReactNode;
}

function mensajeDe({ error = '', segundos }: Busqueda): string | null {
  const espera = segundosSchema.safeParse(segundos);
  if (error === 'REENVIO_ESPERA')
    return espera.success ? mensajeDeReenvio({ codigo: error, segundos: espera.data }) : null;
  return MENSAJES.get(error) ?? null;
}
