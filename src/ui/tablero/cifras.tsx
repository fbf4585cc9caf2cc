import { formatCantidad } from '#domain/cantidad.ts';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { RESULTADOS_DE_REBOTE, type ResultadoDeRebote } from '#domain/rebote/resultado.ts';
import { ETIQUETA_DE_REBOTE } from '#wording/etiquetas.ts';
import { formatDuracion, formatParte } from './en-palabras.ts';
import { GraficaDeBarras } from './grafica.tsx';

/** Where those stop who registered their first medio in the range. */
export function EmbudoDeActivacion({ embudo: { registraron, validaron, firmaron } }: PropsDeEmbudo) {
  const pasos = [
    ['1. Registraron un medio de contacto para su RFC', registraron, formatCantidad(registraron - validaron)],
    ['2. Validaron correo y teléfono para su RFC', validaron, formatCantidad(validaron - firmaron)],
    ['3. Firmaron la solicitud', firmaron, '—'],
  ] as const;
  return (
    <GraficaDeBarras
      titulo="Hasta dónde llegan quienes empezaron en estos días"
      nombre="hasta dónde llegan"
      columnas={['Paso', 'Llegaron', 'De quienes empezaron', 'Se quedaron aquí']}
      barras={pasos.map(([paso, valor, dejaron]) => {
        const [llegaron, parte] = [formatCantidad(valor), formatParte(valor, registraron)];
        return { celdas: [paso, llegaron, parte, dejaron], texto: `${llegaron} (${parte})`, valor, todo: registraron };
      })}
    />
  );
}
interface PropsDeEmbudo {
  embudo: { registraron: number; validaron: number; firmaron: number };
}

const PROVEEDOR = {
  CORREO_ELECTRONICO: 'Correo (SMTP)',
  TELEFONO: 'SMS (Twilio)',
} as const satisfies Record<Mecanismo, string>;

export function EntregasPorProveedor({ entregas }: { entregas: readonly (Cuentas & { mecanismo: Mecanismo })[] }) {
  const filas = entregas.map(({ mecanismo, ...cuentas }) => ({ nombre: PROVEEDOR[mecanismo], ...cuentas }));
  return <Entregas titulo="Entrega por proveedor" de="Proveedor" filas={filas} />;
}

/** How many messages the servers of each domain took; those with fewer than five messages are one. */
export function EntregasPorDominio({ entregas }: { entregas: readonly (Cuentas & { dominio: string | null })[] }) {
  const filas = entregas.map(({ dominio, ...cuentas }) => ({ nombre: dominio ?? 'otros', ...cuentas }));
  return <Entregas titulo="Entrega por dominio de correo" de="Dominio" filas={filas} />;
}

interface Cuentas {
  mensajes: number;
  aceptados: number;
  fallidos: number;
}

/** Of those with an answer: what is still on its way is neither. */
function Entregas({ titulo, de, filas }: { titulo: string; de: string; filas: (Cuentas & { nombre: string })[] }) {
  return (
    <GraficaDeBarras
      titulo={titulo}
      columnas={[de, 'Mensajes', 'Aceptados o entregados', 'No entregados', 'En camino']}
      barras={filas.map(({ nombre, mensajes, aceptados, fallidos }) => ({
        celdas: [nombre, ...[mensajes, aceptados, fallidos, mensajes - aceptados - fallidos].map(formatCantidad)],
        texto: `${formatParte(aceptados, aceptados + fallidos)} de ${formatCantidad(mensajes)}`,
        valor: aceptados,
        todo: aceptados + fallidos,
      }))}
      vacia="No se envió ningún mensaje en estos días."
    />
  );
}

/** What came to the mailbox of bounces, and what of it tells of no message of the portal. */
export function Rebotes({ rebotes }: { rebotes: Record<ResultadoDeRebote, number> }) {
  const llegaron = RESULTADOS_DE_REBOTE.filter((resultado) => rebotes[resultado] > 0);
  return (
    <>
      <GraficaDeBarras
        titulo="Lo que llegó al buzón de rebotes"
        nombre="buzón de rebotes"
        columnas={['Qué llegó', 'Mensajes']}
        barras={llegaron.map((resultado) => cuentaDe(ETIQUETA_DE_REBOTE[resultado], rebotes[resultado]))}
        vacia="No llegó nada en estos días."
      />
      {llegaron.length > 0 && (
        <p>Lo que no se pudo relacionar con un mensaje del portal sigue en ese buzón, sin leer.</p>
      )}
    </>
  );
}

/** Who would miss what is sent: their Buzón is active and no address or number of their RFC works. */
export function SinMedio({ titulares }: { titulares: number }) {
  return (
    <p>
      <strong>Buzones activos sin un medio que funcione: {formatCantidad(titulares)}.</strong> Ningún medio de contacto
      de su RFC recibe los mensajes. Se buscan entre los titulares a los que en estos días no les llegó alguno, o que
      eliminaron un medio.
    </p>
  );
}

const NOMBRES = { CORREO_ELECTRONICO: 'Correo electrónico', TELEFONO: 'Teléfono' } as const satisfies Record<
  Mecanismo,
  string
>;

/** How long from registration to validation, each beside the longer of both. */
export function TiemposDeValidacion({ tiempos }: PropsDeTiempos) {
  return (
    <>
      <GraficaDeBarras
        titulo="Tiempo en validar"
        columnas={['Medio de contacto', 'La mitad tardó, cuando mucho', 'Validados en estos días']}
        barras={tiempos.map(({ mecanismo, mitadEnSegundos: valor, validados }) => {
          const texto = formatDuracion(valor);
          return { celdas: [NOMBRES[mecanismo], texto, formatCantidad(validados)], texto, valor };
        })}
        vacia="Nadie validó un medio de contacto en estos días."
      />
      {tiempos.length > 0 && (
        <p>Es lo que tardó la mitad; después de una hora, se redondea al cuarto de hora siguiente.</p>
      )}
    </>
  );
}
interface PropsDeTiempos {
  tiempos: readonly { mecanismo: Mecanismo; validados: number; mitadEnSegundos: number }[];
}

const EDADES = [
  ['hastaUnDia', 'Menos de 24 horas'],
  ['hastaTresDias', 'De 1 a 3 días'],
  ['hastaSieteDias', 'De 3 a 7 días'],
  ['masDeSieteDias', 'Más de 7 días'],
] as const;

export function AclaracionesPorEdad({ edades }: { edades: Record<(typeof EDADES)[number][0], number> }) {
  return (
    <GraficaDeBarras
      titulo="Aclaraciones que esperan respuesta en este momento"
      nombre="aclaraciones por tiempo de espera"
      columnas={['Tiempo de espera', 'Aclaraciones']}
      barras={EDADES.map(([clave, edad]) => cuentaDe(edad, edades[clave]))}
    />
  );
}

function cuentaDe(etiqueta: string, valor: number) {
  const texto = formatCantidad(valor);
  return { celdas: [etiqueta, texto], texto, valor };
}
