import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { listPorAtender } from '#tramites/soporte/list-por-atender.ts';
import { runBusqueda } from '#tramites/soporte/run-busqueda.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { CampoDeTexto } from '#ui/components/campo/campo.tsx';
import { Pagina } from '#ui/components/encabezado/encabezado.tsx';
import { FormularioDeCampos } from '#ui/components/formulario/formulario-de-campos.tsx';
import { AvisoDeOtraSesion } from '#ui/sesion/otra-sesion.tsx';
import { InterruptorDelAtajo } from '#ui/soporte/atajo-de-busqueda.tsx';
import { HallazgosDeBusqueda } from '#ui/soporte/hallazgos.tsx';
import { PorAtender } from '#ui/soporte/por-atender.tsx';
import { mensajeDeConsulta } from '#wording/mensajes/mensajes-soporte.ts';
import { SoporteFrame } from '../../_frame/soporte-frame.tsx';
import { type Busqueda, parseBusqueda } from '../../_request/parse-busqueda.ts';
import { requireSoporte } from '../../_server/contexto.ts';
import { storeBusquedaAction } from './actions.ts';

export const metadata = { title: 'Buscar' };

const SIN_PERMISO = 'Tu rol no incluye esa función. Si la necesitas, pídela a quien supervisa el soporte.';
const SIN_BUSQUEDA = 'Esa búsqueda ya no está: se guardan una hora y sólo para quien las hizo. Escríbela de nuevo.';

/** The console of the support staff: one box, and what it finds, covered. */
export default async function Soporte({ searchParams }: { searchParams: Busqueda }) {
  const ctx = await requireSoporte('CONSULTAR');
  const asked = await parseBusqueda(searchParams, ['sin', 'sesion', 'busqueda', 'despues', 'error']);
  const busquedaId = z.uuid().safeParse(asked.busqueda).data;
  const despues = asked.despues?.slice(0, 80) ?? null;
  const hecha = busquedaId ? await runBusqueda(ctx, busquedaId, despues) : null;
  const mensaje = mensajeDeConsulta(hecha && !hecha.hallazgos.ok ? hecha.hallazgos.error : asked.error);
  const error = mensaje ? { campo: 'consulta', mensaje, vez: randomUUID() } : null;
  return (
    <SoporteFrame ctx={ctx} actual="buscar">
      <Pagina titulo="Soporte">
        {asked.sesion === 'otra' && <AvisoDeOtraSesion quien={ctx.actor} />}
        {asked.sin === 'permiso' && <Aviso tipo="error">{SIN_PERMISO}</Aviso>}
        {asked.sin !== 'permiso' && busquedaId && !hecha && <Aviso tipo="nota">{SIN_BUSQUEDA}</Aviso>}
        {/* It is sent, never put in an address: what is typed is somebody's personal data. */}
        <search>
          <FormularioDeCampos key={busquedaId} action={storeBusquedaAction} error={error} boton="Buscar" icono="buscar">
            <CampoDeTexto
              id="consulta"
              etiqueta="Buscar"
              pista="Un folio, RFC, registro patronal, correo o teléfono completos, o el nombre o el principio de sus palabras, con o sin acentos. La referencia de una página de error no se busca aquí: dásela a quien opera el portal, que la tiene en su registro."
              error={mensaje}
              defaultValue={hecha?.consulta}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={254}
            />
          </FormularioDeCampos>
        </search>
        {!hecha && <PorAtender {...(await listPorAtender(ctx))} ahora={ctx.now()} />}
        {hecha?.hallazgos.ok && (
          <HallazgosDeBusqueda
            key={busquedaId}
            {...hecha.hallazgos.value}
            isPrimera={despues === null}
            direccion={`/soporte?busqueda=${busquedaId}`}
          />
        )}
        <InterruptorDelAtajo />
        <p>
          <a href="/soporte/sesiones">Mis sesiones abiertas</a>
        </p>
      </Pagina>
    </SoporteFrame>
  );
}
