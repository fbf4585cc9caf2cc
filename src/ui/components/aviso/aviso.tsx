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
export function Aviso({ tipo, titulo, enfocar, acciones, children }: Props) {
  const role = ROLES[tipo];
  return (
    <div className={estilos.aviso} data-tipo={tipo}>
      <Icono nombre={ICONOS[tipo]} />
      <div className={estilos.contenido}>
        <div className={estilos.contenido} role={role} tabIndex={role && -1}>
          {titulo && <h2 className={estilos.titulo}>{titulo}</h2>}
          {typeof children === 'string' ? <p>{children}</p> : children}
          {role && enfocar !== false && <EnfocarAlCargar isError={tipo === 'error'} />}
        </div>
        {acciones}
      </div>
    </div>
  );
}
interface Props {
  tipo: TipoDeAviso;
  titulo?: string;
  enfocar?: boolean;
  /** What to press next: in the box, and no part of what is announced. */
  acciones?: ReactNode;
  /** Text alone is a paragraph. */
  children: ReactNode;
}

/** The red box at the head of a form: the error is a link to its field's id, and under it what else to know. */
export function ResumenDeErrores({ error: { campo, mensaje }, children }: PropsDeResumen) {
  return (
    <Aviso tipo="error" titulo="Revisa estos datos">
      <ul className={estilos.errores}>
        <li>{campo ? <a href={`#${campo}`}>{mensaje}</a> : mensaje}</li>
      </ul>
      {children}
    </Aviso>
  );
}
interface PropsDeResumen {
  error: { campo?: string; mensaje: string };
  children?: ReactNode;
}

/** What came of what was just sent, by the codes that its address carries; nothing for what is none of them. Told anew each time. */
export function Novedad({ hecho = '', hechos, error = '', errores = {} }: PropsDeNovedad) {
  const key = crypto.randomUUID();
  if (Object.hasOwn(errores, error))
    return (
      <Aviso key={key} tipo="error">
        {errores[error]}
      </Aviso>
    );
  return (
    Object.hasOwn(hechos, hecho) && (
      <Aviso key={key} tipo="exito">
        {hechos[hecho]}
      </Aviso>
    )
  );
}
interface PropsDeNovedad {
  hecho?: string;
  hechos: Record<string, string>;
  error?: string;
  errores?: Record<string, string>;
}
