import { Boton } from '#ui/components/boton/boton.tsx';

/** «Validar medio de contacto» (guide V, step 10): a plain GET that brings the same page with its window open. */
export function BotonDeValidar({ folio, describedBy, discreto }: Props) {
  return (
    <form method="get">
      <input type="hidden" name="validar" value={folio} />
      <Boton variante={discreto ? 'enlace' : 'principal'} icono="validar" aria-describedby={describedBy}>
        Validar medio de contacto
      </Boton>
    </form>
  );
}
interface Props {
  folio: string;
  /** Id of what tells this medio from the others on the page. */
  describedBy?: string;
  /** Among the other actions of a row. */
  discreto?: boolean;
}
