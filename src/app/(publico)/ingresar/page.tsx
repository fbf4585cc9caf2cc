import type { Metadata } from 'next';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { FormularioDeIngreso } from '#ui/efirma/formulario-de-ingreso.tsx';
import { PieDePrivacidad } from '#ui/efirma/pie-de-privacidad.tsx';
import { type Busqueda, parseBusqueda } from '../../_request/parse-busqueda.ts';
import { issueIngresoChallengeAction } from './actions.ts';

export const metadata: Metadata = { title: 'Ingresar' };

/** Sign-in with the e.firma (guide V, step 2). */
export default async function Ingresar({ searchParams }: { searchParams: Busqueda }) {
  const { sesion } = await parseBusqueda(searchParams, ['sesion']);
  return (
    <>
      {sesion === 'terminada' && (
        <Aviso tipo="informacion">
          Para continuar, ingresa con tu e.firma. Las sesiones terminan a los 15 minutos sin actividad.
        </Aviso>
      )}
      <FormularioDeIngreso issueChallenge={issueIngresoChallengeAction} pie={<PieDePrivacidad />} />
    </>
  );
}
