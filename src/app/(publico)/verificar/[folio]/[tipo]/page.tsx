import type { Metadata } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { valorDe } from '#tramites/acuse/find-acuse-verificable.ts';
import { verifyAcuse } from '#tramites/acuse/verify-acuse.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { Acciones, BotonEnlace } from '#ui/components/boton/boton.tsx';
import { Encabezado } from '#ui/components/encabezado/encabezado.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { Seccion } from '#ui/components/seccion/seccion.tsx';
import { CompararArchivo } from '#ui/verificar/comparar-archivo.tsx';
import { FormularioDeVerificacion } from '#ui/verificar/formulario-de-verificacion.tsx';
import { ResultadoDeVerificacion } from '#ui/verificar/resultado-de-verificacion.tsx';
import { MENSAJES_DE_VERIFICACION } from '#wording/mensajes/mensajes-verificacion.ts';
import { NotFound } from '../../../../_frame/not-found.tsx';
import { allowVerificacion, findPorComprobante, parseArchivo } from '../../../../_request/comprobante.ts';
import { type Busqueda, parseBusqueda } from '../../../../_request/parse-busqueda.ts';
import { contexto } from '../../../../_server/contexto.ts';

export const metadata: Metadata = { title: 'Verificación de un acuse', robots: { index: false } };

type Props = {
  params: Promise<{ folio: string; tipo: string }>;
  searchParams: Busqueda;
};

/** What the QR of an acuse opens. Everything is computed anew, and personal data partly masked. */
export default async function VerificarAcuse({ params, searchParams }: Props) {
  if (!(await allowVerificacion())) return <Demasiadas />;
  const { folio, tipo } = await params;
  const { v, archivo } = await parseBusqueda(searchParams, ['v', 'archivo']);
  const found = await findPorComprobante(folio, tipo, v);
  if (!found.ok)
    return (
      <NotFound>
        <SinAcuse folio={folio} valor={v ?? ''} />
      </NotFound>
    );
  const acuse = found.value;
  const archivoSha256 = parseArchivo(archivo);
  const verificacion = await verifyAcuse(contexto(), acuse, archivoSha256, {
    isRecorded: (await headers()).get('x-buzon-metodo') === 'GET',
  });
  const { serie: serieDelSello, esDemo } = acuse.certificado;
  const address = `/verificar/${acuse.folio}/${tipo}`;
  const valor = valorDe(acuse.sello);
  return (
    <Pagina>
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
          <BotonEnlace href={`${address}/evidencia.zip?v=${valor}`} variante="secundario">
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

function Pagina({ children }: { children: ReactNode }) {
  return (
    <Pila espacio="amplia">
      <Encabezado titulo="Verificación de un acuse" regresar={{ href: '/verificar', texto: 'Verificar otro acuse' }} />
      {children}
    </Pila>
  );
}

/** The same for an unknown folio, another tipo and a wrong value: without the value a folio reveals nothing. */
function SinAcuse({ folio, valor }: { folio: string; valor: string }) {
  return (
    <Pagina>
      <Aviso tipo="error" titulo="No se pudo verificar">
        {MENSAJES_DE_VERIFICACION.ACUSE_NO_ENCONTRADO}
      </Aviso>
      <FormularioDeVerificacion folio={folio} valor={valor} />
    </Pagina>
  );
}

function Demasiadas() {
  return (
    <Pagina>
      <Aviso tipo="error" titulo="No se pudo verificar">
        {MENSAJES_DE_VERIFICACION.DEMASIADAS_VERIFICACIONES}
      </Aviso>
    </Pagina>
  );
}
