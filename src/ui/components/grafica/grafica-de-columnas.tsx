import type { ReactNode } from 'react';
import estilos from './grafica.module.css';

const ALTO = 100;
const ANCHO_DE_COLUMNA = 10;

/** A column for each point. Letters are outside of the drawing, so that it takes any width. */
export function GraficaDeColumnas({ id, titulo, descripcion, puntos, children }: Props) {
  const maximo = Math.max(1, ...puntos.map(({ valor }) => valor));
  const ancho = puntos.length * ANCHO_DE_COLUMNA;
  return (
    <figure className={estilos.grafica}>
      <figcaption className={estilos.titulo}>{titulo}</figcaption>
      <p className={estilos.escala} aria-hidden="true">
        {maximo.toLocaleString('es-MX')}
      </p>
      <svg
        className={estilos.columnas}
        viewBox={`0 0 ${ancho} ${ALTO}`}
        preserveAspectRatio="none"
        role="img"
        aria-labelledby={`${id}-titulo`}
        aria-describedby={`${id}-descripcion`}
      >
        <title id={`${id}-titulo`}>{titulo}</title>
        <desc id={`${id}-descripcion`}>{descripcion}</desc>
        <path className={estilos.guia} d={`M0 0H${ancho}M0 ${ALTO / 2}H${ancho}M0 ${ALTO}H${ancho}`} />
        {puntos.map(({ etiqueta, valor }, index) => {
          const alto = (valor / maximo) * ALTO;
          return (
            <rect
              key={etiqueta}
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
        <span>{puntos[0]?.etiqueta}</span>
        <span>{puntos.at(-1)?.etiqueta}</span>
      </p>
      {children}
    </figure>
  );
}
interface Props {
  id: string;
  titulo: string;
  /** The drawing in words: total, highest, lowest. */
  descripcion: string;
  puntos: readonly { etiqueta: string; valor: number }[];
  children: ReactNode;
}
