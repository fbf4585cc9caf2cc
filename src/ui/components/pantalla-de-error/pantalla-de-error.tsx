'use client';

import { FALLAS, fallaDe, REFERENCIA } from '#wording/falla/fallas.ts';
import { Aviso } from '../aviso/aviso.tsx';
import { Acciones, Boton, BotonEnlace } from '../boton/boton.tsx';
import { Encabezado } from '../encabezado/encabezado.tsx';
import { Marco } from '../marco/marco.tsx';
import { Pila } from '../pila/pila.tsx';
import { Referencia } from '../referencia/referencia.tsx';

interface PantallaDeErrorProps {
  error: Error & { digest?: string };
  reintentar: () => void;
}

/** Why the portal failed, where it says (server/response.ts), and what its lines in the log are found by. */
export function PantallaDeError({ error, reintentar }: PantallaDeErrorProps) {
  const falla = FALLAS[fallaDe(error) ?? 'INESPERADA'];
  const [, referencia = error.digest] = error.message.split(REFERENCIA);
  return (
    <Marco>
      <Pila>
        <Encabezado titulo={falla.titulo} />
        <Aviso tipo="error">
          <p>{falla.mensaje}</p>
          <p>{falla.remedio}</p>
        </Aviso>
        <Acciones>
          <Boton type="button" onClick={reintentar}>
            Intentar de nuevo
          </Boton>
          <BotonEnlace href="/buzon" variante="secundario">
            Ir a mi Buzón
          </BotonEnlace>
        </Acciones>
        <Referencia id={referencia} />
      </Pila>
    </Marco>
  );
}
