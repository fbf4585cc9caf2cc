import type { EstadoDeAclaracion } from '#domain/aclaracion/estado.ts';
import { formatCantidad, formatRegistros } from '#domain/cantidad.ts';
import { formatFecha } from '#domain/fecha.ts';
import type { SituacionDeSolicitud } from '#domain/solicitud/estado.ts';
import type { MedioHallado, TitularHallado } from '#domain/soporte/hallado.ts';
import { Etiqueta } from '#ui/components/etiqueta/etiqueta.tsx';
import { ListaDeDatos } from '#ui/components/lista-de-datos/lista-de-datos.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';
import { ETIQUETA_DE_ACLARACION, ETIQUETA_DE_MECANISMO, ETIQUETA_DE_SOLICITUD } from '#wording/etiquetas.ts';
import { EtiquetaDeEstado } from './etiqueta-de-estado.tsx';
import { Paginas } from './paginas.tsx';

/** Who it is, covered. */
export function DatosDeTitular({ titular: { rfc, nombre, registros, activo } }: PropsDeDatos) {
  return (
    <ListaDeDatos
      datos={[
        { termino: 'RFC', valor: rfc },
        { termino: 'Nombre o razón social', valor: nombre },
        {
          termino: 'Buzón',
          valor: <Etiqueta tono={activo ? 'verde' : 'gris'}>{activo ? 'Activo' : 'Sin activar'}</Etiqueta>,
        },
        { termino: 'Registros Patronales vigentes', valor: formatCantidad(registros) },
      ]}
    />
  );
}
interface PropsDeDatos {
  titular: TitularHallado;
}

const COLUMNAS_DE_MEDIOS = [
  { clave: 'folio', titulo: 'Folio', entera: true },
  { clave: 'valor', titulo: 'Medio de contacto', larga: true },
  { clave: 'alcance', titulo: 'Alcance' },
  { clave: 'estatus', titulo: 'Estatus' },
  { clave: 'fecha', titulo: 'Fecha de Registro' },
] as const satisfies Columna<string>[];

/** Every medio of the titular, the newest first. */
export function MediosDeTitular({ filas, hasMas, isPrimera }: PropsDeMedios) {
  const last = filas.at(-1);
  return (
    <Pila>
      <Tabla
        titulo="Medios de contacto"
        tituloVisible
        columnas={COLUMNAS_DE_MEDIOS}
        filas={filas.map(({ folio, mecanismo, valor, registros, estado, fechaDeRegistro }) => ({
          id: folio,
          celdas: {
            folio: <a href={`/soporte/folios/${folio}`}>{folio}</a>,
            valor: `${ETIQUETA_DE_MECANISMO[mecanismo]} ${valor}`,
            alcance: registros === null ? 'El RFC' : formatRegistros(registros),
            estatus: <EtiquetaDeEstado estado={estado} />,
            fecha: formatFecha(fechaDeRegistro),
          },
        }))}
        vacia="No ha registrado ningún medio de contacto."
      />
      <Paginas
        nombre="Páginas de medios de contacto"
        siguiente={hasMas && last ? `?medios=${last.folio}` : null}
        primera={isPrimera ? null : '?'}
      />
    </Pila>
  );
}
interface PropsDeMedios {
  filas: readonly (Omit<MedioHallado, 'titular'> & { registros: number | null })[];
  hasMas: boolean;
  isPrimera: boolean;
}

const COLUMNAS_DE_FOLIOS = [
  { clave: 'folio', titulo: 'Folio', entera: true },
  { clave: 'tramite', titulo: 'Trámite' },
  { clave: 'estatus', titulo: 'Estatus' },
  { clave: 'fecha', titulo: 'Fecha' },
] as const satisfies Columna<string>[];

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
      filas={folios.map(({ folio, fecha, tramite, estatus }) => ({
        id: folio,
        celdas: {
          folio: <a href={`/soporte/folios/${folio}`}>{folio}</a>,
          tramite,
          estatus,
          fecha: formatFecha(fecha),
        },
      }))}
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
