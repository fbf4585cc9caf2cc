import { currentReferencia } from '#server/response.ts';
import { Acciones, BotonEnlace } from '#ui/components/boton/boton.tsx';
import { Encabezado } from '#ui/components/encabezado/encabezado.tsx';
import { Marco } from '#ui/components/marco/marco.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { Referencia } from '#ui/components/referencia/referencia.tsx';
import { root } from '../_server/root.ts';

/** A folio that was never given, or a page of it that it does not have. */
export function FolioNotFound() {
  return (
    <Marco demo={root().esDemo}>
      <Pila>
        <Encabezado
          titulo="Ese folio no existe"
          entradilla="Revisa que esté completo, como en el acuse o en el mensaje, o busca al titular por su RFC o su nombre."
        />
        <Acciones>
          <BotonEnlace href="/soporte">Buscar</BotonEnlace>
        </Acciones>
        <Referencia id={currentReferencia()} />
      </Pila>
    </Marco>
  );
}
