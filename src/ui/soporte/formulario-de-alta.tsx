'use client';

import { useActionState } from 'react';
import { ResumenDeErrores } from '#ui/components/aviso/aviso.tsx';
import { Acciones, Boton } from '#ui/components/boton/boton.tsx';
import { CampoDeSeleccion } from '#ui/components/campo/campo-de-seleccion.tsx';
import { CampoDeTexto } from '#ui/components/campo/campo-de-texto.tsx';
import { Formulario } from '#ui/components/formulario/formulario.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
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
      <Formulario action={accion} noValidate>
        <Pila key={vez}>
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
          <Acciones>
            <Boton>Dar el rol</Boton>
          </Acciones>
        </Pila>
      </Formulario>
    </>
  );
}
