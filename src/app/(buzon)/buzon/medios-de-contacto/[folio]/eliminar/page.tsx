import { paresDeActo } from '#domain/efirma/cadena-de-acto.ts';
import { findCertificadoDeSesion } from '#tramites/efirma/verify-acto.ts';
import { findActoDeBaja } from '#tramites/medio-de-contacto/remove-medio-de-contacto.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { Pagina } from '#ui/components/encabezado/encabezado.tsx';
import { ListaDeDatos } from '#ui/components/lista-de-datos/lista-de-datos.tsx';
import { FormularioDeFirma } from '#ui/efirma/formulario-de-firma.tsx';
import { PieDePrivacidad } from '#ui/efirma/pie-de-privacidad.tsx';
import { MENSAJES_DE_BAJA } from '#wording/mensajes/mensajes-de-acto.ts';
import { BuzonFrame } from '../../../../../_frame/buzon-frame.tsx';
import { NotFound } from '../../../../../_frame/not-found.tsx';
import type { PropsDePagina } from '../../../../../_request/parse-busqueda.ts';
import { tituloDeFolio } from '../../../../../_request/titulo-de-folio.ts';
import { requireTitular } from '../../../../../_server/contexto.ts';
import { marcaDe } from '../../../../../_server/marca.ts';
import { prepareBajaAction, signBajaAction } from './actions.ts';

export const generateMetadata = tituloDeFolio('Firmar y eliminar');

const TABLA = '/buzon/medios-de-contacto';

/** What is lost with the last medio of an active Buzón, and the signature without which it is not removed. */
export default async function FirmarYEliminar({ params }: PropsDePagina<'folio'>) {
  const ctx = await requireTitular('ELIMINAR_ULTIMO_MEDIO');
  const { folio } = await params;
  const acto = await findActoDeBaja(ctx, folio);
  if (!acto) return <NotFound />;
  const marca = marcaDe(ctx.actor);
  return (
    <BuzonFrame ctx={ctx} actual="medios" siguiente="secundario">
      <Pagina titulo="Firmar y eliminar" regresar={{ href: TABLA }}>
        <Aviso tipo="nota">{MENSAJES_DE_BAJA.BAJA_PIDE_FIRMA}</Aviso>
        <ListaDeDatos datos={paresDeActo(acto).map(([termino, valor]) => ({ termino, valor }))} />
        <FormularioDeFirma
          encabezado="h2"
          aviso={<p>Al firmar, el medio de contacto de arriba queda eliminado. La firma se guarda como prueba.</p>}
          pie={<PieDePrivacidad />}
          rfc={ctx.actor.rfc}
          deSesion={{ certificado: await findCertificadoDeSesion(ctx), serie: ctx.actor.serie }}
          prepare={prepareBajaAction.bind(null, marca, folio)}
          sign={signBajaAction.bind(null, marca, folio)}
          alTerminar={`${TABLA}?eliminado=${folio}`}
        />
      </Pagina>
    </BuzonFrame>
  );
}
