import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { Marco } from '#ui/components/marco/marco.tsx';
import { FormularioDeIngreso } from '#ui/efirma/formulario-de-ingreso.tsx';
import { PieDePrivacidad } from '#ui/efirma/pie-de-privacidad.tsx';
import { type Busqueda, parseBusqueda } from '../../../_request/parse-busqueda.ts';
import { parseRegreso } from '../../../_request/parse-regreso.ts';
import { root } from '../../../_server/root.ts';
import { issueIngresoChallengeDeSoporteAction } from './actions.ts';

export const metadata = { title: 'Firma digital para ingresar' };

/** Sign-in of the support staff with their own e.firma: no password of the portal's exists. */
export default async function IngresarDeSoporte({ searchParams }: { searchParams: Busqueda }) {
  const { sesion, regresar } = await parseBusqueda(searchParams, ['sesion', 'regresar']);
  return (
    <Marco demo={root().esDemo}>
      <Aviso tipo="informacion">
        <p>
          Esta entrada es del personal de soporte. {sesion === 'terminada' && 'Ingresa de nuevo para continuar. '}Si
          buscas tu Buzón, <a href="/ingresar">ingresa aquí</a>.
        </p>
      </Aviso>
      <FormularioDeIngreso
        issueChallenge={issueIngresoChallengeDeSoporteAction}
        puerta="soporte"
        regreso={parseRegreso(regresar, 'soporte')}
        pie={<PieDePrivacidad />}
      />
    </Marco>
  );
}
