import type { ComponentProps, ReactNode } from 'react';
import { Boton } from '../boton/boton.tsx';
import { FormularioQueVa } from '../enlace/enlace.tsx';
import { CamposOcultos } from '../formulario/campos-ocultos.tsx';
import { FormularioDeCampos, type PropsDeCampos } from '../formulario/formulario-de-campos.tsx';
import estilos from './ventana.module.css';
import { AbrirComoModal } from './volver-al-lugar.tsx';

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
  /** Question or form; ends with `<Acciones>` that hold `<BotonCancelar />` and the button «Aceptar». */
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

/** A window that is a form: «Aceptar», or what `boton` says, sends it, and «Cancelar» goes to `regresarA`. */
export function VentanaDeFormulario({ titulo, regresarA, boton = 'Aceptar', ...form }: PropsDeFormulario) {
  return (
    <Ventana titulo={titulo} cancelar={{ href: regresarA }}>
      <FormularioDeCampos {...form} boton={boton} cancelar={<BotonCancelar />} />
    </Ventana>
  );
}

interface PropsDeFormulario extends Omit<PropsDeCampos, 'boton' | 'cancelar'> {
  titulo: string;
  regresarA: string;
  boton?: string;
}

/** A plain GET that brings the same page with a window open, which `campos` name; without script too. */
export function BotonDeVentana({
  campos,
  ...boton
}: ComponentProps<typeof Boton> & { campos: Record<string, string> }) {
  return (
    <form method="get">
      <CamposOcultos campos={campos} />
      <Boton {...boton} />
    </form>
  );
}
