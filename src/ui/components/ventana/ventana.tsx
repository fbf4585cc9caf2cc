import type { ReactNode } from 'react';
import { Boton } from '../boton/boton.tsx';
import { FormularioQueVa } from '../enlace/enlace.tsx';
import { AbrirComoModal } from './abrir-como-modal.tsx';
import estilos from './ventana.module.css';

/** Id of the form that «Cancelar» and Escape send. */
export const FORMULARIO_DE_CANCELAR = 'ventana-cancelar';

/**
 * The server sends it open, so that it works without script, which makes it modal and lets Escape do what «Cancelar»
 * does. One at a time on a page. It closes when the server stops sending it.
 */
export function Ventana({ titulo, cancelar, children }: Props) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: the contract promises the attribute
    <dialog className={estilos.ventana} role="dialog" aria-labelledby="ventana-titulo" open>
      <h2 className={estilos.titulo} id="ventana-titulo">
        {titulo}
      </h2>
      <div className={estilos.contenido}>{children}</div>
      {'href' in cancelar ? <FormularioDeCancelar href={cancelar.href} /> : cancelar.formulario}
      <AbrirComoModal formularioDeCancelar={FORMULARIO_DE_CANCELAR} />
    </dialog>
  );
}
interface Props {
  titulo: string;
  /** The address of the page without the window, or the form that brings it. */
  cancelar: { href: string } | { formulario: ReactNode };
  /** Question or form; ends with `<Acciones>` that hold the button «Aceptar» and `<BotonCancelar />`. */
  children: ReactNode;
}

/** «Cancelar» for the inside of a window, also within another form: it belongs to the window's own form. */
export function BotonCancelar() {
  return (
    <Boton variante="secundario" form={FORMULARIO_DE_CANCELAR}>
      Cancelar
    </Boton>
  );
}

/** A GET form replaces the query of its address, so that each of its values goes along as a hidden field. */
function FormularioDeCancelar({ href }: { href: string }) {
  const { pathname, searchParams } = new URL(href, 'http://buzon.invalid');
  return (
    <FormularioQueVa id={FORMULARIO_DE_CANCELAR} action={pathname} noValidate hidden>
      {[...searchParams].map(([nombre, valor]) => (
        <input key={`${nombre}=${valor}`} type="hidden" name={nombre} value={valor} />
      ))}
    </FormularioQueVa>
  );
}
