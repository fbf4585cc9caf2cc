import type { ReactNode } from 'react';
import estilos from './grafica.module.css';

const ANCHO = 100;

/** A bar for each value, from its part of the whole. Its words say all, so that the drawing is left out for who listens. */
export function GraficaDeBarras({ titulo, barras, children }: Props) {
  return (
    <figure className={estilos.grafica}>
      <figcaption className={estilos.titulo}>{titulo}</figcaption>
      <ul className={estilos.barras}>
        {barras.map(({ etiqueta, texto, parte }) => (
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
              <rect className={estilos.barra} width={Math.min(1, Math.max(0, parte)) * ANCHO} height="10" />
            </svg>
          </li>
        ))}
      </ul>
      {children}
    </figure>
  );
}
interface Props {
  titulo: string;
  barras: readonly {
    etiqueta: string;
    /** The value in words, with its unit. */
    texto: string;
    /** From 0 to 1. */
    parte: number;
  }[];
  /** The table behind it. */
  children: ReactNode;
}
