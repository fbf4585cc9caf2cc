import type { ReactNode } from 'react';
import { Enlace } from '../enlace/enlace.tsx';
import { Icono } from '../icono/icono.tsx';
import { Pila } from '../pila/pila.tsx';
import estilos from './encabezado.module.css';

/** The title of a page (its only h1), with what it is for, and the way back («Regresar» by default). */
export function Encabezado({ titulo, entradilla, regresar }: Props) {
  return (
    <header className={estilos.encabezado}>
      {regresar && <Regresar {...regresar} />}
      <h1 className={estilos.titulo}>{titulo}</h1>
      {entradilla && <div className={estilos.entradilla}>{entradilla}</div>}
    </header>
  );
}
interface Props {
  titulo: string;
  entradilla?: ReactNode;
  regresar?: { href: string; texto?: string };
}

/** A page by its title: its parts one under the other. */
export function Pagina({ children, ...encabezado }: Props & { children: ReactNode }) {
  return (
    <Pila espacio="amplia">
      <Encabezado {...encabezado} />
      {children}
    </Pila>
  );
}

/** What there is to know of a form, if anything: beside it on a wide screen; on any other before it or, where it can wait, after. */
export function ConAyuda({ ayuda, alFinal, children }: { ayuda: ReactNode; alFinal?: boolean; children: ReactNode }) {
  const aside = ayuda && (
    <aside aria-label="Sobre este trámite" className={estilos.ayuda}>
      {ayuda}
    </aside>
  );
  return (
    <div className={estilos.conAyuda}>
      {!alFinal && aside}
      <Pila espacio="amplia">{children}</Pila>
      {alFinal && aside}
    </div>
  );
}

/** The way back, for pages whose title is elsewhere too. */
export function Regresar({ href, texto = 'Regresar' }: { href: string; texto?: string }) {
  return (
    <p className={estilos.regresar}>
      <Enlace href={href}>
        <Icono nombre="regresar" />
        {texto}
      </Enlace>
    </p>
  );
}
