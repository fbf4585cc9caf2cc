'use client';

import { useActionState } from 'react';
import type { ActoDeRol } from '#domain/efirma/cadena-de-acto.ts';
import type { AltaDeSoporte } from '#domain/soporte/peticion-de-rol.ts';
import { UnEnlace } from '#ui/components/boton/boton.tsx';
import { CampoDeSeleccion, CampoDeTexto } from '#ui/components/campo/campo.tsx';
import { type Llenado, llenarCon } from '#ui/components/campo/campo-llenado.ts';
import { FormularioDeCampos } from '#ui/components/formulario/formulario-de-campos.tsx';
import { FirmaDeRol, type Firmante } from './firma-de-rol.tsx';
import { OPCIONES_DE_ROL } from './opciones-de-rol.ts';

/** With what would be signed, once nothing is wrong with it. */
export type EstadoDeAlta = Llenado<AltaDeSoporte> & { acto?: ActoDeRol };

const VACIA: EstadoDeAlta = { vez: 0, campos: { rfc: '', nombre: '', rol: 'CONSULTA' }, error: null };

/** Gives a role to a person by their RFC: no address holds it, so that it is signed in its place. */
export function FormularioDeAlta({ revisar, firmante }: Props) {
  const [{ vez, error, campos, acto }, action] = useActionState(revisar, VACIA);
  const de = llenarCon<'rfc' | 'nombre' | 'rol'>(campos, error);
  if (acto)
    return (
      <>
        <FirmaDeRol acto={acto} peticion={campos} firmante={firmante} />
        <UnEnlace href="/soporte/equipo">No firmar</UnEnlace>
      </>
    );
  return (
    <FormularioDeCampos {...{ action, vez, error }} noValidate borrador="rol" boton="Dar el rol">
      <CampoDeTexto
        {...de('rfc')}
        etiqueta="RFC"
        requerido
        corto
        maxLength={40}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        pista="De la persona, con 13 caracteres, como está en su e.firma."
      />
      <CampoDeTexto {...de('nombre')} etiqueta="Nombre completo" requerido maxLength={250} autoComplete="off" />
      <CampoDeSeleccion {...de('rol')} etiqueta="Rol" requerido opciones={OPCIONES_DE_ROL} />
    </FormularioDeCampos>
  );
}
interface Props {
  revisar: (estado: EstadoDeAlta, formData: FormData) => Promise<EstadoDeAlta>;
  firmante: Firmante;
}
