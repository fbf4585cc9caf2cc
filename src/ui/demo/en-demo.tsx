'use client';

import { useEffect, useRef } from 'react';
import { formatFecha } from '#domain/fecha.ts';
import { Boton } from '#ui/components/boton/boton.tsx';
import { Formulario } from '#ui/components/formulario/formulario.tsx';
import estilos from './en-demo.module.css';

export interface EstadoDeDemo {
  ahora: Date;
  adelantoHoras: number;
  averias: readonly { averia: string; dice: string; isRota: boolean }[];
}
type Accion = (formData: FormData) => Promise<void>;

/** On every page of the demo: what is not as it would be, and how to have it so again. Nothing while all is. */
export function EnDemo({ ahora, adelantoHoras, averias, arreglar }: EstadoDeDemo & { arreglar: Accion }) {
  const rotas = averias.filter(({ isRota }) => isRota);
  const isPressed = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was mended or broken is why one looks
  useEffect(() => {
    // What was pressed may be gone with what it mended.
    if (isPressed.current && document.activeElement === document.body) document.getElementById('contenido')?.focus();
    isPressed.current = false;
  }, [rotas.length]);
  if (rotas.length === 0 && adelantoHoras === 0) return null;
  return (
    <section
      className={estilos.aviso}
      aria-label="Estado de la demostración"
      onSubmit={() => {
        isPressed.current = true;
      }}
    >
      {adelantoHoras !== 0 && (
        <p>
          Demostración: en el portal son las {formatFecha(ahora)} (<a href="/demo#reloj">mover el reloj</a>).
        </p>
      )}
      {rotas.map(({ averia, dice }) => (
        <Averia key={averia} {...{ averia, dice, arreglar }} isRota />
      ))}
    </section>
  );
}

/** One part, with the button that mends it or, where it is whole, breaks it. */
export function Averia({ averia, dice, isRota, arreglar }: EstadoDeDemo['averias'][number] & { arreglar: Accion }) {
  return (
    <Formulario action={arreglar} ocultos={{ averia, rota: isRota ? 'no' : 'si' }}>
      <span className={estilos.averia}>
        {isRota && `Descompuesto: ${dice.charAt(0).toLowerCase() + dice.slice(1)}.`}
        <Boton variante="secundario" tamano="compacto" aria-label={isRota ? `Arreglar: ${dice}` : undefined}>
          {isRota ? 'Arreglar' : dice}
        </Boton>
      </span>
    </Formulario>
  );
}
