'use client';

import { Acciones, Boton, BotonEnlace } from '../boton/boton.tsx';
import { Encabezado } from '../encabezado/encabezado.tsx';
import { Marco } from '../marco/marco.tsx';
import { Pila } from '../pila/pila.tsx';

/** What a person sees when the portal itself failed. `referencia` leads whoever helps to the entry in the log. */
export function PantallaDeError({ referencia, reintentar }: { referencia?: string; reintentar: () => void }) {
  return (
    <Marco>
      <Pila>
        <Encabezado
          titulo="Algo falló de nuestro lado"
          entradilla={
            <>
              <p>
                No es un error tuyo. Lo que ya tiene folio quedó guardado; lo que estabas enviando puede no haber
                llegado.
              </p>
              <p>
                Intenta de nuevo en unos minutos. Antes de repetir un registro o una firma, revisa en tu Buzón si ya
                aparece.
              </p>
            </>
          }
        />
        <Acciones>
          <Boton type="button" onClick={reintentar}>
            Intentar de nuevo
          </Boton>
          <BotonEnlace href="/buzon" variante="secundario">
            Ir a mi Buzón
          </BotonEnlace>
        </Acciones>
        {referencia && (
          <p>
            Si pides ayuda, da esta referencia: <code>{referencia}</code>
          </p>
        )}
      </Pila>
    </Marco>
  );
}
