import type { ReactNode } from 'react';
import { Icono, type NombreDeIcono } from '../icono/icono.tsx';
import estilos from './aviso.module.css';
import { EnfocarAlCargar } from './enfocar-al-cargar.tsx';

type TipoDeAviso = 'exito' | 'nota' | 'error' | 'informacion';

const ROLES: Record<TipoDeAviso, 'status' | 'alert' | undefined> = {
  exito: 'status',
  error: 'alert',
  nota: undefined,
  informacion: undefined,
};
const ICONOS: Record<TipoDeAviso, NombreDeIcono> = {
  exito: 'palomilla',
  nota: 'nota',
  error: 'alto',
  informacion: 'informacion',
};

/** Green and red ones take the focus when the page arrives: a live region already there is not read aloud. */
export function Aviso({ tipo, titulo, enfocar, children }: Props) {
  const role = ROLES[tipo];
  return (
    <div className={estilos.aviso} data-tipo={tipo} role={role} tabIndex={role && -1}>
      <Icono nombre={ICONOS[tipo]} />
      <div className={estilos.contenido}>
        {titulo && <h2 className={estilos.titulo}>{titulo}</h2>}
        {typeof children === 'string' ? <p>{children}</p> : children}
      </div>
      {role && enfocar !== false && <EnfocarAlCargar />}
    </div>
  );
}
interface Props {
  tipo: TipoDeAviso;
  titulo?: string;
  enfocar?: boolean;
  /** Text alone is a paragraph. */
  children: ReactNode;
}

/** The red box at the head of a form: each error is a link to its field's id, and under them what else to know. */
export function ResumenDeErrores({ titulo = 'Revisa estos datos', errores, enfocar, children }: PropsDeResumen) {
  return (
    <Aviso tipo="error" titulo={titulo} enfocar={enfocar}>
      <ul className={estilos.errores}>
        {errores.map(({ campo, mensaje }) => (
          <li key={mensaje}>{campo ? <a href={`#${campo}`}>{mensaje}</a> : mensaje}</li>
        ))}
      </ul>
      {children}
    </Aviso>
  );
}
interface PropsDeResumen {
  titulo?: string;
  enfocar?: boolean;
  errores: readonly { campo?: string; mensaje: string }[];
  children?: ReactNode;
}
