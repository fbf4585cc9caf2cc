'use client';

import { useActionState } from 'react';
import { ResumenDeErrores } from '#ui/components/aviso/aviso.tsx';
import { Borrador } from '#ui/components/borrador/borrador.tsx';
import { Boton } from '#ui/components/boton/boton.tsx';
import { Formulario } from '#ui/components/formulario/formulario.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { CamposDeMedio } from '#ui/medio-de-contacto/campos-de-medio.tsx';
import { useHydrated } from '#ui/use-hydrated.ts';
import { EleccionDeRegistros } from './eleccion-de-registros.tsx';
import type { EstadoDeRegistros } from './estado-de-registros.ts';
import { NingunoConCupo, VentanaDeRegistros } from './ventana-de-registros.tsx';

/** Which registros are chosen, the server keeps. */
const DEL_MEDIO = ['mecanismo', 'valor'] as const;

type Accion = (estado: EstadoDeRegistros, formData: FormData) => Promise<EstadoDeRegistros>;

/** Searching and turning pages send it too: without script nothing typed or ticked is lost (guide VI, steps 3 to 6). */
export function FormularioDeRegistros({ guardar, inicial, isSecundario }: Props) {
  const [estado, accion] = useActionState(guardar, inicial);
  const isHydrated = useHydrated();
  const { error, sinCupo } = estado.paso === 'captura' ? estado : { error: null };
  const { lista } = estado;
  return (
    <>
      {error && (
        <ResumenDeErrores key={lista.vez} error={error}>
          {sinCupo && <NingunoConCupo cupo={sinCupo} medio={estado} seleccionId={lista.seleccionId} />}
        </ResumenDeErrores>
      )}
      {/* What the server keeps is shown: a browser would restore the boxes of one page onto another by their place. */}
      <Formulario action={accion} noValidate autoComplete="off">
        <Borrador nombre="medio-de-registros" nombres={DEL_MEDIO} />
        <Pila>
          {/* What Enter presses: it searches where the search was changed, and saves elsewhere. */}
          <button type="submit" name="paso" value="entrar" hidden tabIndex={-1} aria-hidden="true" />
          {isHydrated && <input type="hidden" name="conScript" value="si" />}
          <CamposDeMedio mecanismo={estado.mecanismo} valor={estado.valor} error={error} />
          <EleccionDeRegistros
            key={lista.vez}
            lista={lista}
            error={error?.campo === 'todos' ? error.mensaje : undefined}
            isHydrated={isHydrated}
          >
            <Boton name="paso" value="guardar" variante={isSecundario ? 'secundario' : 'principal'}>
              Guardar
            </Boton>
          </EleccionDeRegistros>
        </Pila>
      </Formulario>
      {estado.paso === 'confirmar' && <VentanaDeRegistros key={estado.peticionId} accion={accion} estado={estado} />}
    </>
  );
}
interface Props {
  guardar: Accion;
  inicial: EstadoDeRegistros;
  /** Something else is the next step: a phone waits for its code. */
  isSecundario: boolean;
}
