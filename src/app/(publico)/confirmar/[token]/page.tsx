import { findMedioPorConfirmar } from '#tramites/medio-de-contacto/find-medio-by-token.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { UnEnlace } from '#ui/components/boton/boton.tsx';
import { Pagina } from '#ui/components/encabezado/encabezado.tsx';
import { DEMASIADOS_INTENTOS, EnlaceRechazado, MedioPorConfirmar } from '#ui/medio-de-contacto/enlace-por-validar.tsx';
import { type PropsDePagina, parseBusqueda } from '../../../_request/parse-busqueda.ts';
import { contexto } from '../../../_server/contexto.ts';
import { validateMedioAntiguoAction } from './actions.ts';

export const metadata = { title: 'Confirmar medio de contacto', robots: { index: false } };

/** The link of the yearly message. Opening it confirms nothing: mail filters open links. Nothing says whose it is. */
export default async function ConfirmarMedio({ params, searchParams }: PropsDePagina<'token'>) {
  const [{ token }, { espera }] = await Promise.all([params, parseBusqueda(searchParams, ['espera'])]);
  const found = await findMedioPorConfirmar(contexto(), token);
  return (
    <Pagina titulo="Confirmar medio de contacto">
      {espera && <Aviso tipo="error">{DEMASIADOS_INTENTOS}</Aviso>}
      {!found.ok && <EnlaceRechazado error={found.error} />}
      {found.ok && !found.value.isConfirmado && (
        <MedioPorConfirmar {...found.value} token={token} confirmar={validateMedioAntiguoAction} />
      )}
      {found.ok && found.value.isConfirmado && (
        <>
          <Aviso tipo="exito">Gracias: quedó confirmado. Volveremos a preguntar dentro de un año.</Aviso>
          <UnEnlace href="/">Cerrar</UnEnlace>
        </>
      )}
    </Pagina>
  );
}
