import type { ComponentProps } from 'react';
import { Boton } from '../boton/boton.tsx';
import { CamposOcultos } from '../formulario/campos-ocultos.tsx';

/** A plain GET that brings the same page with a window open, which `campos` name; without script too. */
export function BotonDeVentana({
  campos,
  ...boton
}: ComponentProps<typeof Boton> & { campos: Record<string, string> }) {
  return (
    <form method="get">
      <CamposOcultos campos={campos} />
      <Boton {...boton} />
    </form>
  );
}
