import type { ReactNode } from 'react';
import { Icono, type NombreDeIcono } from '../icono/icono.tsx';
import estilos from './aviso.module.css';
import { EnfocarAlCargar } from './enfocar-al-cargar.tsx';

type TipoDeAviso = 'exito' | 'nota' | 'error' | 'informacion';

const TIPOS: Record<TipoDeAviso, { icono: NombreDeIcono; role?: 'status' | 'alert' }> = {
  exito: { icono: 'palomilla', role: 'status' },
  nota: { icono: 'nota' },
  error: { icono: 'alto', role: 'alert' },
  informacion: { icono: 'informacion' },
};

/** Green and red ones take the focus when the page arrives: a live region already there is not read aloud. */
export function Aviso({ tipo, titulo, enfocar, acciones, children }: Props) {
  const { icono, role } = TIPOS[tipo];
  return (
    <div className={estilos.aviso} data-tipo={tipo}>
      <Icono nombre={icono} />
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
  const isError = Object.hasOwn(errores, error);
  if (!isError && !Object.hasOwn(hechos, hecho)) return null;
  return (
    <Aviso key={crypto.randomUUID()} tipo={isError ? 'error' : 'exito'}>
      {isError ? errores[error] : hechos[hecho]}
    </Aviso>
  );
}
interface PropsDeNovedad {
  hecho?: string;
  hechos: Record<string, string>;
  error?: string;
  errores?: Record<string, string>;
}
