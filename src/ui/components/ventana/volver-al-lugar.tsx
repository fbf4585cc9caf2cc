'use client';

import { useEffect, useRef } from 'react';

const DE = 'de';

/** The address that cancels a window, with what the window was opened by: that takes the focus again. */
function direccionDeRegreso(direccion: string): string {
  return `${direccion.split('#', 1)[0]}#${new URLSearchParams({ [DE]: location.search })}`;
}

/** On a page that windows are opened from. A browser starts a page that it loads at its top, far from the row one was at. */
export function VolverAlLugar() {
  useEffect(() => {
    const { hash, pathname, search } = location;
    const asked = new URLSearchParams(hash.slice(1)).get(DE);
    if (asked === null) return;
    // Once Next listens, and so that it knows: it would take an action that leads to this same address for a jump within the page.
    const forgetting = setTimeout(() => history.replaceState(null, '', pathname + search));
    (findOpener(asked) ?? document.getElementById('contenido'))?.focus();
    return () => clearTimeout(forgetting);
  }, []);
  return null;
}

/** The button of the form, as of a row, or the link that brings the page with this question. */
function findOpener(asked: string): HTMLElement | null {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('main a[href]')];
  const forms = [...document.querySelectorAll<HTMLFormElement>('main form[method="get"]')];
  return (
    forms.find((form) => questionOf(form) === asked)?.querySelector('button') ??
    links.find((link) => link.pathname === location.pathname && link.search === asked) ??
    null
  );
}

function questionOf(form: HTMLFormElement): string {
  const fields = [...new FormData(form)].map(([nombre, valor]) => [nombre, String(valor)]);
  return `?${new URLSearchParams(fields)}`;
}

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
      // It would rest on «Cancelar», which is the first: where nothing is lost, one goes on.
      if (document.activeElement?.getAttribute('form') === formularioDeCancelar)
        ventana.querySelector<HTMLElement>('[data-variante="principal"]')?.focus();
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
