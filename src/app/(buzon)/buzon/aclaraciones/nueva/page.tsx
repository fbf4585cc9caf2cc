import { randomUUID } from 'node:crypto';
import { parseFolio } from '#domain/folio.ts';
import { hasCorreoValidado } from '#tramites/aclaracion/find-aclaracion.ts';
import { FormularioDeAclaracion } from '#ui/aclaracion/formulario-de-aclaracion.tsx';
import { ConAyuda, Pagina } from '#ui/components/encabezado/encabezado.tsx';
import { BuzonFrame } from '../../../../_frame/buzon-frame.tsx';
import { type Busqueda, parseBusqueda } from '../../../../_request/parse-busqueda.ts';
import { requireTitular } from '../../../../_server/contexto.ts';
import { fileAclaracionAction } from './actions.ts';

export const metadata = { title: 'Nueva aclaración' };

/** The form of an aclaración; from the note of a registration it comes with the folio of the medio. */
export default async function NuevaAclaracion({ searchParams }: { searchParams: Busqueda }) {
  const ctx = await requireTitular('PRESENTAR_ACLARACION');
  const [{ medio }, conCorreo] = await Promise.all([parseBusqueda(searchParams, ['medio']), hasCorreoValidado(ctx)]);
  const folio = parseFolio(medio ?? '');
  return (
    <BuzonFrame ctx={ctx} actual="promociones" siguiente="secundario">
      <Pagina titulo="Nueva aclaración" regresar={{ href: '/buzon/aclaraciones' }}>
        <ConAyuda ayuda={<Ayuda conCorreo={conCorreo} />}>
          <FormularioDeAclaracion
            presentar={fileAclaracionAction}
            peticionId={randomUUID()}
            folioDelMedio={folio.ok ? folio.value : ''}
          />
        </ConAyuda>
      </Pagina>
    </BuzonFrame>
  );
}

function Ayuda({ conCorreo }: { conCorreo: boolean }) {
  return (
    <>
      <p>Recibirás un folio y un acuse.</p>
      <p>
        {conCorreo
          ? 'La respuesta aparecerá aquí, y te avisaremos a los correos electrónicos validados para tu RFC.'
          : 'La respuesta aparecerá aquí: como no tienes un correo electrónico validado para tu RFC, vuelve a consultarla.'}
      </p>
    </>
  );
}
