import { listSesiones } from '#tramites/sesion/list-sesiones.ts';
import { MisSesiones } from '#ui/sesion/mis-sesiones.tsx';
import { SoporteFrame } from '../../../_frame/soporte-frame.tsx';
import { type Busqueda, parseBusqueda } from '../../../_request/parse-busqueda.ts';
import { requireSoporte } from '../../../_server/contexto.ts';
import { closeOtherSesionesDeSoporteAction } from './actions.ts';

export const metadata = { title: 'Mis sesiones abiertas' };

export default async function SesionesDeSoporte({ searchParams }: { searchParams: Busqueda }) {
  const ctx = await requireSoporte('CONSULTAR');
  const { cerradas } = await parseBusqueda(searchParams, ['cerradas']);
  const lista = { sesiones: await listSesiones(ctx), cerradas, cerrar: closeOtherSesionesDeSoporteAction };
  return (
    <SoporteFrame ctx={ctx}>
      <MisSesiones {...lista} regresar="/soporte" revisa="avisa a quien supervisa" />
    </SoporteFrame>
  );
}
