import { formatFecha } from '#domain/fecha.ts';
import { type Designacion, paresDeDesignacion } from '#domain/representacion/designacion.ts';
import type { SituacionDeRepresentacion } from '#domain/representacion/estado.ts';
import { Paginas } from '#ui/components/paginas/paginas.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';
import { ETIQUETA_DE_REPRESENTACION } from '#wording/etiquetas.ts';
import { type FirmaDeDesignacion, firmasDeDesignacion } from '#wording/soporte/firmas-de-designacion.ts';

interface DesignacionDeSoporte extends Designacion {
  folio: string;
  elOtro: string;
  situacion: SituacionDeRepresentacion;
  vigenteDesde: Date | null;
  terminadaEn: Date | null;
  firmas: readonly FirmaDeDesignacion[];
}

const COLUMNAS: Columna<DesignacionDeSoporte>[] = [
  { titulo: 'Folio', entera: true, celda: ({ folio }) => <a href={`/soporte/folios/${folio}`}>{folio}</a> },
  { titulo: 'RFC', celda: ({ elOtro }) => elOtro },
  { titulo: 'Estado', celda: ({ situacion }) => ETIQUETA_DE_REPRESENTACION[situacion] },
  { titulo: 'Desde', celda: ({ vigenteDesde }) => vigenteDesde && formatFecha(vigenteDesde) },
  { titulo: 'Hasta', celda: ({ terminadaEn, hasta }) => formatFecha(terminadaEn ?? new Date(hasta)) },
  { titulo: 'Facultades', larga: true, celda: (fila) => paresDeDesignacion(fila)[0]?.[1] },
  {
    titulo: 'Firmas',
    larga: true,
    celda: ({ firmas }) =>
      firmasDeDesignacion(firmas).map(({ termino, valor }) => (
        <p key={termino}>
          {termino}: {valor}.
        </p>
      )),
  },
];

/** Both directions, each by its pages; a folio uncovers its own. */
export function DesignacionesDeTitular({ loRepresentan, representa, despuesDe }: Props) {
  return (
    <>
      <Direccion
        titulo="Quién lo representa"
        vacia="No ha propuesto ni nombrado representantes."
        parametro="representantes"
        despuesDe={despuesDe.representantes}
        {...loRepresentan}
      />
      <Direccion
        titulo="A quién representa"
        vacia="Nadie lo ha propuesto ni nombrado su representante."
        parametro="clientes"
        despuesDe={despuesDe.clientes}
        {...representa}
      />
    </>
  );
}
interface Pagina {
  filas: readonly DesignacionDeSoporte[];
  hasMas: boolean;
}
interface Props {
  loRepresentan: Pagina;
  representa: Pagina;
  despuesDe: { representantes?: string; clientes?: string };
}

function Direccion({ titulo, vacia, parametro, despuesDe, filas, hasMas }: PropsDeDireccion) {
  return (
    <div id={parametro}>
      <Pila>
        <Tabla titulo={titulo} tituloVisible columnas={COLUMNAS} filas={filas} vacia={vacia} />
        <Paginas
          nombre={`Páginas de ${titulo.toLowerCase()}`}
          siguiente={hasMas ? `?${parametro}=${filas.at(-1)?.folio}#${parametro}` : null}
          primera={despuesDe === undefined ? null : `?#${parametro}`}
        />
      </Pila>
    </div>
  );
}
interface PropsDeDireccion extends Pagina {
  titulo: string;
  vacia: string;
  parametro: 'representantes' | 'clientes';
  despuesDe: string | undefined;
}
