import { redirect } from 'next/navigation';
import { verificationPath } from '#domain/acuse/check-value.ts';
import type { VerificacionError } from '#domain/acuse/falla-de-acuse.ts';
import { fail, ok } from '#domain/result.ts';
import { findAcuseByArchivo, isSelloNuestro, valorDe } from '#tramites/acuse/find-acuse-verificable.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { Pagina } from '#ui/components/encabezado/encabezado.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { Seccion } from '#ui/components/seccion/seccion.tsx';
import { CompararArchivo } from '#ui/verificar/comparar-archivo.tsx';
import { FormularioDeVerificacion } from '#ui/verificar/formulario-de-verificacion.tsx';
import { MENSAJES_DE_VERIFICACION } from '#wording/mensajes/mensajes-verificacion.ts';
import { allowVerificacion, findPorComprobante, parseArchivo } from '../../_request/comprobante.ts';
import { type Busqueda, parseBusqueda } from '../../_request/parse-busqueda.ts';
import { contexto } from '../../_server/contexto.ts';

export const metadata = { title: 'Verificar un acuse' };

type Comprobante = Partial<Record<'folio' | 'v' | 'archivo' | 'sello', string>>;

/** Where anyone finds out whether an acuse is genuine: by what is printed on it, or by the document itself. */
export default async function Verificar({ searchParams }: { searchParams: Busqueda }) {
  const busqueda = await parseBusqueda(searchParams, ['folio', 'v', 'archivo', 'sello']);
  const isAllowed = Object.keys(busqueda).length === 0 || (await allowVerificacion());
  const error = isAllowed ? await search(busqueda) : 'DEMASIADAS_VERIFICACIONES';
  return (
    <Pagina
      titulo="Verificar un acuse"
      entradilla="Comprueba que un acuse de este portal es auténtico y conoce su estado actual. No necesitas e.firma."
    >
      {error && <Fallo error={error} />}
      <Pila espacio="amplia" aLoAncho>
        <Seccion id="con-folio" titulo="Con lo que tiene impreso">
          <FormularioDeVerificacion folio={busqueda.folio ?? ''} valor={busqueda.v ?? ''} error={error} />
        </Seccion>
        <Seccion id="con-pdf" titulo="Con el PDF">
          <CompararArchivo accion="/verificar" />
        </Seccion>
      </Pila>
    </Pagina>
  );
}

/** For what one field causes, which it is and how to get there. */
const CORREGIR: Partial<Record<VerificacionError, { campo: string; texto: string }>> = {
  FOLIO_MAL_ESCRITO: { campo: 'folio', texto: 'Corregir el folio' },
  VALOR_MAL_ESCRITO: { campo: 'v', texto: 'Corregir el valor de verificación' },
};

function Fallo({ error }: { error: VerificacionError }) {
  const corregir = CORREGIR[error];
  return (
    <Aviso tipo="error" titulo="No se pudo verificar">
      <p>{MENSAJES_DE_VERIFICACION[error]}</p>
      {corregir && (
        <p>
          <a href={`#${corregir.campo}`}>{corregir.texto}</a>
        </p>
      )}
    </Aviso>
  );
}

/** Goes to what was found; else why there is nothing, or null when nothing was asked. */
async function search(busqueda: Comprobante): Promise<VerificacionError | null> {
  if (Object.values(busqueda).every((each) => each === undefined)) return null;
  const sha256 = parseArchivo(busqueda.archivo);
  const acuse = await find(busqueda, sha256);
  if (!acuse.ok) return acuse.error;
  const { folio, tipo, sello } = acuse.value;
  const address = verificationPath(folio, tipo, valorDe(sello));
  redirect(sha256 ? `${address}&archivo=${sha256}` : address);
}

async function find({ folio, v, archivo, sello }: Comprobante, sha256: string | null) {
  if (archivo === undefined) return findPorComprobante(folio, null, v);
  const acuse = sha256 ? await findAcuseByArchivo(contexto(), sha256) : null;
  if (acuse) return ok(acuse);
  return fail(
    (await isSelloNuestro(contexto(), parseArchivo(sello))) ? 'SELLADO_Y_NO_ENCONTRADO' : 'ARCHIVO_NO_EMITIDO',
  );
}
