import { capitalize } from '#wording/soporte/mensaje-en-palabras.ts';
import { type PropsDeTabla, Tabla } from '../tabla/tabla.tsx';
import estilos from './grafica.module.css';

/** The table behind a chart: closed until it is asked for, and always there on paper. */
export function Detalle<Fila>({ nombre, titulo = capitalize(nombre), ...tabla }: PropsDeDetalle<Fila>) {
  return (
    <details className={estilos.detalle}>
      <summary>Ver la tabla: {nombre}</summary>
      <Tabla titulo={titulo} {...tabla} />
    </details>
  );
}

export interface PropsDeDetalle<Fila> extends Omit<PropsDeTabla<Fila>, 'titulo'> {
  /** What the table is of, after «Ver la tabla»; its own title begins with a capital. */
  nombre: string;
  titulo?: string;
}
