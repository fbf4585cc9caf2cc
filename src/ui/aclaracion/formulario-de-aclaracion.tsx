'use client';

import { useActionState } from 'react';
import { ASUNTO_EN_PALABRAS, ASUNTOS_DE_ACLARACION } from '#domain/aclaracion/asunto.ts';
import { CampoDeParrafos } from '#ui/components/campo/campo-de-parrafos.tsx';
import { CampoDeSeleccion } from '#ui/components/campo/campo-de-seleccion.tsx';
import { CampoDeTexto } from '#ui/components/campo/campo-de-texto.tsx';
import { FormularioDeCampos } from '#ui/components/formulario/formulario-de-campos.tsx';
import { CampoDeAdjunto } from './campo-de-adjunto.tsx';
import { ErroresDelEscrito } from './errores-del-escrito.tsx';
import type { AccionDelEscrito, CampoDelEscrito } from './estado-del-escrito.ts';
import { useArchivoGrande } from './use-archivo-grande.ts';

const ASUNTOS = ASUNTOS_DE_ACLARACION.map((valor) => ({ valor, texto: ASUNTO_EN_PALABRAS[valor] }));

/** The form of «Aclaraciones u Orientaciones» (guide VII). Without script it is sent and shown again by the server. */
export function FormularioDeAclaracion({ presentar, peticionId, folioDelMedio }: Props) {
  const [estado, accion] = useActionState(presentar, {
    vez: 0,
    escrito: { asunto: ASUNTOS_DE_ACLARACION[0], folioDelMedio, texto: '' },
    error: null,
    conArchivo: false,
  });
  const grande = useArchivoGrande();
  const { vez, escrito } = estado;
  const errorDe = (campo: CampoDelEscrito) => (estado.error?.campo === campo ? estado.error.mensaje : undefined);
  return (
    <>
      <ErroresDelEscrito estado={estado} grande={grande} />
      <FormularioDeCampos
        action={accion}
        onSubmit={grande.onSubmit}
        noValidate
        ocultos={{ peticionId }}
        vez={vez}
        boton="Presentar aclaración"
      >
        <CampoDeSeleccion
          id="asunto"
          etiqueta="Asunto"
          requerido
          opciones={ASUNTOS}
          defaultValue={escrito.asunto}
          error={errorDe('asunto')}
        />
        <CampoDeTexto
          id="folioDelMedio"
          etiqueta="Folio del medio de contacto"
          maxLength={60}
          autoComplete="off"
          defaultValue={escrito.folioDelMedio}
          pista="Si tu aclaración es sobre un correo o un teléfono que registraste. Es opcional."
          error={errorDe('folioDelMedio')}
        />
        <CampoDeParrafos
          id="texto"
          etiqueta="Planteamiento"
          requerido
          defaultValue={escrito.texto}
          pista="Qué pasó, qué esperabas y cuándo fue. Hasta 3,000 caracteres. No escribas contraseñas."
          error={errorDe('texto')}
        />
        <CampoDeAdjunto
          conArchivo={estado.conArchivo}
          error={grande.mensaje ?? errorDe('adjunto')}
          onChange={grande.onChange}
        />
      </FormularioDeCampos>
    </>
  );
}
interface Props {
  presentar: AccionDelEscrito;
  /** Made with the page: one press that arrives twice files once. */
  peticionId: string;
  /** The medio that it is about, where one came from it. */
  folioDelMedio: string;
}
