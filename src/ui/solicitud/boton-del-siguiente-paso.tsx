import type { SiguientePaso } from '#domain/solicitud/siguiente-paso.ts';
import { UnEnlace } from '#ui/components/boton/boton.tsx';
import { siguienteEnPalabras } from '#wording/solicitud/siguiente-paso.ts';

/**
 * The one main button of a page: what its titular has to do now. Null: not known, without the session. Nothing where there is only
 * to wait; `secundario` where the page is for something else.
 */
export function BotonDelSiguientePaso({ paso, secundario }: { paso: SiguientePaso | null; secundario?: boolean }) {
  const siguiente = siguienteEnPalabras(paso);
  return (
    siguiente && (
      <UnEnlace href={siguiente.href} variante={secundario ? 'secundario' : 'principal'}>
        {siguiente.texto}
      </UnEnlace>
    )
  );
}
