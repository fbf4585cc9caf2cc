import type { ActoDeRol } from '#domain/efirma/acto-de-rol.ts';
import { listPropuestas } from '#tramites/soporte/check-acto-de-rol.ts';
import { listCambiosDeRol } from '#tramites/soporte/list-consultas.ts';
import { listEquipo } from '#tramites/soporte/list-equipo.ts';
import { Novedad } from '#ui/components/aviso/aviso.tsx';
import { UnEnlace } from '#ui/components/boton/boton.tsx';
import { Pagina } from '#ui/components/encabezado/encabezado.tsx';
import { Seccion } from '#ui/components/seccion/seccion.tsx';
import { AvisoDeCierre, VentanaDeCierre } from '#ui/soporte/cierre-de-sesiones.tsx';
import { TablaDeCambiosDeRol, TablaDelEquipo, TablaDePropuestas, VentanaDeCambio } from '#ui/soporte/equipo.tsx';
import { FormularioDeAlta } from '#ui/soporte/firma-de-rol.tsx';
import { SoporteFrame } from '../../../_frame/soporte-frame.tsx';
import { type Busqueda, parseBusqueda } from '../../../_request/parse-busqueda.ts';
import { parsePosicionDeBitacora } from '../../../_request/parse-posicion-de-bitacora.ts';
import { requireSoporte } from '../../../_server/contexto.ts';
import { closeSesionesDeAction } from '../sesiones/actions.ts';
import { checkActoDeRolAction } from './actions.ts';
import { findFirmante } from './firmante.tsx';

export const metadata = { title: 'Equipo de soporte' };

const HECHOS = {
  DAR_ROL: 'El rol está dado y vale desde este momento. La persona ingresa en /soporte/ingresar con su e.firma.',
  QUITAR_ROL: 'El rol está quitado y su sesión terminó.',
  PROPONER_ROL: 'La propuesta está hecha. El rol se da cuando otra persona que supervise la confirme, en 72 horas.',
  CONFIRMAR_ROL: 'El rol está dado: lo propuso una persona y lo confirmó otra.',
  RETIRAR_PROPUESTA: 'La propuesta está retirada.',
} as const satisfies Record<ActoDeRol['tipo'], string>;

/** Who has a role of the staff, who gave it, and the ways to give and take it. */
export default async function Equipo({ searchParams }: { searchParams: Busqueda }) {
  const ctx = await requireSoporte('SUPERVISAR');
  const busqueda = await parseBusqueda(searchParams, ['cambiar', 'terminar', 'cerradas', 'hecho', 'antes']);
  const [equipo, propuestas, { cambios, siguiente }, firmante] = await Promise.all([
    listEquipo(ctx),
    listPropuestas(ctx),
    listCambiosDeRol(ctx, parsePosicionDeBitacora(busqueda.antes)),
    findFirmante(ctx),
  ]);
  const otro = (id?: string) => equipo.find((miembro) => miembro.id === id && !miembro.isYo);
  const [porCambiar, porTerminar] = [otro(busqueda.cambiar), otro(busqueda.terminar)];
  return (
    <SoporteFrame ctx={ctx} actual="equipo">
      <Pagina
        titulo="Equipo de soporte"
        entradilla="Quien tiene un rol ingresa con su propia e.firma. Dar, cambiar y quitar roles se firma, queda registrado a tu nombre y lo ve cualquiera que supervise; para que alguien supervise hacen falta dos personas."
      >
        <Novedad hecho={busqueda.hecho} hechos={HECHOS} />
        <AvisoDeCierre cerradas={busqueda.cerradas} />
        <TablaDelEquipo filas={equipo} />
        {propuestas.length > 0 && (
          <Seccion id="propuestas" titulo="Propuestas por confirmar">
            <TablaDePropuestas filas={propuestas} />
          </Seccion>
        )}
        <Seccion id="dar" titulo="Dar un rol">
          <FormularioDeAlta revisar={checkActoDeRolAction} firmante={firmante} />
        </Seccion>
        <Seccion id="cambios" titulo="Roles dados y quitados">
          <TablaDeCambiosDeRol filas={cambios} />
          {siguiente && <UnEnlace href={`/soporte/equipo?antes=${siguiente}#cambios`}>Cambios anteriores</UnEnlace>}
        </Seccion>
      </Pagina>
      {porCambiar && <VentanaDeCambio miembro={porCambiar} />}
      {porTerminar && (
        <VentanaDeCierre persona={porTerminar} regresarA="/soporte/equipo" accion={closeSesionesDeAction} />
      )}
    </SoporteFrame>
  );
}
