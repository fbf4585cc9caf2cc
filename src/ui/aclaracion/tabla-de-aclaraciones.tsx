import { ASUNTO_EN_PALABRAS } from '#domain/aclaracion/asunto.ts';
import { formatFecha } from '#domain/fecha.ts';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';
import { EtiquetaDeEstado } from './etiqueta-de-estado.tsx';
import type { AclaracionParaAtender } from './tabla-para-atender.tsx';

const COLUMNAS = [
  { clave: 'folio', titulo: 'Folio', entera: true },
  { clave: 'asunto', titulo: 'Asunto' },
  { clave: 'fecha', titulo: 'Fecha' },
  { clave: 'estado', titulo: 'Estado' },
  { clave: 'respuesta', titulo: 'Última respuesta' },
  { clave: 'acuse', titulo: 'Acuse' },
] as const satisfies Columna<string>[];

type AclaracionEnTabla = Pick<AclaracionParaAtender, 'folio' | 'asunto' | 'estado' | 'presentadaEn'> & {
  respondidaEn: Date | null;
};

/** The aclaraciones of a titular; each opens with its answers. */
export function TablaDeAclaraciones({ aclaraciones }: { aclaraciones: readonly AclaracionEnTabla[] }) {
  return (
    <Tabla
      titulo="Mis aclaraciones"
      columnas={COLUMNAS}
      filas={aclaraciones.map(({ folio, asunto, estado, presentadaEn, respondidaEn }) => ({
        id: folio,
        celdas: {
          folio: (
            <a id={`aclaracion-${folio}`} href={`/buzon/aclaraciones/${folio}`}>
              {folio}
            </a>
          ),
          asunto: ASUNTO_EN_PALABRAS[asunto],
          fecha: formatFecha(presentadaEn),
          estado: <EtiquetaDeEstado estado={estado} />,
          respuesta: respondidaEn ? formatFecha(respondidaEn) : '—',
          acuse: (
            <a href={`/buzon/acuses/${folio}/aclaracion`} aria-describedby={`aclaracion-${folio}`}>
              Descargar
            </a>
          ),
        },
      }))}
      vacia="Todavía no tienes aclaraciones. Presiona «Nueva aclaración» para presentar la primera."
    />
  );
}
