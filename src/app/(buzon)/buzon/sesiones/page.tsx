import { listSesiones } from '#tramites/sesion/list-sesiones.ts';
import { MisSesiones } from '#ui/sesion/mis-sesiones.tsx';
import { BuzonFrame } from '../../../_frame/buzon-frame.tsx';
import { type Busqueda, parseBusqueda } from '../../../_request/parse-busqueda.ts';
import { requireTitular } from '../../../_server/contexto.ts';
import { closeOtherSesionesAction } from './actions.ts';

export const metadata = { title: 'Mis sesiones abiertas' };

export default async function Sesiones({ searchParams }: { searchParams: Busqueda }) {
  const ctx = await requireTitular('VER_SESIONES');
  const { cerradas } = await parseBusqueda(searchParams, ['cerradas']);
  const lista = { sesiones: await listSesiones(ctx), cerradas, cerrar: closeOtherSesionesAction };
  return (
    <BuzonFrame ctx={ctx} siguiente="secundario">
      <MisSesiones {...lista} regresar="/buzon" revisa="revisa tus medios de contacto" />
    </BuzonFrame>
  );
}
