'use client';

import { useEffect, useState } from 'react';
import { Aviso } from '#ui/components/aviso/aviso.tsx';

/** One has signed: who is missing, and what is left of the window, by the server's word when the page came; then a fresh page. */
export function FaltaUnaFirma({ falta, segundos }: { falta: string; segundos: number }) {
  const [quedan, setQuedan] = useState(segundos);
  useEffect(() => {
    const fin = performance.now() + segundos * 1000;
    const reloj = setInterval(() => {
      const left = Math.max(0, Math.ceil((fin - performance.now()) / 1000));
      setQuedan(left);
      if (left === 0) location.reload();
    }, 1000);
    return () => clearInterval(reloj);
  }, [segundos]);
  return (
    <Aviso tipo="exito">
      <p>Se recibió una firma. Falta la del RFC {falta}, aquí o en su equipo.</p>
      <p>
        Quedan{' '}
        <strong role="timer">
          {Math.floor(quedan / 60)}:{String(quedan % 60).padStart(2, '0')} minutos
        </strong>
        ; después será como si nadie hubiera firmado.
      </p>
    </Aviso>
  );
}
