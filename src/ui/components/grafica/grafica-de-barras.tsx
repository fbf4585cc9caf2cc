import type { ReactNode } from 'react';
import { Detalle, type PropsDeDetalle } from './detalle.tsx';
import estilos from './grafica.module.css';

const ANCHO = 100;

/** A bar for each row of its table, from its part of the whole. Its words say all: listeners do without the drawing. */
export function GraficaDeBarras<Fila>({ titulo, barraDe, children, tabla }: Props<Fila>) {
  return (
    <figure className={estilos.grafica}>
      <figcaption className={estilos.titulo}>{titulo}</figcaption>
      <ul className={estilos.barras}>
        {tabla.filas.map(barraDe).map(({ etiqueta, texto, parte }) => (
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
      <Detalle {...tabla} idDe={(fila) => barraDe(fila).etiqueta} />
    </figure>
  );
}

interface Barra {
  etiqueta: string;
  /** The value in words, with its unit. */
  texto: string;
  /** From 0 to 1. */
  parte: number;
}

interface Props<Fila> {
  titulo: string;
  barraDe: (fila: Fila) => Barra;
  tabla: Omit<PropsDeDetalle<Fila>, 'idDe'>;
  children?: ReactNode;
}
