'use client';

import { FALLAS, fallaDe } from '#wording/falla/fallas.ts';
import { Acciones, Boton, BotonEnlace } from '../boton/boton.tsx';
import { Encabezado } from '../encabezado/encabezado.tsx';
import { Marco } from '../marco/marco.tsx';
import { Pila } from '../pila/pila.tsx';

interface PantallaDeErrorProps {
  error: Error & { digest?: string };
  reintentar: () => void;
}

/** Why the portal failed, where it says (server/pagina-de-falla.ts). The digest leads to the entry in the log. */
export function PantallaDeError({ error, reintentar }: PantallaDeErrorProps) {
  const codigo = fallaDe(error);
  const falla = codigo && FALLAS[codigo];
  return (
    <Marco>
      <Pila>
        <Encabezado
          titulo={falla?.titulo ?? 'Algo falló de nuestro lado'}
          entradilla={
            <>
              <p>
                {falla?.mensaje ??
                  'No es un error tuyo. Lo que ya tiene folio quedó guardado; lo que estabas enviando puede no haber llegado.'}
              </p>
              <p>
                {falla?.remedio ??
                  'Intenta de nuevo en unos minutos. Antes de repetir un registro o una firma, revisa en tu Buzón si ya aparece.'}
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
        {error.digest && (
          <p>
            Si pides ayuda, da esta referencia: <code>{error.digest}</code>
          </p>
        )}
      </Pila>
    </Marco>
  );
}
