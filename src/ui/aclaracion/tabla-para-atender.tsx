import { ASUNTO_EN_PALABRAS, type AsuntoDeAclaracion } from '#domain/aclaracion/asunto.ts';
import type { EstadoDeAclaracion } from '#domain/aclaracion/estado.ts';
import { formatFecha } from '#domain/fecha.ts';
import { maskNombre, maskRfc } from '#domain/mascara.ts';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';
import { describeEspera } from './describe-espera.ts';
import { EtiquetaDeEstado } from './etiqueta-de-estado.tsx';

const COLUMNAS = [
  { clave: 'folio', titulo: 'Folio', entera: true },
  { clave: 'espera', titulo: 'Espera respuesta' },
  { clave: 'estado', titulo: 'Estado' },
  { clave: 'asunto', titulo: 'Asunto' },
  { clave: 'enPlazo', titulo: 'Dentro de 24 horas' },
  { clave: 'titular', titulo: 'Titular' },
  { clave: 'atiende', titulo: 'Atiende' },
] as const satisfies Columna<string>[];

export interface AclaracionParaAtender {
  folio: string;
  asunto: AsuntoDeAclaracion;
  estado: EstadoDeAclaracion;
  presentadaEn: Date;
  esperaDesde: Date | null;
  enPlazo: boolean | null;
  titular: { rfc: string; nombre: string };
  atiende: { nombre: string } | null;
}

/** The aclaraciones that support works through, with how long each has waited. */
export function TablaParaAtender({ aclaraciones, ahora }: Props) {
  return (
    <Tabla
      titulo="Aclaraciones"
      columnas={COLUMNAS}
      filas={aclaraciones.map((aclaracion) => ({ id: aclaracion.folio, celdas: toCeldas(aclaracion, ahora) }))}
      vacia="No hay aclaraciones en este estado. Elige otro para ver las demás."
    />
  );
}
interface Props {
  aclaraciones: readonly AclaracionParaAtender[];
  ahora: Date;
}

function toCeldas(aclaracion: AclaracionParaAtender, ahora: Date) {
  const { folio, asunto, estado, presentadaEn, esperaDesde, enPlazo, titular, atiende } = aclaracion;
  return {
    folio: <a href={`/soporte/aclaraciones/${folio}`}>{folio}</a>,
    espera: esperaDesde ? describeEspera(esperaDesde, ahora) : `No; se presentó el ${formatFecha(presentadaEn)}`,
    estado: <EtiquetaDeEstado estado={estado} />,
    asunto: ASUNTO_EN_PALABRAS[asunto],
    enPlazo: describePlazo(enPlazo),
    titular: `${maskRfc(titular.rfc)} ${maskNombre(titular.nombre)}`,
    atiende: atiende?.nombre ?? '—',
  };
}

/** Whether it came within 24 hours of the registration that it is about; a later one is attended all the same. */
export function describePlazo(enPlazo: boolean | null): string {
  if (enPlazo === null) return 'No es sobre un registro';
  return enPlazo ? 'Sí' : 'No; se atiende igual';
}
