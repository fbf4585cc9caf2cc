import type { ReactNode } from 'react';
import { Icono } from '../icono/icono.tsx';
import estilos from './encabezado.module.css';

/** The title of a page (its only h1), with what it is for, and the way back («Regresar» by default). */
export function Encabezado({ titulo, subtitulo, entradilla, regresar }: Props) {
  return (
    <header className={estilos.encabezado}>
      {regresar && <Regresar {...regresar} />}
      <h1 className={estilos.titulo}>{titulo}</h1>
      {subtitulo && <p className={estilos.subtitulo}>{subtitulo}</p>}
      {entradilla && <div className={estilos.entradilla}>{entradilla}</div>}
    </header>
  );
}
interface Props {
  titulo: string;
  /** A line in capitals under the title, as «FIRMA ELECTRÓNICA AVANZADA». */
  subtitulo?: string;
  entradilla?: ReactNode;
  regresar?: { href: string; texto?: string };
}

/** The way back, for pages whose title is elsewhere too. */
export function Regresar({ href, texto = 'Regresar' }: { href: string; texto?: string }) {
  return (
    <p className={estilos.regresar}>
      <a href={href}>
        <Icono nombre="regresar" />
        {texto}
      </a>
    </p>
  );
}
