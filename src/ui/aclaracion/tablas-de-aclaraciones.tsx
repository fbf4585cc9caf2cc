import { ASUNTO_EN_PALABRAS, type AsuntoDeAclaracion } from '#domain/aclaracion/asunto.ts';
import type { EstadoDeAclaracion } from '#domain/aclaracion/estado.ts';
import { formatFecha } from '#domain/fecha.ts';
import { maskNombre, maskRfc } from '#domain/mascara.ts';
import { DescargarAcuse } from '../acuse/descargar-acuse.tsx';
import { Enlace } from '../components/enlace/enlace.tsx';
import { EtiquetaDeEstado } from '../components/etiqueta/etiqueta.tsx';
import { Dato, ListaDeDatos } from '../components/lista-de-datos/lista-de-datos.tsx';
import { type Columna, Tabla, tablaDe } from '../components/tabla/tabla.tsx';

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
    { titulo: 'Atiende', celda: ({ atiende }) => atiende?.nombre },
  ];
}

/** Whether it came within 24 hours of the registration that it is about; a later one is attended all the same. */
function describePlazo(enPlazo: boolean | null): string {
  if (enPlazo === null) return 'No es sobre un registro';
  return enPlazo ? 'Sí' : 'No; se atiende igual';
}

type AclaracionEnTabla = Pick<AclaracionParaAtender, 'folio' | 'asunto' | 'estado' | 'presentadaEn'> & {
  respondidaEn: Date | null;
};

export const TablaDeAclaraciones = tablaDe<AclaracionEnTabla>({
  titulo: 'Mis aclaraciones',
  columnas: [
    {
      titulo: 'Folio',
      entera: true,
      celda: ({ folio }) => (
        <Enlace id={`aclaracion-${folio}`} href={`/buzon/aclaraciones/${folio}`}>
          {folio}
        </Enlace>
      ),
    },
    { titulo: 'Asunto', celda: ({ asunto }) => ASUNTO_EN_PALABRAS[asunto] },
    { titulo: 'Fecha', celda: ({ presentadaEn }) => formatFecha(presentadaEn) },
    { titulo: 'Estado', celda: ({ estado }) => <EtiquetaDeEstado estado={estado} /> },
    { titulo: 'Última respuesta', celda: ({ respondidaEn }) => respondidaEn && formatFecha(respondidaEn) },
    {
      titulo: 'Acuse',
      celda: ({ folio }) => <DescargarAcuse folio={folio} tipo="aclaracion" describedBy={`aclaracion-${folio}`} />,
    },
  ],
  vacia: 'Todavía no tienes aclaraciones. Presiona «Nueva aclaración» para presentar la primera.',
});

/** What support sees of an aclaración before reading it, covered or not, with the way to all that happened to it. */
export function DatosDeAclaracion({ aclaracion }: PropsDeDatos) {
  const { folio, estado, asunto, presentadaEn, cerradaEn, titular, medio, enPlazo, atiende } = aclaracion;
  return (
    <ListaDeDatos>
      <Dato termino="Folio">
        <a href={`/soporte/folios/${folio}`}>{folio}</a>
      </Dato>
      <Dato termino="Estado">
        <EtiquetaDeEstado estado={estado} />
      </Dato>
      <Dato termino="Asunto">{ASUNTO_EN_PALABRAS[asunto]}</Dato>
      <Dato termino="Fecha">{formatFecha(presentadaEn)}</Dato>
      <Dato termino="Titular">
        <a href={`/soporte/titulares/${titular.id}`}>{titular.rfc}</a> {titular.nombre}
      </Dato>
      {medio && (
        <Dato termino="Medio de contacto">
          <a href={`/soporte/folios/${medio.folio}`}>{medio.folio}</a>: {medio.valor}, registrado el{' '}
          {formatFecha(medio.fechaDeRegistro)}
        </Dato>
      )}
      <Dato termino="Presentada dentro de las 24 horas del registro">{describePlazo(enPlazo)}</Dato>
      <Dato termino="Atiende">{atiende?.nombre ?? 'Nadie todavía'}</Dato>
      {cerradaEn && <Dato termino="Fecha de cierre">{formatFecha(cerradaEn)}</Dato>}
    </ListaDeDatos>
  );
}
interface PropsDeDatos {
  aclaracion: Omit<AclaracionParaAtender, 'esperaDesde'> & {
    cerradaEn: Date | null;
    titular: { id: string };
    medio: { folio: string; valor: string; fechaDeRegistro: Date } | null;
  };
}

const UNIDADES = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;
const HACE = new Intl.RelativeTimeFormat('es-MX');

/** How long somebody has waited, in the largest unit that fits: «hace 3 horas». */
export function describeEspera(desde: Date, ahora: Date): string {
  const ms = ahora.getTime() - desde.getTime();
  const unidad = UNIDADES.find(([, unidadMs]) => ms >= unidadMs);
  return unidad ? HACE.format(-Math.floor(ms / unidad[1]), unidad[0]) : 'hace menos de un minuto';
}
