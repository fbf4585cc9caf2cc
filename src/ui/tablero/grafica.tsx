import { formatCantidad } from '#domain/cantidad.ts';
import { formatDia } from '#domain/dia.ts';
import { type Columna, Tabla } from '../components/tabla/tabla.tsx';
import { formatDiaCorto, parteDe } from './en-palabras.ts';
import estilos from './grafica.module.css';

const ANCHO = 100;
const ALTO = 100;
const ANCHO_DE_COLUMNA = 10;

/** A bar for each row of its table, from its part of the whole. Its words say all: listeners do without the drawing. */
export function GraficaDeBarras({ titulo, nombre = titulo.toLowerCase(), columnas, barras, vacia }: PropsDeBarras) {
  const mayor = Math.max(...barras.map(({ valor }) => valor));
  return (
    <figure className={estilos.grafica}>
      <figcaption className={estilos.titulo}>{titulo}</figcaption>
      <ul className={estilos.barras}>
        {barras.map(({ celdas: [etiqueta], texto, valor, todo = mayor }) => (
          <li key={etiqueta}>
            <span className={estilos.rotulo}>
              <span className={estilos.etiqueta}>{etiqueta}</span> <strong>{texto}</strong>
            </span>
            <svg
              className={estilos.tira}
              viewBox={`0 0 ${ANCHO} 10`}
              preserveAspectRatio="none"
              aria-hidden="true"
              focusable="false"
            >
              <rect className={estilos.fondo} width={ANCHO} height="10" />
              <rect
                className={estilos.barra}
                width={Math.min(1, Math.max(0, parteDe(valor, todo))) * ANCHO}
                height="10"
              />
            </svg>
          </li>
        ))}
      </ul>
      {barras.length === 0 && <p>{vacia}</p>}
      <Detalle titulo={titulo} nombre={nombre} columnas={columnas} filas={barras.map(({ celdas }) => celdas)} />
    </figure>
  );
}
interface PropsDeBarras {
  titulo: string;
  /** What the table behind is of, after «Ver la tabla»: the title, where that says it. */
  nombre?: string;
  columnas: readonly string[];
  /** The first cell is the label; `texto` the value with its unit. Drawn as a part of `todo`, or of the greatest. */
  barras: readonly { celdas: readonly string[]; texto: string; valor: number; todo?: number }[];
  vacia?: string;
}

/** A column for each day. Letters are outside of the drawing, so that it takes any width. */
export function ActivacionesPorDia({ dias }: { dias: readonly Dia[] }) {
  const titulo = 'Activaciones por día';
  const descripcion = describe(dias);
  const maximo = Math.max(1, ...dias.map(({ total }) => total));
  const ancho = dias.length * ANCHO_DE_COLUMNA;
  const [primero, ultimo] = [dias[0], dias.at(-1)].map((each) => each && formatDiaCorto(each.dia));
  return (
    <figure className={estilos.grafica}>
      <figcaption className={estilos.titulo}>{titulo}</figcaption>
      <p className={estilos.escala} aria-hidden="true">
        {formatCantidad(maximo)}
      </p>
      <svg
        className={estilos.columnas}
        viewBox={`0 0 ${ancho} ${ALTO}`}
        preserveAspectRatio="none"
        role="img"
        aria-labelledby="columnas-titulo"
        aria-describedby="columnas-descripcion"
      >
        <title id="columnas-titulo">{titulo}</title>
        <desc id="columnas-descripcion">{descripcion}</desc>
        <path className={estilos.guia} d={`M0 0H${ancho}M0 ${ALTO / 2}H${ancho}M0 ${ALTO}H${ancho}`} />
        {dias.map(({ dia, total }, index) => {
          const alto = (total / maximo) * ALTO;
          return (
            <rect
              key={dia}
              className={estilos.barra}
              x={index * ANCHO_DE_COLUMNA + 1}
              y={ALTO - alto}
              width={ANCHO_DE_COLUMNA - 2}
              height={alto}
            />
          );
        })}
      </svg>
      <p className={estilos.extremos} aria-hidden="true">
        <span>{primero}</span>
        <span>{ultimo}</span>
      </p>
      <p>{descripcion}</p>
      <Detalle
        titulo={titulo}
        nombre={titulo.toLowerCase()}
        columnas={['Día', 'Activaciones']}
        filas={dias.map(({ dia, total }) => [formatDia(dia), formatCantidad(total)])}
      />
    </figure>
  );
}
interface Dia {
  dia: string;
  total: number;
}

function describe(dias: readonly Dia[]): string {
  const total = dias.reduce((sum, each) => sum + each.total, 0);
  if (total === 0) return `Ninguna activación en ${dias.length} días.`;
  const mayor = dias.reduce((best, each) => (each.total > best.total ? each : best));
  return `${formatCantidad(total)} en ${dias.length} días; el mayor, ${formatDiaCorto(mayor.dia)} con ${formatCantidad(mayor.total)}.`;
}

/** The table behind a chart: closed until it is asked for, and always there on paper. */
function Detalle({ titulo, nombre, columnas, filas }: PropsDeDetalle) {
  return (
    <details className={estilos.detalle}>
      <summary>Ver la tabla: {nombre}</summary>
      <Tabla titulo={titulo} columnas={columnas.map(columnaDe)} filas={filas} />
    </details>
  );
}
interface PropsDeDetalle extends Pick<PropsDeBarras, 'titulo' | 'nombre' | 'columnas'> {
  filas: readonly (readonly string[])[];
}

function columnaDe(titulo: string, lugar: number): Columna<readonly string[]> {
  return { titulo, larga: lugar === 0, celda: (fila) => fila[lugar] };
}
