'use client';

import type { ComponentProps } from 'react';
import { type ActoDeRol, paresDeRol } from '#domain/efirma/acto-de-rol.ts';
import type { AltaDeSoporte, PeticionDeRol } from '#domain/soporte/peticion-de-rol.ts';
import type { RolDeSoporte } from '#domain/soporte/rol-de-soporte.ts';
import { UnEnlace } from '../components/boton/boton.tsx';
import { CampoDeSeleccion, CampoDeTexto } from '../components/campo/campo.tsx';
import { type AccionDeCampos, useLlenado } from '../components/campo/campo-llenado.ts';
import { FormularioDeCampos } from '../components/formulario/formulario-de-campos.tsx';
import { ListaDeDatos } from '../components/lista-de-datos/lista-de-datos.tsx';
import { Pila } from '../components/pila/pila.tsx';
import { FormularioDeFirma } from '../efirma/formulario-de-firma.tsx';

/** What is done to a role, and the signature that does it. */
export function FirmaDeRol({ acto, peticion, firmante: { prepare, sign, ...firmante } }: Props) {
  return (
    <Pila>
      <ListaDeDatos datos={paresDeRol(acto).map(([termino, valor]) => ({ termino, valor }))} />
      <FormularioDeFirma
        {...firmante}
        encabezado="h2"
        aviso={<p>{EFECTOS[acto.tipo]} La firma se guarda como prueba.</p>}
        prepare={() => prepare(peticion)}
        sign={(firma) => sign(peticion, firma)}
        alTerminar={`/soporte/equipo?hecho=${acto.tipo}`}
      />
    </Pila>
  );
}
interface Props {
  acto: ActoDeRol;
  peticion: PeticionDeRol;
  firmante: Firmante;
}

type Firma = ComponentProps<typeof FormularioDeFirma>;

/** Who is signed in, and the actions that take their signature. */
export interface Firmante extends Pick<Firma, 'rfc' | 'deSesion' | 'pie'> {
  prepare: (peticion: PeticionDeRol) => ReturnType<Firma['prepare']>;
  sign: (peticion: PeticionDeRol, firma: Parameters<Firma['sign']>[0]) => ReturnType<Firma['sign']>;
}

const EFECTOS: Readonly<Record<ActoDeRol['tipo'], string>> = {
  DAR_ROL: 'Al firmar tendrá ese rol desde ese momento, también en la sesión que tenga abierta.',
  QUITAR_ROL: 'Al firmar termina su sesión y ya no podrá ingresar. Lo que hizo queda registrado a su nombre.',
  PROPONER_ROL:
    'El rol se dará cuando otra persona que supervise lo confirme con su e.firma, dentro de las 72 horas siguientes.',
  CONFIRMAR_ROL: 'Otra persona lo propuso y lo firmó. Al firmar tú, tendrá el rol desde ese momento.',
  RETIRAR_PROPUESTA: 'Al firmar, la propuesta queda sin efecto.',
};

const QUE_PUEDE = {
  CONSULTA: 'Consulta: buscar y ver folios',
  ATENCION: 'Atención: también reenviar, contestar aclaraciones y anotar',
  SUPERVISION: 'Supervisión: también el tablero, las consultas y el equipo',
} as const satisfies Record<RolDeSoporte, string>;

const VACIA: AltaDeSoporte = { rfc: '', nombre: '', rol: 'CONSULTA' };

/** Gives a role to a person by their RFC: no address holds it, so that it is signed in its place. */
export function FormularioDeAlta({ revisar, firmante }: PropsDeAlta) {
  const { form, campos, error, ademas: acto, de } = useLlenado(revisar, VACIA);
  if (acto)
    return (
      <>
        <FirmaDeRol acto={acto} peticion={campos} firmante={firmante} />
        <UnEnlace href="/soporte/equipo">No firmar</UnEnlace>
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
interface PropsDeAlta {
  /** Answers with what would be signed, once nothing is wrong with it. */
  revisar: AccionDeCampos<AltaDeSoporte, ActoDeRol>;
  firmante: Firmante;
}
