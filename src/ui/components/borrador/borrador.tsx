'use client';

import { useEffect, useRef, useState } from 'react';
import { formatFecha } from '#domain/fecha.ts';
import { Aviso } from '../aviso/aviso.tsx';
import { Boton } from '../boton/boton.tsx';
import { useMarca } from '../formulario/formulario.tsx';
import estilos from './borrador.module.css';
import {
  canKeep,
  type Escrito,
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

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Never a password, a file, a code or what goes along unseen. */
const NO_ES_TEXTO =
  'input:is([type=password], [type=file], [type=hidden], [type=submit], [autocomplete=one-time-code])';

/** What its fields say; without any text, nothing. `nombres` are the names that count. */
function readEscrito(form: HTMLFormElement, nombres?: readonly string[]): Escrito {
  const controls = controlsOf(form, nombres);
  const hasTexto = controls.some((each) => isTexto(each) && each.value !== '');
  return hasTexto
    ? controls.filter((each) => !isCasilla(each) || each.checked).map((each) => [each.name, each.value])
    : [];
}

/** Whether nobody has typed in it since it was drawn. */
function isIntacto(form: HTMLFormElement, nombres?: readonly string[]): boolean {
  return controlsOf(form, nombres).every((each) => !isTexto(each) || each.value === each.defaultValue);
}

function fillEscrito(form: HTMLFormElement, escrito: Escrito, nombres?: readonly string[]): void {
  for (const control of controlsOf(form, nombres)) {
    const valores = escrito.filter(([nombre]) => nombre === control.name).map(([, valor]) => valor);
    if (isCasilla(control)) control.checked = valores.includes(control.value);
    else control.value = valores[0] ?? '';
    // Who is in it already and goes on typing writes instead of it, and not behind it.
    if (control === document.activeElement && isTexto(control)) control.select();
  }
}

function controlsOf(form: HTMLFormElement, nombres?: readonly string[]): Control[] {
  return [...form.querySelectorAll<Control>('input[name], select[name], textarea[name]')].filter(
    (each) => !each.matches(NO_ES_TEXTO) && (nombres?.includes(each.name) ?? true),
  );
}

function isCasilla(control: Control): control is HTMLInputElement {
  return control.type === 'checkbox' || control.type === 'radio';
}

function isTexto(control: Control): control is HTMLInputElement | HTMLTextAreaElement {
  return !(control instanceof HTMLSelectElement) && !isCasilla(control);
}
