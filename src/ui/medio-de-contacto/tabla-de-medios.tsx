import { formatFecha } from '#domain/fecha.ts';
import { type EstadoDeEntrega, ETIQUETA_DE_ENTREGA } from '#domain/medio-de-contacto/entrega.ts';
import { type EstadoDeMedio, ETIQUETA_DE_ESTADO } from '#domain/medio-de-contacto/estado.ts';
import { ETIQUETA_DE_MECANISMO, type Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { formatTelefono } from '#domain/medio-de-contacto/telefono.ts';
import { Etiqueta, type TonoDeEtiqueta } from '#ui/components/etiqueta/etiqueta.tsx';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';
import { BotonDeValidar } from './boton-de-validar.tsx';

export interface MedioEnTabla {
  folio: string;
  mecanismo: Mecanismo;
  valor: string;
  estado: EstadoDeMedio;
  entrega: EstadoDeEntrega | null;
  fechaDeRegistro: Date;
  venceEn: Date;
  fechaDeValidacion: Date | null;
  fechaDeBaja: Date | null;
}

const COLUMNAS = [
  { clave: 'folio', titulo: 'Folio' },
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

/** The guide's table of medios de contacto, and what each of them still needs (V, steps 10, 14 and 18). */
export function TablaDeMedios({ medios }: { medios: MedioEnTabla[] }) {
  return (
    <Tabla
      titulo="Mis medios de contacto"
      columnas={COLUMNAS}
      filas={medios.map((medio) => ({ id: medio.folio, celdas: celdasDe(medio) }))}
      vacia="Todavía no tienes medios de contacto. Presiona «Nuevo medio de contacto» para registrar el primero."
    />
  );
}

function celdasDe(medio: MedioEnTabla) {
  const { folio, mecanismo, valor, estado, entrega } = medio;
  const isEnProceso = estado === 'EN_PROCESO';
  return {
    folio: <span id={`folio-${folio}`}>{folio}</span>,
    mecanismo: ETIQUETA_DE_MECANISMO[mecanismo],
    valor: mecanismo === 'TELEFONO' ? formatTelefono(valor) : valor,
    estatus: (
      <>
        <Etiqueta tono={TONOS[estado]}>{ETIQUETA_DE_ESTADO[estado]}</Etiqueta>
        {isEnProceso && mecanismo === 'TELEFONO' && (
          <BotonDeValidar folio={folio} describedBy={`folio-${folio}`} compacto />
        )}
      </>
    ),
    registro: formatFecha(medio.fechaDeRegistro),
    acuseDeRegistro: <Descargar folio={folio} tipo="registro" />,
    vence: isEnProceso ? formatFecha(medio.venceEn) : '—',
    entrega: entrega ? ETIQUETA_DE_ENTREGA[entrega] : '—',
    validacion: medio.fechaDeValidacion ? formatFecha(medio.fechaDeValidacion) : '—',
    acuseDeValidacion: medio.fechaDeValidacion ? <Descargar folio={folio} tipo="validacion" /> : '—',
    baja: medio.fechaDeBaja ? formatFecha(medio.fechaDeBaja) : '—',
  };
}

function Descargar({ folio, tipo }: { folio: string; tipo: 'registro' | 'validacion' }) {
  return (
    <a href={`/buzon/acuses/${folio}/${tipo}`} aria-describedby={`folio-${folio}`}>
      Descargar
    </a>
  );
}
