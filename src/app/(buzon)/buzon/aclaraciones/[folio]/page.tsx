import { randomUUID } from 'node:crypto';
import { ASUNTO_EN_PALABRAS } from '#domain/aclaracion/asunto.ts';
import { formatFecha } from '#domain/fecha.ts';
import { parseFolio } from '#domain/folio.ts';
import { findAclaracionPropia, hasCorreoValidado } from '#tramites/aclaracion/find-aclaracion.ts';
import { Conversacion } from '#ui/aclaracion/conversacion.tsx';
import { FormularioDeReplica } from '#ui/aclaracion/formulario-de-aclaracion.tsx';
import { AvisoDeAclaracionPresentada, QueSigue } from '#ui/aclaracion/que-sigue.tsx';
import { DescargarAcuse } from '#ui/acuse/descargar-acuse.tsx';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { Acciones, BotonEnlace } from '#ui/components/boton/boton.tsx';
import { Pagina } from '#ui/components/encabezado/encabezado.tsx';
import { EtiquetaDeEstado } from '#ui/components/etiqueta/etiqueta.tsx';
import { ListaDeDatos } from '#ui/components/lista-de-datos/lista-de-datos.tsx';
import { Seccion } from '#ui/components/seccion/seccion.tsx';
import { BuzonFrame } from '../../../../_frame/buzon-frame.tsx';
import { NotFound } from '../../../../_frame/not-found.tsx';
import { type PropsDePagina, parseBusqueda } from '../../../../_request/parse-busqueda.ts';
import { tituloDeFolio } from '../../../../_request/titulo-de-folio.ts';
import { requireTitular } from '../../../../_server/contexto.ts';
import { replyAclaracionAction } from './actions.ts';

export const generateMetadata = tituloDeFolio('Aclaración');

/** One aclaración: how it is, what happens next, all that was written, and the form to write more while it is open. */
export default async function AclaracionPage({ params, searchParams }: PropsDePagina<'folio'>) {
  const ctx = await requireTitular('VER_ACLARACIONES');
  const parsed = parseFolio((await params).folio);
  const aclaracion = parsed.ok ? await findAclaracionPropia(ctx, parsed.value) : null;
  if (!aclaracion) return <NotFound />;
  const [{ presentada, enviado }, conCorreo] = await Promise.all([
    parseBusqueda(searchParams, ['presentada', 'enviado']),
    hasCorreoValidado(ctx),
  ]);
  const { folio, estado, mensajes, presentadaEn } = aclaracion;
  return (
    <BuzonFrame ctx={ctx} actual="promociones" siguiente="secundario">
      <Pagina
        titulo="Aclaración"
        regresar={{ href: '/buzon/aclaraciones' }}
        entradilla={!presentada && <QueSigue estado={estado} conCorreo={conCorreo} />}
      >
        {presentada && (
          <AvisoDeAclaracionPresentada folio={folio} fecha={formatFecha(presentadaEn)} conCorreo={conCorreo} />
        )}
        {enviado && mensajes.length > 1 && (
          <Aviso key={mensajes.length} tipo="exito">
            <p>Tu mensaje quedó registrado en la aclaración con el número de folio: {folio}.</p>
          </Aviso>
        )}
        <ListaDeDatos datos={datosDe(aclaracion)} />
        <Seccion id="mensajes" titulo="Mensajes">
          <Conversacion raiz="/buzon/aclaraciones" folio={folio} mensajes={mensajes} />
        </Seccion>
        {estado === 'CERRADA' ? (
          <Acciones>
            <BotonEnlace href="/buzon/aclaraciones/nueva">Nueva aclaración</BotonEnlace>
          </Acciones>
        ) : (
          <Seccion id="escribir" titulo="Agregar un mensaje">
            <FormularioDeReplica
              key={mensajes.length}
              replicar={replyAclaracionAction}
              folio={folio}
              peticionId={randomUUID()}
            />
          </Seccion>
        )}
      </Pagina>
    </BuzonFrame>
  );
}

function datosDe(aclaracion: NonNullable<Awaited<ReturnType<typeof findAclaracionPropia>>>) {
  const { folio, estado, asunto, presentadaEn, medio, enPlazo, cerradaEn } = aclaracion;
  return [
    { termino: 'Folio', valor: folio },
    { termino: 'Estado', valor: <EtiquetaDeEstado estado={estado} /> },
    { termino: 'Asunto', valor: ASUNTO_EN_PALABRAS[asunto] },
    { termino: 'Fecha', valor: formatFecha(presentadaEn) },
    ...(medio
      ? [
          {
            termino: 'Medio de contacto',
            valor: `${medio.folio}, registrado el ${formatFecha(medio.fechaDeRegistro)}`,
          },
          { termino: 'Presentada dentro de las 24 horas del registro', valor: enPlazo ? 'Sí' : 'No; se atiende igual' },
        ]
      : []),
    ...(cerradaEn ? [{ termino: 'Fecha de cierre', valor: formatFecha(cerradaEn) }] : []),
    { termino: 'Acuse', valor: <DescargarAcuse folio={folio} tipo="aclaracion" /> },
  ];
}
