'use client';

import { useEffect, useRef } from 'react';

/** Turns the open dialog it stands in into a modal one; Escape then sends the form that cancels. */
export function AbrirComoModal({ formularioDeCancelar }: { formularioDeCancelar: string }) {
  const marca = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const ventana = marca.current?.closest('dialog');
    if (!ventana) return;
    const cancelar = (evento: Event) => {
      evento.preventDefault();
      const formulario = document.getElementById(formularioDeCancelar);
      if (formulario instanceof HTMLFormElement) formulario.requestSubmit();
    };
    if (!ventana.matches(':modal')) {
      // Without `close()`, which would hand the focus back and forth.
      ventana.removeAttribute('open');
      ventana.showModal();
    }
    ventana.addEventListener('cancel', cancelar);
    return () => ventana.removeEventListener('cancel', cancelar);
  }, [formularioDeCancelar]);
  return <span ref={marca} hidden />;
}
