import { Boton } from '../components/boton/boton.tsx';
import { CampoDeTexto } from '../components/campo/campo-de-texto.tsx';
import { Pila } from '../components/pila/pila.tsx';

/** Folio and check value, as an acuse prints both. */
export function FormularioDeVerificacion({ folio, valor }: { folio: string; valor: string }) {
  return (
    <form action="/verificar" method="get">
      <Pila>
        <CampoDeTexto
          id="folio"
          etiqueta="Folio del trámite"
          pista="Está en la primera página, por ejemplo BI-2026.00000001-52."
          defaultValue={folio}
          maxLength={40}
          autoComplete="off"
          requerido
          corto
        />
        <CampoDeTexto
          id="v"
          etiqueta="Valor de verificación"
          pista="Diez letras y números, junto al código QR."
          defaultValue={valor}
          maxLength={20}
          autoComplete="off"
          requerido
          corto
        />
        <Boton>Verificar</Boton>
      </Pila>
    </form>
  );
}
