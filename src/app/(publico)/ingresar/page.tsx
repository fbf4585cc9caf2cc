import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { UnEnlace } from '#ui/components/boton/boton.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { FormularioDeIngreso } from '#ui/efirma/formulario-de-ingreso.tsx';
import { PieDePrivacidad } from '#ui/efirma/pie-de-privacidad.tsx';
import { type Busqueda, parseBusqueda } from '../../_request/parse-busqueda.ts';
import { parseRegreso } from '../../_request/parse-regreso.ts';
import { contextoDeTitular } from '../../_server/contexto.ts';
import { issueIngresoChallengeAction } from './actions.ts';

export const metadata = { title: 'Firma digital para ingresar' };

const TERMINADA =
  'Para continuar, ingresa con tu e.firma. Las sesiones terminan a los 15 minutos sin actividad. Si escribías algo, te espera donde lo dejaste.';

/** Sign-in with the e.firma (guide V, step 2). */
export default async function Ingresar({ searchParams }: { searchParams: Busqueda }) {
  const { sesion, regresar } = await parseBusqueda(searchParams, ['sesion', 'regresar']);
  const ctx = await contextoDeTitular();
  const regreso = parseRegreso(regresar, 'buzon');
  return (
    <Pila espacio="amplia">
      {ctx && (
        <Aviso tipo="informacion" acciones={<UnEnlace href={regreso ?? '/buzon'}>Continuar en mi Buzón</UnEnlace>}>
          Tu sesión sigue abierta. Si ingresas con otra e.firma, se cerrará en este navegador.
        </Aviso>
      )}
      {!ctx && sesion === 'terminada' && <Aviso tipo="informacion">{TERMINADA}</Aviso>}
      <FormularioDeIngreso issueChallenge={issueIngresoChallengeAction} regreso={regreso} pie={<PieDePrivacidad />} />
    </Pila>
  );
}
