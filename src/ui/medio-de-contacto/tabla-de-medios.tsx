import type { CausaDeBaja } from '#domain/acuse/datos.ts';
import { formatRegistros } from '#domain/cantidad.ts';
import { formatFecha, formatTiempoRestante } from '#domain/fecha.ts';
import { type CausaDeCancelacion, causaDeCancelacion } from '#domain/medio-de-contacto/cancelacion.ts';
import type { EstadoDeEntrega } from '#domain/medio-de-contacto/entrega.ts';
import type { EstadoDeMedio } from '#domain/medio-de-contacto/estado.ts';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { formatTelefono } from '#domain/medio-de-contacto/telefono.ts';
import { DescargarAcuse } from '#ui/acuse/descargar-acuse.tsx';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';
import { ETIQUETA_DE_MECANISMO } from '#wording/etiquetas.ts';
import { type AccionDeReenviar, AccionesDelMedio } from './acciones-del-medio.tsx';
import { Entrega } from './entrega.tsx';
import { EtiquetaDeEstado } from './etiqueta-de-estado.tsx';

interface MedioEnTabla {
  folio: string;
  mecanismo: Mecanismo;
  valor: string;
  estado: EstadoDeMedio;
  entrega: EstadoDeEntrega | null;
  /** Why a message did not arrive, as a code; null where that is not known. */
  motivo: string | null;
  fechaDeRegistro: Date;
  venceEn: Date;
  fechaDeValidacion: Date | null;
  fechaDeBaja: Date | null;
  /** Its acuse of baja, where there is one, with why it ended where its titular did not ask for it. */
  baja: { causa: CausaDeBaja | null } | null;
  ajenoEn: Date | null;
  intentosFallidos: number;
  /** How many registros patronales it covers; null when it is for the RFC. */
  registros: number | null;
}

const MOTIVOS = {
  PLAZO: 'No se validó a tiempo. Regístralo nuevamente.',
  INTENTOS: 'Se capturaron diez códigos incorrectos. Regístralo nuevamente.',
  AJENO: 'Quien recibe los mensajes dijo que no es su correo. Registra uno tuyo.',
} as const satisfies Record<CausaDeCancelacion, string>;

/** The guide's table of medios de contacto, and what each of them still needs (V, steps 10, 14 and 18). */
export function TablaDeMedios({ medios, now, reenviar }: Props) {
  return (
    <Tabla
      titulo="Mis medios de contacto"
      columnas={columnasDe(now, reenviar)}
      filas={medios}
      idDe={({ folio }) => folio}
      vacia="Todavía no tienes medios de contacto. Presiona «Nuevo medio de contacto» para registrar el primero."
    />
  );
}
interface Props {
  medios: MedioEnTabla[];
  /** The moment that what is left of a deadline is counted from. */
  now: Date;
  reenviar: AccionDeReenviar;
}

function columnasDe(now: Date, reenviar: AccionDeReenviar): Columna<MedioEnTabla>[] {
  return [
    { titulo: 'Folio', entera: true, celda: ({ folio }) => <span id={`folio-${folio}`}>{folio}</span> },
    { titulo: 'Mecanismo de Comunicación', celda: ({ mecanismo }) => ETIQUETA_DE_MECANISMO[mecanismo] },
    {
      titulo: 'Medios de Contacto',
      larga: true,
      celda: (medio) => (
        <div>
          {medio.mecanismo === 'TELEFONO' ? formatTelefono(medio.valor) : medio.valor}
          <Alcance medio={medio} />
          <AccionesDelMedio medio={medio} reenviar={reenviar} />
        </div>
      ),
    },
    {
      titulo: 'Estatus',
      celda: (medio) => (
        <div>
          <EtiquetaDeEstado estado={medio.estado} />
          {medio.estado === 'CANCELADO' && <p>{MOTIVOS[causaDeCancelacion(medio)]}</p>}
        </div>
      ),
    },
    { titulo: 'Fecha de Registro', celda: ({ fechaDeRegistro }) => formatFecha(fechaDeRegistro) },
    { titulo: 'Acuse de Registro', celda: ({ folio }) => <Descargar folio={folio} tipo="registro" /> },
    {
      titulo: 'Vence',
      celda: ({ estado, venceEn }) => (estado === 'EN_PROCESO' ? <Plazo venceEn={venceEn} now={now} /> : '—'),
    },
    { titulo: 'Entrega', celda: (medio) => <Entrega medio={medio} /> },
    {
      titulo: 'Fecha de Validación',
      celda: ({ fechaDeValidacion }) => (fechaDeValidacion ? formatFecha(fechaDeValidacion) : '—'),
    },
    {
      titulo: 'Acuse de Validación',
      celda: ({ folio, fechaDeValidacion }) =>
        fechaDeValidacion ? <Descargar folio={folio} tipo="validacion" /> : '—',
    },
    { titulo: 'Fecha de Baja', celda: (medio) => <Baja medio={medio} /> },
  ];
}

/** What it is for; those of registros patronales open the list of them. */
function Alcance({ medio: { folio, registros } }: { medio: MedioEnTabla }) {
  if (registros === null) return null;
  return (
    <p>
      <a href={`/buzon/medios-de-contacto/${folio}/registros-patronales`} aria-describedby={`folio-${folio}`}>
        {formatRegistros(registros)}
      </a>
    </p>
  );
}

function Plazo({ venceEn, now }: { venceEn: Date; now: Date }) {
  return (
    <div>
      {formatFecha(venceEn)}
      <br />
      {formatTiempoRestante(now, venceEn)}
    </div>
  );
}

function Baja({ medio: { folio, fechaDeBaja, baja } }: { medio: MedioEnTabla }) {
  if (!fechaDeBaja) return '—';
  return (
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
  );
}

const CAUSAS_DE_BAJA = {
  PADRON: 'Sus Registros Patronales dejaron de estar a tu nombre en el padrón.',
} as const satisfies Record<CausaDeBaja, string>;

function Descargar({ folio, tipo }: { folio: string; tipo: 'registro' | 'validacion' | 'baja' }) {
  return <DescargarAcuse folio={folio} tipo={tipo} describedBy={`folio-${folio}`} />;
}
