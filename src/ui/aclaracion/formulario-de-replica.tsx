'use client';

import { useActionState } from 'react';
import { CampoDeParrafos } from '#ui/components/campo/campo-de-parrafos.tsx';
import { FormularioDeCampos } from '#ui/components/formulario/formulario-de-campos.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { CampoDeAdjunto } from './campo-de-adjunto.tsx';
import { ErroresDelEscrito } from './errores-del-escrito.tsx';
import type { AccionDelEscrito } from './estado-del-escrito.ts';
import { useArchivoGrande } from './use-archivo-grande.ts';

/** What its titular adds to an aclaración that is not closed. */
export function FormularioDeReplica({ replicar, folio, peticionId }: Props) {
  const [estado, accion] = useActionState(replicar, {
    vez: 0,
    escrito: { asunto: '', folioDelMedio: '', texto: '' },
    error: null,
    conArchivo: false,
  });
  const grande = useArchivoGrande();
  const { error, vez, escrito } = estado;
  return (
    <Pila>
      <ErroresDelEscrito estado={estado} grande={grande} />
      <FormularioDeCampos
        action={accion}
        onSubmit={grande.onSubmit}
        noValidate
        ocultos={{ folio, peticionId }}
        vez={vez}
        boton="Enviar mensaje"
        variante="secundario"
      >
        <CampoDeParrafos
          id="texto"
          etiqueta="Mensaje"
          requerido
          rows={5}
          defaultValue={escrito.texto}
          pista="Hasta 3,000 caracteres."
          error={error?.campo === 'texto' ? error.mensaje : undefined}
        />
        <CampoDeAdjunto
          conArchivo={estado.conArchivo}
          error={grande.mensaje ?? (error?.campo === 'adjunto' ? error.mensaje : undefined)}
          onChange={grande.onChange}
        />
      </FormularioDeCampos>
    </Pila>
  );
}
interface Props {
  replicar: AccionDelEscrito;
  folio: string;
  peticionId: string;
}
