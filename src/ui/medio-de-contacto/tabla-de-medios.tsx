import type { CausaDeBaja } from '#domain/acuse/datos.ts';
import { formatRegistros } from '#domain/cantidad.ts';
import { formatFecha, formatTiempoRestante } from '#domain/fecha.ts';
import { type CausaDeCancelacion, causaDeCancelacion } from '#domain/medio-de-contacto/plazo.ts';
import { formatMedio } from '#domain/medio-de-contacto/telefono.ts';
import { DescargarAcuse } from '#ui/acuse/descargar-acuse.tsx';
import { Enlace } from '#ui/components/enlace/enlace.tsx';
import { EtiquetaDeEstado } from '#ui/components/etiqueta/etiqueta.tsx';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';
import { ETIQUETA_DE_MECANISMO } from '#wording/etiquetas.ts';
import {
  type AccionDeReenviar,
  AccionesDelMedio,
  EliminarMedio,
  OtrasAcciones,
  type QuePuede,
} from './acciones-del-medio.tsx';
import type { MedioMostrado } from './medio-mostrado.ts';
import { reemplazoEnPalabras } from './reemplazo.tsx';
import { Entrega, saludEnPalabras } from './salud-del-medio.tsx';

const MOTIVOS = {
  PLAZO: 'No se validó a tiempo. Regístralo nuevamente.',
  INTENTOS: 'Se capturaron diez códigos incorrectos. Regístralo nuevamente.',
  AJENO: 'Quien recibe los mensajes dijo que no es su correo. Registra uno tuyo.',
} as const satisfies Record<CausaDeCancelacion, string>;

const CAUSAS_DE_BAJA = {
  PADRON: 'Sus Registros Patronales dejaron de estar a tu nombre en el padrón.',
} as const satisfies Record<CausaDeBaja, string>;

const COLUMNAS: Columna<MedioMostrado & Omit<Props, 'medios'>>[] = [
  { titulo: 'Eliminar', isSinTitulo: true, enTarjeta: 'pie', celda: (medio) => <EliminarMedio medio={medio} /> },
  {
    titulo: 'Folio',
    entera: true,
    enTarjeta: 'detalle',
    celda: ({ folio }) => <span id={`folio-${folio}`}>{folio}</span>,
  },
  {
    titulo: 'Mecanismo de Comunicación',
    enTarjeta: 'detalle',
    celda: ({ mecanismo }) => ETIQUETA_DE_MECANISMO[mecanismo],
  },
  {
    titulo: 'Medios de Contacto',
    larga: true,
    enTarjeta: 'cabeza',
    celda: ({ reenviar, puede, ...medio }) => (
      <>
        <div>
          {formatMedio(medio)}
          {medio.etiqueta && <p>«{medio.etiqueta}»</p>}
          <Alcance medio={medio} />
        </div>
        <AccionesDelMedio medio={medio} puede={puede} reenviar={reenviar} />
        <OtrasAcciones medio={medio} puede={puede} />
      </>
    ),
  },
  {
    titulo: 'Estatus',
    celda: (medio) => (
      <div>
        <EtiquetaDeEstado estado={medio.estado} />
        {saludEnPalabras(medio) && <p>{saludEnPalabras(medio)}</p>}
        {medio.estado === 'VALIDADO' && medio.reemplazadoPor && <p>{reemplazoEnPalabras(medio.reemplazadoPor)}</p>}
        {medio.estado === 'CANCELADO' && <p>{MOTIVOS[causaDeCancelacion(medio)]}</p>}
      </div>
    ),
  },
  {
    titulo: 'Fecha de Registro',
    enTarjeta: 'detalle',
    celda: ({ fechaDeRegistro }) => formatFecha(fechaDeRegistro),
  },
  {
    titulo: 'Acuse de Registro',
    enTarjeta: 'pie',
    celda: ({ folio }) => <Descargar folio={folio} tipo="registro" />,
  },
  {
    titulo: 'Vence',
    celda: ({ estado, venceEn, now }) =>
      estado === 'EN_PROCESO' && (
        <div>
          {formatFecha(venceEn)}
          <br />
          {formatTiempoRestante(now, venceEn)}
        </div>
      ),
  },
  {
    titulo: 'Entrega',
    enTarjeta: ({ estado }) => (estado === 'EN_PROCESO' ? undefined : 'detalle'),
    celda: (medio) => medio.entrega && <Entrega medio={medio} entrega={medio.entrega} />,
  },
  {
    titulo: 'Fecha de Validación',
    enTarjeta: 'detalle',
    celda: ({ fechaDeValidacion, confirmadoEn }) =>
      fechaDeValidacion && (
        <div>
          {formatFecha(fechaDeValidacion)}
          {confirmadoEn && <p>Confirmado el {formatFecha(confirmadoEn)}</p>}
        </div>
      ),
  },
  {
    titulo: 'Acuse de Validación',
    enTarjeta: 'pie',
    celda: ({ folio, fechaDeValidacion }) => fechaDeValidacion && <Descargar folio={folio} tipo="validacion" />,
  },
  {
    titulo: 'Fecha de Baja',
    enTarjeta: 'pie',
    celda: ({ folio, baja, fechaDeBaja }) =>
      fechaDeBaja && (
        <div>
          {formatFecha(fechaDeBaja)}
          {baja && (
            <>
              <br />
              <Descargar folio={folio} tipo="baja" />
            </>
          )}
          {baja?.causa && <p>{CAUSAS_DE_BAJA[baja.causa]}</p>}
        </div>
      ),
  },
];

/** The guide's table of medios de contacto, and what each of them still needs (V, steps 10, 14 and 18). */
export function TablaDeMedios({ medios, ...pagina }: Props) {
  return (
    <Tabla
      titulo="Mis medios de contacto"
      columnas={COLUMNAS}
      filas={medios.map((medio) => ({ ...medio, ...pagina }))}
      vacia="Todavía no tienes medios de contacto. Presiona «Nuevo medio de contacto» para registrar el primero."
    />
  );
}
interface Props {
  medios: MedioMostrado[];
  /** The moment that what is left of a deadline is counted from. */
  now: Date;
  puede: QuePuede;
  reenviar: AccionDeReenviar;
}

/** What it is for; those of registros patronales open the list of them. */
function Alcance({ medio: { folio, registros } }: { medio: Pick<MedioMostrado, 'folio' | 'registros'> }) {
  if (registros === null) return null;
  return (
    <p>
      <Enlace href={`/buzon/medios-de-contacto/${folio}/registros-patronales`} aria-describedby={`folio-${folio}`}>
        {formatRegistros(registros)}
      </Enlace>
    </p>
  );
}

function Descargar({ folio, tipo }: { folio: string; tipo: 'registro' | 'validacion' | 'baja' }) {
  return <DescargarAcuse folio={folio} tipo={tipo} describedBy={`folio-${folio}`} />;
}
