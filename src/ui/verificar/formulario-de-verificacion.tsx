import type { VerificacionError } from '#domain/acuse/falla-de-acuse.ts';
import { CampoDeTexto } from '../components/campo/campo.tsx';
import { FormularioDeCampos } from '../components/formulario/formulario-de-campos.tsx';

interface Props {
  folio: string;
  valor: string;
  error?: VerificacionError | null;
}

export function FormularioDeVerificacion({ folio, valor, error }: Props) {
  return (
    <FormularioDeCampos action="/verificar" method="get" boton="Verificar">
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
    </FormularioDeCampos>
  );
}
