'use client';

import type { ComponentProps } from 'react';
import { type ActoDeRol, paresDeActo } from '#domain/efirma/cadena-de-acto.ts';
import type { PeticionDeRol } from '#domain/soporte/peticion-de-rol.ts';
import { FormularioDeFirma } from '#ui/efirma/formulario-de-firma.tsx';
import { ListaDeDatos } from '../components/lista-de-datos/lista-de-datos.tsx';
import { Pila } from '../components/pila/pila.tsx';

/** What is done to a role, and the signature that does it. */
export function FirmaDeRol({ acto, peticion, firmante: { prepare, sign, ...firmante } }: Props) {
  return (
    <Pila>
      <ListaDeDatos datos={paresDeActo(acto).map(([termino, valor]) => ({ termino, valor }))} />
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
