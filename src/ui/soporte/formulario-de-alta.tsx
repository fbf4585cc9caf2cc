'use client';

import type { ActoDeRol } from '#domain/efirma/cadena-de-acto.ts';
import type { AltaDeSoporte } from '#domain/soporte/peticion-de-rol.ts';
import type { RolDeSoporte } from '#domain/soporte/rol-de-soporte.ts';
import { UnEnlace } from '#ui/components/boton/boton.tsx';
import { CampoDeSeleccion, CampoDeTexto } from '#ui/components/campo/campo.tsx';
import { type AccionDeCampos, useLlenado } from '#ui/components/campo/campo-llenado.ts';
import { FormularioDeCampos } from '#ui/components/formulario/formulario-de-campos.tsx';
import { FirmaDeRol, type Firmante } from './firma-de-rol.tsx';

const QUE_PUEDE = {
  CONSULTA: 'Consulta: buscar y ver folios',
  ATENCION: 'Atención: también reenviar, contestar aclaraciones y anotar',
  SUPERVISION: 'Supervisión: también el tablero, las consultas y el equipo',
} as const satisfies Record<RolDeSoporte, string>;

const VACIA: AltaDeSoporte = { rfc: '', nombre: '', rol: 'CONSULTA' };

/** Gives a role to a person by their RFC: no address holds it, so that it is signed in its place. */
export function FormularioDeAlta({ revisar, firmante }: Props) {
  const { form, campos, error, ademas: acto, de } = useLlenado(revisar, VACIA);
  if (acto)
    return (
      <>
        <FirmaDeRol acto={acto} peticion={campos} firmante={firmante} />
        <UnEnlace href="/soporte/equipo" variante="secundario">
          No firmar
        </UnEnlace>
      </>
    );
  return (
    <FormularioDeCampos {...form} error={error} borrador="rol" boton="Dar el rol">
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
      <CampoDeSeleccion {...de('rol')} etiqueta="Rol" requerido opciones={QUE_PUEDE} />
    </FormularioDeCampos>
  );
}
interface Props {
  /** Answers with what would be signed, once nothing is wrong with it. */
  revisar: AccionDeCampos<AltaDeSoporte, ActoDeRol>;
  firmante: Firmante;
}
