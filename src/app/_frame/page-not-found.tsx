import type { ReactNode } from 'react';
import { currentReferencia } from '#server/response.ts';
import { Acciones, BotonEnlace } from '#ui/components/boton/boton.tsx';
import { Encabezado } from '#ui/components/encabezado/encabezado.tsx';
import { Marco } from '#ui/components/marco/marco.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { Referencia } from '#ui/components/referencia/referencia.tsx';
import { root } from '../_server/root.ts';

/** Also what someone gets who asks for another titular's folio: it must not tell the two apart. */
export function PageNotFound() {
  return (
    <Falta
      titulo="No encontramos esta página"
      entradilla={
        <>
          <p>La dirección puede estar incompleta, o lo que buscas no existe o no pertenece a tu RFC.</p>
          <p>Si la copiaste de un mensaje, revisa que esté entera. Si buscas un acuse, ábrelo desde tu Buzón.</p>
        </>
      }
    >
      <BotonEnlace href="/">Ir al inicio</BotonEnlace>
      <BotonEnlace href="/buzon" variante="secundario">
        Ir a mi Buzón
      </BotonEnlace>
    </Falta>
  );
}

/** What is not there, where to go from here, and the reference by which support finds the request. */
export function Falta({ titulo, entradilla, children }: Props) {
  return (
    <Marco demo={root().esDemo}>
      <Pila>
        <Encabezado titulo={titulo} entradilla={entradilla} />
        <Acciones>{children}</Acciones>
        <Referencia id={currentReferencia()} />
      </Pila>
    </Marco>
  );
}
interface Props {
  titulo: string;
  entradilla: ReactNode;
  children: ReactNode;
}
