import { Icono } from '../icono/icono.tsx';
import { Oculto } from '../oculto/oculto.tsx';
import estilos from './progreso.module.css';

const PASOS = [
  { numero: 1, nombre: 'Registra' },
  { numero: 2, nombre: 'Valida' },
  { numero: 3, nombre: 'Firma' },
] as const;

type PasoActual = 1 | 2 | 3 | 'hecho';

/** «1 Registra · 2 Valida · 3 Firma» (guide, section IV): where one is, and in a sentence what is missing. */
export function Progreso({ pasoActual, falta }: { pasoActual: PasoActual; falta: string }) {
  return (
    <section className={estilos.progreso} aria-label="Avance de la activación">
      <ol className={estilos.pasos}>
        {PASOS.map(({ numero, nombre }) => (
          <Paso key={numero} numero={numero} nombre={nombre} pasoActual={pasoActual} />
        ))}
      </ol>
      <p className={estilos.falta}>{falta}</p>
    </section>
  );
}

function Paso({ numero, nombre, pasoActual }: { numero: number; nombre: string; pasoActual: PasoActual }) {
  const hecho = pasoActual === 'hecho' || numero < pasoActual;
  const actual = numero === pasoActual;
  return (
    <li
      className={estilos.paso}
      data-estado={hecho ? 'hecho' : actual ? 'actual' : 'pendiente'}
      aria-current={actual ? 'step' : undefined}
    >
      <span className={estilos.numero}>{hecho ? <Icono nombre="validar" /> : numero}</span>
      <span className={estilos.nombre}>
        {nombre}
        <Oculto>{hecho ? ' (hecho)' : actual ? ' (paso actual)' : ' (pendiente)'}</Oculto>
      </span>
    </li>
  );
}
