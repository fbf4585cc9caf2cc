import type { VerificacionError } from '#domain/acuse/verificacion-error.ts';
import { Acciones, Boton } from '../components/boton/boton.tsx';
import { CampoDeTexto } from '../components/campo/campo-de-texto.tsx';
import { Pila } from '../components/pila/pila.tsx';

interface Props {
  folio: string;
  valor: string;
  /** Why what was typed found nothing. */
  error?: VerificacionError | null;
}

export function FormularioDeVerificacion({ folio, valor, error }: Props) {
  return (
    <form action="/verificar" method="get">
      <Pila>
        <CampoDeTexto
          id="folio"
          etiqueta="Folio del trámite"
          pista="Está en la primera página, por ejemplo BI-2026.00000001-52."
          error={error === 'FOLIO_MAL_ESCRITO' ? 'Revisa el folio.' : undefined}
          defaultValue={folio}
          maxLength={120}
          autoComplete="off"
          requerido
          corto
        />
        <CampoDeTexto
          id="v"
          etiqueta="Valor de verificación"
          pista="Diez letras y números, junto al código QR."
          error={error === 'VALOR_MAL_ESCRITO' ? 'Revisa el valor de verificación.' : undefined}
          defaultValue={valor}
          maxLength={60}
          autoComplete="off"
          requerido
          corto
        />
        <Acciones>
          <Boton>Verificar</Boton>
        </Acciones>
      </Pila>
    </form>
  );
}
