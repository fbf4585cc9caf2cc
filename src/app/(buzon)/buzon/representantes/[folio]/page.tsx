import { formatPlazo } from '#domain/fecha.ts';
import { parseFolio } from '#domain/folio.ts';
import { paresDeDesignacion } from '#domain/representacion/designacion.ts';
import { canFirmar, estadoAlTerminar } from '#domain/representacion/estado.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { findCertificadoDeSesion } from '#tramites/efirma/verify-acto.ts';
import { findRepresentacion, type RepresentacionHallada } from '#tramites/vigencia/find-representacion.ts';
import { DescargarAcuse } from '#ui/acuse/descargar-acuse.tsx';
import { Pagina } from '#ui/components/encabezado/encabezado.tsx';
import { FormularioDeCampos } from '#ui/components/formulario/formulario-de-campos.tsx';
import { ListaDeDatos } from '#ui/components/lista-de-datos/lista-de-datos.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { FormularioDeFirma } from '#ui/efirma/formulario-de-firma.tsx';
import { PieDePrivacidad } from '#ui/efirma/pie-de-privacidad.tsx';
import { FaltaUnaFirma } from '#ui/representacion/falta-una-firma.tsx';
import { TextoDeLaSolicitud } from '#ui/solicitud/texto-de-la-solicitud.tsx';
import { ACCION_DE_TERMINAR, ETIQUETA_DE_REPRESENTACION } from '#wording/etiquetas.ts';
import { textoDeVersion } from '#wording/solicitud/textos.ts';
import { BuzonFrame } from '../../../../_frame/buzon-frame.tsx';
import { NotFound } from '../../../../_frame/not-found.tsx';
import type { PropsDePagina } from '../../../../_request/parse-busqueda.ts';
import { tituloDeFolio } from '../../../../_request/titulo-de-folio.ts';
import { requireTitular } from '../../../../_server/contexto.ts';
import { marcaDe } from '../../../../_server/marca.ts';
import { endRepresentacionAction, prepareFirmaAction, signRepresentacionAction } from '../actions.ts';

export const generateMetadata = tituloDeFolio('Designación de representante');

/** One designation for either side: what it says, the signature of who is missing, and the way to end it. */
export default async function DesignacionDeRepresentante({ params }: PropsDePagina<'folio'>) {
  const ctx = await requireTitular('NOMBRAR_REPRESENTANTE');
  const parsed = parseFolio((await params).folio);
  const found = parsed.ok ? await findRepresentacion(ctx.db, ctx, parsed.value) : null;
  if (!found) return <NotFound />;
  const { folio, lado, situacion, textoVersion } = found;
  const fin = estadoAlTerminar(situacion, lado);
  return (
    <BuzonFrame ctx={ctx} siguiente="secundario">
      <Pagina
        titulo="Designación de representante"
        regresar={{ href: lado === 'TITULAR' ? '/buzon/representantes' : '/clientes' }}
      >
        <ListaDeDatos datos={datosDe(found)} />
        <TextoDeLaSolicitud texto={textoDeVersion(textoVersion)} />
        {canFirmar(situacion) && <Firma ctx={ctx} found={found} />}
        {fin && (
          <div id="terminar">
            <FormularioDeCampos
              action={endRepresentacionAction}
              ocultos={{ folio }}
              boton={ACCION_DE_TERMINAR[fin]}
              variante="peligro"
            >
              <p>Termina de inmediato; lo que se haya hecho antes conserva su validez.</p>
            </FormularioDeCampos>
          </div>
        )}
      </Pagina>
    </BuzonFrame>
  );
}

function datosDe(found: RepresentacionHallada) {
  const { folio, situacion, titular, rfcDelRepresentante, venceEn, vigenteDesde } = found;
  return [
    { termino: 'Folio', valor: folio },
    { termino: 'Estado', valor: <span role="status">{ETIQUETA_DE_REPRESENTACION[situacion]}</span> },
    { termino: 'Titular', valor: `${titular.nombre}, con RFC ${titular.rfc}` },
    { termino: 'RFC del representante', valor: rfcDelRepresentante },
    ...paresDeDesignacion(found).map(([termino, valor]) => ({ termino, valor })),
    ...(situacion === 'PROPUESTA'
      ? [{ termino: 'Espera la primera firma hasta el', valor: formatPlazo(venceEn) }]
      : []),
    ...(vigenteDesde ? [{ termino: 'Acuse', valor: <DescargarAcuse folio={folio} tipo="representacion" /> }] : []),
  ];
}

/** Of whoever has not signed: whose signature it is, the certificate says. */
async function Firma({ ctx, found }: { ctx: ContextoDeTitular; found: RepresentacionHallada }) {
  const { folio, primera, titular, rfcDelRepresentante, situacion } = found;
  const marca = marcaDe(ctx.actor);
  const isFirst = situacion === 'PROPUESTA' || !primera;
  const falta = isFirst ? ctx.actor.rfc : primera.lado === 'TITULAR' ? rfcDelRepresentante : titular.rfc;
  const deSesion = { certificado: await findCertificadoDeSesion(ctx), serie: ctx.actor.serie };
  const segundos = isFirst ? 0 : Math.ceil((primera.venceEn.getTime() - ctx.now().getTime()) / 1000);
  return (
    <Pila>
      {!isFirst && <FaltaUnaFirma falta={falta} segundos={segundos} />}
      <FormularioDeFirma
        key={situacion}
        encabezado="h2"
        aviso={<p>Firmas la designación de arriba, con el número de folio: {folio}.</p>}
        pie={<PieDePrivacidad />}
        rfc={falta}
        deSesion={falta === ctx.actor.rfc ? deSesion : undefined}
        prepare={prepareFirmaAction.bind(null, marca, folio)}
        sign={signRepresentacionAction.bind(null, marca)}
        alTerminar={`/buzon/representantes/${folio}`}
      />
    </Pila>
  );
}
