'use client';

import { useActionState } from 'react';
import { ResumenDeErrores } from '#ui/components/aviso/aviso.tsx';
import { CampoDeSeleccion } from '#ui/components/campo/campo-de-seleccion.tsx';
import { CampoDeTexto } from '#ui/components/campo/campo-de-texto.tsx';
import { FormularioDeCampos } from '#ui/components/formulario/formulario-de-campos.tsx';
import type { AccionDelAlta, EstadoDelAlta } from './estado-del-alta.ts';
import { OPCIONES_DE_ROL } from './opciones-de-rol.ts';

const VACIA: EstadoDelAlta = { vez: 0, alta: { rfc: '', nombre: '', rol: 'CONSULTA' }, error: null };

/** Gives a role to a person by their RFC. Without script it is sent and shown again by the server. */
export function FormularioDeAlta({ dar }: { dar: AccionDelAlta }) {
  const [{ vez, alta, error }, accion] = useActionState(dar, VACIA);
  const errorDe = (campo: string) => (error?.campo === campo ? error.mensaje : undefined);
  return (
    <>
      {error && <ResumenDeErrores key={vez} errores={[error]} />}
      <FormularioDeCampos action={accion} noValidate vez={vez} boton="Dar el rol">
        <CampoDeTexto
          id="rfc"
          etiqueta="RFC"
          requerido
          corto
          maxLength={40}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          defaultValue={alta.rfc}
          pista="De la persona, con 13 caracteres, como está en su e.firma."
          error={errorDe('rfc')}
        />
        <CampoDeTexto
          id="nombre"
          etiqueta="Nombre completo"
          requerido
          maxLength={250}
          autoComplete="off"
          defaultValue={alta.nombre}
          error={errorDe('nombre')}
        />
        <CampoDeSeleccion
          id="rol"
          etiqueta="Rol"
          requerido
          opciones={OPCIONES_DE_ROL}
          defaultValue={alta.rol}
          error={errorDe('rol')}
        />
      </FormularioDeCampos>
    </>
  );
}
