import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { verificationPath } from '#domain/acuse/check-value.ts';
import type { VerificacionError } from '#domain/acuse/verificacion-error.ts';
import { findAcuseByArchivo, valorDe } from '#tramites/acuse/find-acuse-verificable.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { Encabezado } from '#ui/components/encabezado/encabezado.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { MENSAJES_DE_VERIFICACION } from '#ui/mensajes-verificacion.ts';
import { CompararArchivo } from '#ui/verificar/comparar-archivo.tsx';
import { FormularioDeVerificacion } from '#ui/verificar/formulario-de-verificacion.tsx';
import { allowVerificacion, findPorComprobante, parseArchivo } from '../../_server/comprobante.ts';
import { contexto } from '../../_server/contexto.ts';

export const metadata: Metadata = { title: 'Verificar un acuse' };

type Busqueda = { folio?: string; v?: string; archivo?: string };

/** Where anyone finds out whether an acuse is genuine: by what is printed on it, or by the document itself. */
export default async function Verificar({ searchParams }: { searchParams: Promise<Busqueda> }) {
  const isAllowed = await allowVerificacion();
  const busqueda = await searchParams;
  const error = isAllowed ? await search(busqueda) : 'DEMASIADAS_VERIFICACIONES';
  return (
    <Pila espacio="amplia">
      <Encabezado
        titulo="Verificar un acuse"
        entradilla="Comprueba que un acuse de este portal es auténtico y conoce su estado actual. No necesitas e.firma."
      />
      {error && (
        <Aviso tipo="error" titulo="No se pudo verificar">
          <p>{MENSAJES_DE_VERIFICACION[error]}</p>
        </Aviso>
      )}
      <section aria-labelledby="con-folio">
        <Pila>
          <h2 id="con-folio">Con lo que tiene impreso</h2>
          <FormularioDeVerificacion folio={busqueda.folio ?? ''} valor={busqueda.v ?? ''} />
        </Pila>
      </section>
      <section aria-labelledby="con-pdf">
        <Pila>
          <h2 id="con-pdf">Con el PDF</h2>
          <CompararArchivo accion="/verificar" />
        </Pila>
      </section>
    </Pila>
  );
}

/** Goes to what was found; else why there is nothing, or null when nothing was asked. */
async function search({ folio, v, archivo }: Busqueda): Promise<VerificacionError | null> {
  if (folio === undefined && v === undefined && archivo === undefined) return null;
  const sha256 = parseArchivo(archivo);
  const acuse = sha256 ? await findAcuseByArchivo(contexto(), sha256) : await findPorComprobante(folio, null, v);
  if (!acuse) return archivo === undefined ? 'ACUSE_NO_ENCONTRADO' : 'ARCHIVO_NO_EMITIDO';
  const address = verificationPath(acuse.folio, acuse.tipo, valorDe(acuse.sello));
  redirect(sha256 ? `${address}&archivo=${sha256}` : address);
}
