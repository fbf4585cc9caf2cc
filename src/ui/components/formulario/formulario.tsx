'use client';

import { type ComponentProps, createContext, type ReactNode, use, useEffect, useRef } from 'react';
import { useFormStatus } from 'react-dom';
import { forgetEnviados, forgetVencidos } from '../borrador/escritos.ts';
import { useRuta } from '../enlace/enlace.tsx';
import estilos from '../oculto/oculto.module.css';
import { VolverAlLugar } from '../ventana/volver-al-lugar.tsx';
import { CAMPO_DE_MARCA } from './campo-de-marca.ts';
import { CamposOcultos } from './campos-ocultos.tsx';

/**
 * It says whose page it stands on, unless it only asks (`get`): where somebody else has signed in meanwhile the server does nothing
 * with it. While it is on its way it is not sent again, and it says so; the focus comes back to what had it, however the page is
 * drawn anew. `ocultos` go along without being shown.
 */
export function Formulario({ ocultos = {}, children, ...given }: Props) {
  const last = useRef<HTMLElement | null>(null);
  const ruta = useRuta(String(given.action));
  const marca = useMarca();
  useEffect(() => {
    if (last.current && document.activeElement === document.body) sameAs(last.current)?.focus();
  });
  const form: ComponentProps<'form'> = {
    ...given,
    ...(typeof given.action === 'string' && { action: ruta }),
    onFocus: ({ target }) => {
      last.current = target;
    },
    onSubmit: (event) => {
      if (event.currentTarget.ariaBusy === 'true') event.preventDefault();
      else given.onSubmit?.(event);
    },
  };
  return (
    <form {...form}>
      <CamposOcultos campos={given.method === 'get' ? ocultos : { [CAMPO_DE_MARCA]: marca, ...ocultos }} />
      {children}
      <EnCamino />
    </form>
  );
}
interface Props extends ComponentProps<'form'> {
  ocultos?: Record<string, string>;
}

function EnCamino() {
  const { pending } = useFormStatus();
  const marca = useRef<HTMLSpanElement>(null);
  useEffect(() => marca.current?.closest('form')?.setAttribute('aria-busy', String(pending)), [pending]);
  return (
    <span ref={marca} aria-live="polite" className={estilos.oculto}>
      {pending && 'Un momento…'}
    </span>
  );
}

/** The element, or the one that stands in its place now, or the page. */
function sameAs(element: HTMLElement): HTMLElement | null {
  if (element.isConnected) return element;
  const { id } = element;
  const pressed = element instanceof HTMLButtonElement && element.name !== '' ? element : null;
  const selector = pressed && `button[name="${pressed.name}"][value="${CSS.escape(pressed.value)}"]:not(:disabled)`;
  const found = id !== '' ? document.getElementById(id) : selector && document.querySelector<HTMLElement>(selector);
  return found || document.getElementById('contenido');
}

const Marca = createContext('');

/** Around a page of whoever is signed in: every `<Formulario>` inside says that it is theirs. */
export function FormulariosDe({ marca, children }: { marca: string; children: ReactNode }) {
  useEffect(forgetVencidos, []);
  // With every page that follows, after what is in it said whether there was an error.
  useEffect(forgetEnviados);
  return (
    <Marca value={marca}>
      {children}
      <VolverAlLugar />
    </Marca>
  );
}

/** Whose page it is; empty where nobody is signed in. */
export function useMarca(): string {
  return use(Marca);
}
