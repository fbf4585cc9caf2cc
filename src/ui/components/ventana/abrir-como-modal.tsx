'use client';

import { useEffect, useRef } from 'react';
import { direccionDeRegreso } from './volver-al-lugar.tsx';

/** Turns the open dialog it stands in into a modal one; Escape then sends the form that cancels. */
export function AbrirComoModal({ formularioDeCancelar }: { formularioDeCancelar: string }) {
  const marca = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const ventana = marca.current?.closest('dialog');
    if (!ventana) return;
    const formulario = document.getElementById(formularioDeCancelar) as HTMLFormElement | null;
    if (formulario?.method === 'get')
      formulario.setAttribute('action', direccionDeRegreso(formulario.getAttribute('action') ?? ''));
    const cancelar = (evento: Event) => {
      evento.preventDefault();
      formulario?.requestSubmit();
    };
    if (!ventana.matches(':modal')) {
      // Without `close()`, which would hand the focus back and forth.
      ventana.removeAttribute('open');
      ventana.showModal();
      const titulo = ventana.querySelector('h2');
      // What took the focus lies below the fold: one reads a window from its title.
      if (titulo && ventana.scrollTop > 0) {
        titulo.tabIndex = -1;
        titulo.focus();
      }
    }
    ventana.addEventListener('cancel', cancelar);
    return () => ventana.removeEventListener('cancel', cancelar);
  }, [formularioDeCancelar]);
  return <span ref={marca} hidden />;
}
