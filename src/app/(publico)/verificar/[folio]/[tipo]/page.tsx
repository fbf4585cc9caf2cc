import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import type { VerificacionError } from '#domain/acuse/falla-de-acuse.ts';
import { valorDe } from '#tramites/acuse/find-acuse-verificable.ts';
import { verifyAcuse } from '#tramites/acuse/verify-acuse.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { Acciones, BotonEnlace } from '#ui/components/boton/boton.tsx';
import { Pagina } from '#ui/components/encabezado/encabezado.tsx';
import { Seccion } from '#ui/components/seccion/seccion.tsx';
import { CompararArchivo } from '#ui/verificar/comparar-archivo.tsx';
import { FormularioDeVerificacion } from '#ui/verificar/formulario-de-verificacion.tsx';
import { ResultadoDeVerificacion } from '#ui/verificar/resultado-de-verificacion.tsx';
import { MENSAJES_DE_VERIFICACION } from '#wording/mensajes/mensajes-verificacion.ts';
import { NotFound } from '../../../../_frame/not-found.tsx';
import { allowVerificacion, findPorComprobante, parseArchivo } from '../../../../_request/comprobante.ts';
import { type PropsDePagina, parseBusqueda } from '../../../../_request/parse-busqueda.ts';
import { contexto } from '../../../../_server/contexto.ts';

// Without the folio, which what is found and what is not would tell otherwise.
export const metadata = { title: 'Verificación de un acuse', robots: { index: false } };

const DE_VERIFICACION = {
  titulo: metadata.title,
  regresar: { href: '/verificar', texto: 'Verificar otro acuse' },
};

/** What the QR of an acuse opens. Everything is computed anew, and personal data partly masked. */
export default async function VerificarAcuse({ params, searchParams }: PropsDePagina<'folio' | 'tipo'>) {
  if (!(await allowVerificacion())) return <SinVerificar error="DEMASIADAS_VERIFICACIONES" />;
  const { folio, tipo } = await params;
  const { v, archivo, sello } = await parseBusqueda(searchParams, ['v', 'archivo', 'sello']);
  const found = await findPorComprobante(folio, tipo, v);
  if (!found.ok)
    return (
      <NotFound>
        <SinVerificar error="ACUSE_NO_ENCONTRADO">
          <FormularioDeVerificacion folio={folio} valor={v ?? ''} />
        </SinVerificar>
      </NotFound>
    );
  const acuse = found.value;
  const archivoSha256 = parseArchivo(archivo);
  const verificacion = await verifyAcuse(contexto(), acuse, archivoSha256, {
    selloDelArchivo: parseArchivo(sello),
    isRecorded: (await headers()).get('x-buzon-metodo') === 'GET',
  });
  const { serie: serieDelSello, esDemo } = acuse.certificado;
  const address = `/verificar/${acuse.folio}/${tipo}`;
  const valor = valorDe(acuse.sello);
  return (
    <Pagina {...DE_VERIFICACION}>
      <ResultadoDeVerificacion acuse={{ ...verificacion, archivoSha256, serieDelSello, esDemo }} />
      <Seccion id="archivo" titulo="¿Tienes el PDF?">
        <p>Compáralo con el que se emitió: un solo byte distinto se nota.</p>
        <CompararArchivo accion={address} valor={valor} />
      </Seccion>
      <Seccion id="evidencia" titulo="Comprobarlo por tu cuenta">
        <p>
          Los archivos con los que se comprueba el sello sin este portal, y las órdenes de OpenSSL para hacerlo.
          Contienen los datos completos del acuse. De una solicitud, el certificado de quien firmó viene si el titular
          lo permite.
        </p>
        <Acciones>
          <BotonEnlace href={`${address}/evidencia.zip?v=${valor}`} variante="secundario" icono="descargar">
            Descargar la evidencia
          </BotonEnlace>
          <BotonEnlace href="/verificar" variante="enlace">
            Verificar otro acuse
          </BotonEnlace>
        </Acciones>
      </Seccion>
    </Pagina>
  );
}

/** The same for an unknown folio, another tipo and a wrong value: without the value a folio reveals nothing. */
function SinVerificar({ error, children }: { error: VerificacionError; children?: ReactNode }) {
  return (
    <Pagina {...DE_VERIFICACION}>
      <Aviso tipo="error" titulo="No se pudo verificar">
        {MENSAJES_DE_VERIFICACION[error]}
      </Aviso>
      {children}
    </Pagina>
  );
}
