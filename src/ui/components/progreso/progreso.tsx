import type { ReactNode } from 'react';
import { Icono } from '../icono/icono.tsx';
import { Oculto } from '../oculto/oculto.tsx';
import estilos from './progreso.module.css';

const PASOS = ['Registra', 'Valida', 'Firma'];
const ESTADOS = { hecho: ' (hecho)', actual: ' (paso actual)', pendiente: ' (pendiente)' };

type PasoActual = 1 | 2 | 3 | 'hecho';

/** «1 Registra · 2 Valida · 3 Firma» (guide, section IV): where one is, in a sentence what is missing, and its button. */
export function Progreso({ pasoActual, falta, children }: Props) {
  return (
    <section className={estilos.progreso} aria-label="Avance de la activación">
      {pasoActual && (
        <ol className={estilos.pasos}>
          {PASOS.map((nombre, lugar) => (
            <Paso key={nombre} numero={lugar + 1} nombre={nombre} pasoActual={pasoActual} />
          ))}
        </ol>
      )}
      <p className={estilos.falta}>{falta}</p>
      {children}
    </section>
  );
}
interface Props {
  /** None on a page for something else: what is missing is enough there. */
  pasoActual?: PasoActual;
  falta: string;
  children?: ReactNode;
}

function Paso({ numero, nombre, pasoActual }: { numero: number; nombre: string; pasoActual: PasoActual }) {
  const isHecho = pasoActual === 'hecho' || numero < pasoActual;
  const estado = isHecho ? 'hecho' : numero === pasoActual ? 'actual' : 'pendiente';
  return (
    <li className={estilos.paso} data-estado={estado} aria-current={estado === 'actual' ? 'step' : undefined}>
      <span className={estilos.numero}>{isHecho ? <Icono nombre="validar" /> : numero}</span>
      <span className={estilos.nombre}>
        {nombre}
        <Oculto>{ESTADOS[estado]}</Oculto>
      </span>
    </li>
  );
}
