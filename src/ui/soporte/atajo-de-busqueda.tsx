'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { Casilla } from '#ui/components/campo/campo.tsx';

const CAMPO = 'consulta';
/** A cookie of the console's pages: «Salir» makes a browser forget all else. */
const APAGADO = 'buzon-atajo=no';
const UN_ANIO_S = 31_536_000;

/** «/» brings to the search from any page of the console, unless one is typing, in a window, or has switched it off. */
export function AtajoDeBusqueda() {
  useEffect(() => {
    const campo = document.getElementById(CAMPO);
    if (location.hash === `#${CAMPO}`) campo?.focus();
    const go = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (isTyping(event.target) || document.querySelector('dialog[open]') || isOff()) return;
      event.preventDefault();
      if (campo) campo.focus();
      else location.assign(`/soporte#${CAMPO}`);
    };
    document.addEventListener('keydown', go);
    return () => document.removeEventListener('keydown', go);
  }, []);
  return null;
}

/** WCAG 2.1.4: whoever dictates, or whose hands slip, does without keys of one sign. */
export function InterruptorDelAtajo() {
  const isOn = useSyncExternalStore(
    () => () => undefined,
    () => !isOff(),
    () => true,
  );
  return (
    <Casilla
      key={String(isOn)}
      name="atajo"
      etiqueta="La tecla / lleva a «Buscar» desde cualquier página de la consola"
      defaultChecked={isOn}
      onChange={({ target }) => switchOff(!target.checked)}
    />
  );
}

function switchOff(isOff: boolean): void {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that is promised
  document.cookie = `${APAGADO}; Path=/soporte; Max-Age=${isOff ? UN_ANIO_S : 0}; SameSite=Strict${secure}`;
}

function isOff(): boolean {
  return document.cookie.split('; ').includes(APAGADO);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, select, textarea, [contenteditable]') !== null;
}
