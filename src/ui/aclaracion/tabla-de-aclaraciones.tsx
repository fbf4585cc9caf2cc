import { ASUNTO_EN_PALABRAS } from '#domain/aclaracion/asunto.ts';
import { formatFecha } from '#domain/fecha.ts';
import { DescargarAcuse } from '#ui/acuse/descargar-acuse.tsx';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';
import { EtiquetaDeEstado } from './etiqueta-de-estado.tsx';
import type { AclaracionParaAtender } from './tabla-para-atender.tsx';

type AclaracionEnTabla = Pick<AclaracionParaAtender, 'folio' | 'asunto' | 'estado' | 'presentadaEn'> & {
  respondidaEn: Date | null;
};

const COLUMNAS: Columna<AclaracionEnTabla>[] = [
  {
    titulo: 'Folio',
    entera: true,
    celda: ({ folio }) => (
      <a id={`aclaracion-${folio}`} href={`/buzon/aclaraciones/${folio}`}>
        {folio}
      </a>
    ),
  },
  { titulo: 'Asunto', celda: ({ asunto }) => ASUNTO_EN_PALABRAS[asunto] },
  { titulo: 'Fecha', celda: ({ presentadaEn }) => formatFecha(presentadaEn) },
  { titulo: 'Estado', celda: ({ estado }) => <EtiquetaDeEstado estado={estado} /> },
  { titulo: 'Última respuesta', celda: ({ respondidaEn }) => (respondidaEn ? formatFecha(respondidaEn) : '—') },
  {
    titulo: 'Acuse',
    celda: ({ folio }) => <DescargarAcuse folio={folio} tipo="aclaracion" describedBy={`aclaracion-${folio}`} />,
  },
];

export function TablaDeAclaraciones({ aclaraciones }: { aclaraciones: readonly AclaracionEnTabla[] }) {
  return (
    <Tabla
      titulo="Mis aclaraciones"
      columnas={COLUMNAS}
      filas={aclaraciones}
      idDe={({ folio }) => folio}
      vacia="Todavía no tienes aclaraciones. Presiona «Nueva aclaración» para presentar la primera."
    />
  );
}
