'use client';

import { useEffect, useRef, useState } from 'react';
import { formatFecha } from '#domain/fecha.ts';
import { Aviso } from '../aviso/aviso.tsx';
import { Boton } from '../boton/boton.tsx';
import { useMarca } from '../formulario/marca.tsx';
import estilos from './borrador.module.css';
import { fillEscrito, isIntacto, readEscrito } from './campos-del-formulario.ts';
import {
  canKeep,
  findEscrito,
  forgetEnviados,
  forgetEscrito,
  keepEnviados,
  keepEscrito,
  noteEnvio,
} from './escritos.ts';

/**
 * Keeps in this browser what is written in the form it stands in, until it was taken or for a day, and gives it back to the same
 * person: who had to sign in again finds it. Drawn anew with the fields, it knows that what was sent was answered.
 */
export function Borrador({ nombre, nombres, isRechazado = false }: Props) {
  const duenio = `${useMarca()} ${nombre}`;
  const marca = useRef<HTMLDivElement>(null);
  const [aviso, setAviso] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as the answer has it
  useEffect(() => (isRechazado ? keepEnviados() : forgetEnviados()), []);
  useEffect(() => {
    const form = marca.current?.closest('form');
    if (!form || !canKeep()) return;
    const restore = async () => {
      const kept = await findEscrito(duenio);
      if (!kept || !form.isConnected || !isIntacto(form, nombres)) return;
      if (JSON.stringify(kept.escrito) === JSON.stringify(readEscrito(form, nombres))) return;
      fillEscrito(form, kept.escrito, nombres);
      const archivos = form.querySelector('input[type=file]') ? ' Los archivos se eligen de nuevo.' : '';
      setAviso(
        `Aquí está lo que escribiste y no se envió, del ${formatFecha(kept.desde)}. Se guarda un día, sólo en este navegador.${archivos}`,
      );
    };
    const keep = () => {
      const escrito = readEscrito(form, nombres);
      void (escrito.length > 0 ? keepEscrito(duenio, escrito) : forgetEscrito(duenio));
    };
    const send = () => noteEnvio(duenio);
    void restore();
    form.addEventListener('input', keep);
    form.addEventListener('submit', send);
    return () => {
      form.removeEventListener('input', keep);
      form.removeEventListener('submit', send);
    };
  }, [duenio, nombres]);
  const discard = () => {
    const form = marca.current?.closest('form');
    if (!form) return;
    void forgetEscrito(duenio);
    form.reset();
    setAviso(null);
    form.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')?.focus();
  };
  return (
    <div ref={marca} className={estilos.borrador} aria-live="polite">
      {aviso && (
        <Aviso
          tipo="informacion"
          acciones={
            <Boton type="button" variante="enlace" onClick={discard}>
              Borrar lo escrito
            </Boton>
          }
        >
          {aviso}
        </Aviso>
      )}
    </div>
  );
}
interface Props {
  /** Tells the form from the others of the same person, also from those of other folios. */
  nombre: string;
  /** The names of the fields that are kept, where they are not all; always the same list. */
  nombres?: readonly string[];
  /** What was sent came back. */
  isRechazado?: boolean;
}
