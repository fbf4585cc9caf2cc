import { BotonEnlace } from '#ui/components/boton/boton.tsx';
import { NotFound } from './not-found.tsx';
import { Falta } from './page-not-found.tsx';

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
