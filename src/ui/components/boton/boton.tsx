import type { ComponentProps, ReactNode } from 'react';
import { Enlace, SiAbre } from '../enlace/enlace.tsx';
import { Icono, type NombreDeIcono } from '../icono/icono.tsx';
import estilos from './boton.module.css';

type VarianteDeBoton = 'principal' | 'secundario' | 'peligro' | 'enlace';

interface Aspecto {
  /** One «principal» a page; the rest are «secundario», or «enlace» where rows have several. Default: principal. */
  variante?: VarianteDeBoton;
  /** «compacto» fits rows of a table; it is still at least 44 px high. */
  tamano?: 'normal' | 'compacto';
  icono?: NombreDeIcono;
  children: ReactNode;
}

/** A native button; it submits its form unless `type="button"`. Takes every attribute of `<button>`. */
export function Boton({ variante = 'principal', tamano, icono, children, ...atributos }: Aspecto & BotonNativo) {
  return (
    <button type="submit" {...atributos} className={estilos.boton} data-variante={variante} data-tamano={tamano}>
      {icono && <Icono nombre={icono} />}
      {children}
    </button>
  );
}
type BotonNativo = Omit<ComponentProps<'button'>, 'className' | 'style' | 'children'>;

/** A link with the weight of a button, for going somewhere. Takes every attribute of `<a>`. */
export function BotonEnlace({ variante = 'principal', tamano, icono, children, ...atributos }: Aspecto & Ancla) {
  return (
    <SiAbre href={atributos.href}>
      <Enlace {...atributos} className={estilos.boton} data-variante={variante} data-tamano={tamano}>
        {icono && <Icono nombre={icono} />}
        {children}
      </Enlace>
    </SiAbre>
  );
}
type Ancla = Omit<ComponentProps<'a'>, 'className' | 'style' | 'children'> & { href: string };

/** Buttons in a row that wraps; on a phone each takes the whole width. The main one goes first, but after «Cancelar». */
export function Acciones({ children }: { children: ReactNode }) {
  return <div className={estilos.acciones}>{children}</div>;
}

/** Where there is only one way on; not the main one of its page, unless it says so. */
export function UnEnlace({ variante = 'secundario', ...enlace }: Aspecto & Ancla) {
  return (
    <Acciones>
      <BotonEnlace variante={variante} {...enlace} />
    </Acciones>
  );
}
