import type { CausaDeBaja } from '#domain/acuse/datos.ts';
import { formatRegistros } from '#domain/cantidad.ts';
import { formatFecha, formatTiempoRestante } from '#domain/fecha.ts';
import { type CausaDeCancelacion, causaDeCancelacion } from '#domain/medio-de-contacto/cancelacion.ts';
import type { EstadoDeEntrega } from '#domain/medio-de-contacto/entrega.ts';
import type { EstadoDeMedio } from '#domain/medio-de-contacto/estado.ts';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { formatTelefono } from '#domain/medio-de-contacto/telefono.ts';
import { Etiqueta, type TonoDeEtiqueta } from '#ui/components/etiqueta/etiqueta.tsx';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';
import { ETIQUETA_DE_ESTADO, ETIQUETA_DE_MECANISMO } from '#wording/etiquetas.ts';
import { type AccionDeReenviar, AccionesDelMedio } from './acciones-del-medio.tsx';
import { Entrega } from './entrega.tsx';

interface MedioEnTabla {
  folio: string;
  mecanismo: Mecanismo;
  valor: string;
  estado: EstadoDeMedio;
  entrega: EstadoDeEntrega | null;
  /** Why a message did not arrive, as a code; null where that is not known. */
  motivo: string | null;
  demoradoHasta: Date | null;
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

const COLUMNAS = [
  { clave: 'folio', titulo: 'Folio', entera: true },
  { clave: 'mecanismo', titulo: 'Mecanismo de Comunicación' },
  { clave: 'valor', titulo: 'Medios de Contacto', larga: true },
  { clave: 'estatus', titulo: 'Estatus' },
  { clave: 'registro', titulo: 'Fecha de Registro' },
  { clave: 'acuseDeRegistro', titulo: 'Acuse de Registro' },
  { clave: 'vence', titulo: 'Vence' },
  { clave: 'entrega', titulo: 'Entrega' },
  { clave: 'validacion', titulo: 'Fecha de Validación' },
  { clave: 'acuseDeValidacion', titulo: 'Acuse de Validación' },
  { clave: 'baja', titulo: 'Fecha de Baja' },
] as const satisfies Columna<string>[];

const TONOS = {
  EN_PROCESO: 'amarillo',
  VALIDADO: 'verde',
  CANCELADO: 'rojo',
  BAJA: 'gris',
} as const satisfies Record<EstadoDeMedio, TonoDeEtiqueta>;

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
      columnas={COLUMNAS}
      filas={medios.map((medio) => ({ id: medio.folio, celdas: celdasDe(medio, now, reenviar) }))}
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

function celdasDe(medio: MedioEnTabla, now: Date, reenviar: AccionDeReenviar) {
  const { folio, mecanismo, valor, estado } = medio;
  return {
    folio: <span id={`folio-${folio}`}>{folio}</span>,
    mecanismo: ETIQUETA_DE_MECANISMO[mecanismo],
    valor: (
      <div>
        {mecanismo === 'TELEFONO' ? formatTelefono(valor) : valor}
        <Alcance medio={medio} />
        <AccionesDelMedio medio={medio} reenviar={reenviar} />
      </div>
    ),
    estatus: (
      <div>
        <Etiqueta tono={TONOS[estado]}>{ETIQUETA_DE_ESTADO[estado]}</Etiqueta>
        {estado === 'CANCELADO' && <p>{MOTIVOS[causaDeCancelacion(medio)]}</p>}
      </div>
    ),
    registro: formatFecha(medio.fechaDeRegistro),
    acuseDeRegistro: <Descargar folio={folio} tipo="registro" />,
    vence: estado === 'EN_PROCESO' ? <Plazo venceEn={medio.venceEn} now={now} /> : '—',
    entrega: <Entrega medio={medio} />,
    validacion: medio.fechaDeValidacion ? formatFecha(medio.fechaDeValidacion) : '—',
    acuseDeValidacion: medio.fechaDeValidacion ? <Descargar folio={folio} tipo="validacion" /> : '—',
    baja: <Baja medio={medio} />,
  };
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
  return (
    <a href={`/buzon/acuses/${folio}/${tipo}`} aria-describedby={`folio-${folio}`}>
      Descargar
    </a>
  );
}
