import type { EstadoDeAclaracion } from '#domain/aclaracion/estado.ts';
import { formatAlcance, formatCantidad } from '#domain/cantidad.ts';
import { formatFecha } from '#domain/fecha.ts';
import type { SituacionDeSolicitud } from '#domain/solicitud/estado.ts';
import type { MedioHallado, TitularHallado } from '#domain/soporte/hallado.ts';
import { EtiquetaDeBuzon } from '#ui/components/etiqueta/etiqueta.tsx';
import { Dato, ListaDeDatos } from '#ui/components/lista-de-datos/lista-de-datos.tsx';
import { Paginas } from '#ui/components/paginas/paginas.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';
import { ETIQUETA_DE_ACLARACION, ETIQUETA_DE_SOLICITUD } from '#wording/etiquetas.ts';
import { COLUMNAS_DE_MEDIO } from './hallazgos.tsx';

export function DatosDeTitular({ titular: { rfc, nombre, registros, activo } }: { titular: TitularHallado }) {
  return (
    <ListaDeDatos>
      <Dato termino="RFC">{rfc}</Dato>
      <Dato termino="Nombre o razón social">{nombre}</Dato>
      <Dato termino="Buzón">
        <EtiquetaDeBuzon activo={activo} />
      </Dato>
      <Dato termino="Registros Patronales vigentes">{formatCantidad(registros)}</Dato>
    </ListaDeDatos>
  );
}

type MedioDeTitular = Omit<MedioHallado, 'titular'> & { registros: number | null };

const COLUMNAS_DE_MEDIOS: Columna<MedioDeTitular>[] = [
  ...COLUMNAS_DE_MEDIO.slice(0, 2),
  { titulo: 'Alcance', celda: ({ registros }) => formatAlcance(registros, 'El RFC') },
  ...COLUMNAS_DE_MEDIO.slice(2),
];

export function MediosDeTitular({ filas, hasMas, isPrimera }: PropsDeMedios) {
  return (
    <Pila>
      <Tabla
        titulo="Medios de contacto"
        tituloVisible
        columnas={COLUMNAS_DE_MEDIOS}
        filas={filas}
        vacia="No ha registrado ningún medio de contacto."
      />
      <Paginas
        nombre="Páginas de medios de contacto"
        siguiente={hasMas ? `?medios=${filas.at(-1)?.folio}` : null}
        primera={isPrimera ? null : '?'}
      />
    </Pila>
  );
}
interface PropsDeMedios {
  filas: readonly MedioDeTitular[];
  hasMas: boolean;
  isPrimera: boolean;
}

interface OtroFolio {
  folio: string;
  tramite: string;
  estatus: string;
  fecha: Date;
}

const COLUMNAS_DE_FOLIOS: Columna<OtroFolio>[] = [
  { titulo: 'Folio', entera: true, celda: ({ folio }) => <a href={`/soporte/folios/${folio}`}>{folio}</a> },
  { titulo: 'Trámite', celda: ({ tramite }) => tramite },
  { titulo: 'Estatus', celda: ({ estatus }) => estatus },
  { titulo: 'Fecha', celda: ({ fecha }) => formatFecha(fecha) },
];

/** What else the titular has a folio for: solicitudes, aclaraciones, and registros patronales taken off a medio. */
export function FoliosDeTitular({ titular: { solicitudes, aclaraciones, bajas } }: PropsDeFolios) {
  const folios = [
    ...solicitudes.map(({ folio, fecha, estado }) => ({
      folio,
      fecha,
      tramite: 'Solicitud y manifestación',
      estatus: ETIQUETA_DE_SOLICITUD[estado],
    })),
    ...aclaraciones.map(({ folio, presentadaEn, estado }) => ({
      folio,
      fecha: presentadaEn,
      tramite: 'Aclaración',
      estatus: ETIQUETA_DE_ACLARACION[estado],
    })),
    ...bajas.map(({ folio, fecha }) => ({
      folio,
      fecha,
      tramite: 'Baja de registros patronales',
      estatus: 'Concluida',
    })),
  ];
  return (
    <Tabla
      titulo="Otros folios"
      tituloVisible
      columnas={COLUMNAS_DE_FOLIOS}
      filas={folios}
      vacia="No ha firmado la solicitud, ni presentado aclaraciones, ni quitado registros patronales de un medio."
    />
  );
}
interface PropsDeFolios {
  titular: {
    solicitudes: readonly { folio: string; fecha: Date; estado: SituacionDeSolicitud }[];
    aclaraciones: readonly { folio: string; presentadaEn: Date; estado: EstadoDeAclaracion }[];
    bajas: readonly { folio: string; fecha: Date }[];
  };
}
