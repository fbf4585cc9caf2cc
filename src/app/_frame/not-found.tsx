import type { ReactNode } from 'react';
import { answerNotFound, currentReferencia } from '#server/response.ts';
import { Acciones, BotonEnlace } from '#ui/components/boton/boton.tsx';
import { Encabezado } from '#ui/components/encabezado/encabezado.tsx';
import { Marco } from '#ui/components/marco/marco.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { Referencia } from '#ui/components/referencia/referencia.tsx';
import { root } from '../_server/root.ts';

/** What a page answers, with the status 404, about something that is not there: readable without script too. */
export function NotFound({ children = <PageNotFound /> }: { children?: ReactNode }) {
  answerNotFound();
  return children;
}

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

/** A folio that was never given, or a page of it that it does not have. */
export function FolioNotFound() {
  return (
    <NotFound>
      <Falta
        titulo="Ese folio no existe"
        entradilla="Revisa que esté completo, como en el acuse o en el mensaje, o busca al titular por su RFC o su nombre."
      >
        <BotonEnlace href="/soporte">Buscar</BotonEnlace>
      </Falta>
    </NotFound>
  );
}

/** What is not there, where to go from here, and the reference by which support finds the request. */
function Falta({ titulo, entradilla, children }: { titulo: string; entradilla: ReactNode; children: ReactNode }) {
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
