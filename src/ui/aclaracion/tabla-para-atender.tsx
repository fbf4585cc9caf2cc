import { ASUNTO_EN_PALABRAS, type AsuntoDeAclaracion } from '#domain/aclaracion/asunto.ts';
import type { EstadoDeAclaracion } from '#domain/aclaracion/estado.ts';
import { formatFecha } from '#domain/fecha.ts';
import { maskNombre, maskRfc } from '#domain/mascara.ts';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';
import { describeEspera } from './describe-espera.ts';
import { EtiquetaDeEstado } from './etiqueta-de-estado.tsx';

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

export function TablaParaAtender({ aclaraciones, ahora }: Props) {
  return (
    <Tabla
      titulo="Aclaraciones"
      columnas={columnasDe(ahora)}
      filas={aclaraciones}
      idDe={({ folio }) => folio}
      vacia="No hay aclaraciones en este estado. Elige otro para ver las demás."
    />
  );
}

interface Props {
  aclaraciones: readonly AclaracionParaAtender[];
  ahora: Date;
}

function columnasDe(ahora: Date): Columna<AclaracionParaAtender>[] {
  return [
    { titulo: 'Folio', entera: true, celda: ({ folio }) => <a href={`/soporte/aclaraciones/${folio}`}>{folio}</a> },
    {
      titulo: 'Espera respuesta',
      celda: ({ esperaDesde, presentadaEn }) =>
        esperaDesde ? describeEspera(esperaDesde, ahora) : `No; se presentó el ${formatFecha(presentadaEn)}`,
    },
    { titulo: 'Estado', celda: ({ estado }) => <EtiquetaDeEstado estado={estado} /> },
    { titulo: 'Asunto', celda: ({ asunto }) => ASUNTO_EN_PALABRAS[asunto] },
    { titulo: 'Dentro de 24 horas', celda: ({ enPlazo }) => describePlazo(enPlazo) },
    { titulo: 'Titular', celda: ({ titular }) => `${maskRfc(titular.rfc)} ${maskNombre(titular.nombre)}` },
    { titulo: 'Atiende', celda: ({ atiende }) => atiende?.nombre ?? '—' },
  ];
}

/** Whether it came within 24 hours of the registration that it is about; a later one is attended all the same. */
export function describePlazo(enPlazo: boolean | null): string {
  if (enPlazo === null) return 'No es sobre un registro';
  return enPlazo ? 'Sí' : 'No; se atiende igual';
}
