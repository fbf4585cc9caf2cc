import type { Metadata } from 'next';
import { formatTelefono } from '#domain/medio-de-contacto/telefono.ts';
import { listMedios } from '#tramites/medio-de-contacto/list-medios.ts';
import { readEstadoDeActivacion } from '#tramites/solicitud/estado-de-activacion.ts';
import { Acciones, BotonEnlace } from '#ui/components/boton/boton.tsx';
import { Encabezado } from '#ui/components/encabezado/encabezado.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { Progreso } from '#ui/components/progreso/progreso.tsx';
import { AvisoDeCelularValidado } from '#ui/medio-de-contacto/aviso-de-celular-validado.tsx';
import { TablaDeMedios } from '#ui/medio-de-contacto/tabla-de-medios.tsx';
import { VentanaDeCodigo } from '#ui/medio-de-contacto/ventana-de-codigo.tsx';
import { requireTitular } from '../../../_server/contexto.ts';
import { MarcoDelBuzon } from '../../../_server/marco-del-buzon.tsx';
import { validarCelular } from './actions.ts';

export const metadata: Metadata = { title: 'Mis medios de contacto' };

type Busqueda = Promise<{ validar?: string; validado?: string }>;

/** The table of medios (guide V, steps 10 and 14). */
export default async function MediosDeContacto({ searchParams }: { searchParams: Busqueda }) {
  const ctx = await requireTitular();
  const [medios, activacion, { validar, validado }] = await Promise.all([
    listMedios(ctx),
    readEstadoDeActivacion(ctx),
    searchParams,
  ]);
  const porValidar = medios.find(({ folio, estado }) => folio === validar && estado === 'EN_PROCESO');
  const isValidado = medios.some(({ folio, estado }) => folio === validado && estado === 'VALIDADO');
  return (
    <MarcoDelBuzon ctx={ctx} actual="medios">
      <Pila espacio="amplia">
        <Encabezado
          titulo="Medios de Contacto"
          entradilla={
            <>
              <p>{activacion.isPatron ? 'Estimado Patrón:' : 'Estimado Usuario:'}</p>
              <p>
                En esta sección podrás consultar y actualizar tus medios de contacto asociados a tu RFC y Registros
                Patronales
              </p>
              <p>¡El IMSS se moderniza para ti!</p>
            </>
          }
        />
        {isValidado && <AvisoDeCelularValidado isFirmada={activacion.solicitud !== null} />}
        <Progreso pasoActual={activacion.avance.paso} falta={activacion.avance.falta} />
        <Acciones>
          <BotonEnlace href="/buzon/medios-de-contacto/nuevo" icono="nuevo">
            Nuevo medio de contacto
          </BotonEnlace>
        </Acciones>
        <TablaDeMedios medios={medios} />
      </Pila>
      {porValidar?.mecanismo === 'TELEFONO' && (
        <VentanaDeCodigo
          validar={validarCelular}
          folio={porValidar.folio}
          celular={formatTelefono(porValidar.valor)}
          regresarA="/buzon/medios-de-contacto"
        />
      )}
    </MarcoDelBuzon>
  );
}
