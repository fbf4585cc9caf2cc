import type { Metadata } from 'next';
import { z } from 'zod';
import { listCambiosDeRol } from '#tramites/soporte/list-cambios-de-rol.ts';
import { listEquipo } from '#tramites/soporte/list-equipo.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { BotonEnlace } from '#ui/components/boton/boton.tsx';
import { Encabezado } from '#ui/components/encabezado/encabezado.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { Seccion } from '#ui/components/seccion/seccion.tsx';
import { FormularioDeAlta } from '#ui/soporte/formulario-de-alta.tsx';
import { TablaDeCambiosDeRol } from '#ui/soporte/tabla-de-cambios-de-rol.tsx';
import { TablaDelEquipo } from '#ui/soporte/tabla-del-equipo.tsx';
import { VentanaDeCambio, VentanaDeQuitar } from '#ui/soporte/ventanas-de-rol.tsx';
import { MENSAJES_DE_ROL } from '#wording/mensajes/mensajes-soporte.ts';
import { SoporteFrame } from '../../../_frame/soporte-frame.tsx';
import { type Busqueda, parseBusqueda } from '../../../_request/parse-busqueda.ts';
import { parsePosicionDeBitacora } from '../../../_request/parse-posicion-de-bitacora.ts';
import { requireSoporte } from '../../../_server/contexto.ts';
import { changeRolDeMiembroAction, giveRolAction, removeRolDeMiembroAction } from './actions.ts';

export const metadata: Metadata = { title: 'Equipo de soporte' };

/** Who has a role of the staff, who gave it, and the ways to give and take it. */
export default async function Equipo({ searchParams }: { searchParams: Busqueda }) {
  const ctx = await requireSoporte('SUPERVISAR');
  const { cambiar, quitar, hecho, error, antes } = await parseBusqueda(searchParams, [
    'cambiar',
    'quitar',
    'hecho',
    'error',
    'antes',
  ]);
  const [equipo, { cambios, siguiente }] = await Promise.all([
    listEquipo(ctx),
    listCambiosDeRol(ctx, parsePosicionDeBitacora(antes)),
  ]);
  const otro = (id?: string) => equipo.find((miembro) => miembro.id === id && !miembro.isYo);
  const [porCambiar, porQuitar] = [otro(cambiar), otro(quitar)];
  return (
    <SoporteFrame ctx={ctx} actual="equipo">
      <Pila espacio="amplia">
        <Encabezado
          titulo="Equipo de soporte"
          entradilla="Quien tiene un rol ingresa con su propia e.firma. Dar, cambiar y quitar roles queda registrado a tu nombre, y lo ve cualquiera que supervise."
        />
        <Novedad hecho={hecho} error={error} />
        <TablaDelEquipo equipo={equipo} />
        <Seccion id="dar" titulo="Dar un rol">
          <FormularioDeAlta dar={giveRolAction} />
        </Seccion>
        <Seccion id="cambios" titulo="Roles dados y quitados">
          <TablaDeCambiosDeRol cambios={cambios} />
          {siguiente && (
            <BotonEnlace href={`/soporte/equipo?antes=${siguiente}#cambios`} variante="secundario">
              Cambios anteriores
            </BotonEnlace>
          )}
        </Seccion>
      </Pila>
      {porCambiar && <VentanaDeCambio miembro={porCambiar} accion={changeRolDeMiembroAction} />}
      {porQuitar && !porCambiar && <VentanaDeQuitar miembro={porQuitar} accion={removeRolDeMiembroAction} />}
    </SoporteFrame>
  );
}
const HECHO = {
  dado: 'El rol está dado. La persona ya puede ingresar en /soporte/ingresar con su e.firma.',
  cambiado: 'El rol está cambiado y vale desde este momento.',
  quitado: 'El rol está quitado y su sesión terminó.',
} as const;

const novedadSchema = z.object({
  hecho: z.enum(['dado', 'cambiado', 'quitado']).optional().catch(undefined),
  error: z
    .enum(Object.keys(MENSAJES_DE_ROL) as [keyof typeof MENSAJES_DE_ROL])
    .optional()
    .catch(undefined),
});

function Novedad(consulta: { hecho?: string; error?: string }) {
  const { hecho, error } = novedadSchema.parse(consulta);
  if (error) return <Aviso tipo="error">{MENSAJES_DE_ROL[error]}</Aviso>;
  return hecho && <Aviso tipo="exito">{HECHO[hecho]}</Aviso>;
}
