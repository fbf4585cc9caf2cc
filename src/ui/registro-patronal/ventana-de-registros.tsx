import { Fragment } from 'react';
import { formatCantidad, formatRegistros } from '#domain/cantidad.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { Boton } from '#ui/components/boton/boton.tsx';
import { Casilla } from '#ui/components/campo/campo.tsx';
import { useRuta } from '#ui/components/enlace/enlace.tsx';
import { Formulario } from '#ui/components/formulario/formulario.tsx';
import type { MedioEscrito } from '#ui/medio-de-contacto/estado-del-formulario.ts';
import { VentanaDeRegistro } from '#ui/medio-de-contacto/ventana-de-registro.tsx';
import { MOTIVOS_SIN_CUPO } from '#wording/etiquetas.ts';
import {
  type CupoMostrado,
  camposDeLista,
  type EstadoDeRegistros,
  type SinCupoMostrado,
} from './estado-de-registros.ts';
import { NumeroEntero } from './tabla-de-registros.tsx';

/** «Aceptar» leaves out what cannot take the medio; «Cancelar» goes back with all that was typed (guide VI, step 6). */
export function VentanaDeRegistros({ accion, estado }: Props) {
  const { mecanismo, valor, peticionId, pregunta, cupo, lista } = estado;
  const campos = {
    ...camposDeLista(lista),
    mecanismo,
    valor,
    buscar: lista.buscar,
    sinValidar: lista.sinValidar ? 'si' : '',
    sha256: cupo.sha256,
  };
  return (
    <VentanaDeRegistro accion={accion} campos={campos} peticionId={peticionId} preguntas={[pregunta]}>
      <p>
        Para <strong>{formatRegistros(cupo.caben)}</strong>.
      </p>
      <SinCupo cupo={cupo} />
      {cupo.probadoPara && (
        <div>
          <Casilla name="sinNuevaValidacion" value="si" etiqueta="Asociar sin nueva validación" />
          <p>
            Ese medio de contacto ya está validado para {cupo.probadoPara}. Si no marcas la casilla, lo validarás otra
            vez.
          </p>
        </div>
      )}
    </VentanaDeRegistro>
  );
}
interface Props {
  accion: (formData: FormData) => void;
  estado: Extract<EstadoDeRegistros, { paso: 'confirmar' }>;
}

function SinCupo({ cupo }: { cupo: CupoMostrado }) {
  const fuera = cupo.elegidos - cupo.caben;
  if (fuera === 0) return null;
  return (
    <Aviso tipo="nota">
      <p>
        {fuera === 1 ? '1 de los que elegiste no puede' : `${formatRegistros(fuera)} de los que elegiste no pueden`}{' '}
        tomarlo. Si aceptas, se registrará sólo para los demás.
      </p>
      <RelacionSinCupo cupo={cupo} />
    </Aviso>
  );
}

const SIN_CUPO = '/buzon/medios-de-contacto/nuevo/registros-patronales/sin-cupo.csv';

/** Which registros cannot take the medio and why: the first by number, all in a file that its form asks for. */
function RelacionSinCupo({ cupo }: { cupo: SinCupoMostrado }) {
  const { elegidos, caben, repetidos, cuantosRepetidos, llenos, cuantosLlenos } = cupo;
  const sinCupo = useRuta(SIN_CUPO);
  return (
    <>
      <Relacion motivo={MOTIVOS_SIN_CUPO.REPETIDO} numeros={repetidos} total={cuantosRepetidos} />
      <Relacion motivo={MOTIVOS_SIN_CUPO.LLENO} numeros={llenos} total={cuantosLlenos} />
      {elegidos - caben > repetidos.length + llenos.length && (
        <Boton variante="enlace" icono="descargar" formAction={sinCupo} formMethod="post">
          Descargar la relación completa
        </Boton>
      )}
    </>
  );
}

/** The same where no window opens, since none of those chosen can take it. */
export function NingunoConCupo({ cupo, medio, seleccionId }: PropsDeNinguno) {
  const { mecanismo, valor } = medio;
  return (
    <Formulario method="post" action={SIN_CUPO} ocultos={{ mecanismo, valor, seleccionId }}>
      <RelacionSinCupo cupo={cupo} />
    </Formulario>
  );
}
interface PropsDeNinguno {
  cupo: SinCupoMostrado;
  medio: MedioEscrito;
  seleccionId: string;
}

function Relacion({ motivo, numeros, total }: { motivo: string; numeros: string[]; total: number }) {
  if (total === 0) return null;
  return (
    <p>
      {motivo}:{' '}
      {numeros.map((numero, i) => (
        <Fragment key={numero}>
          {i > 0 && ', '}
          <NumeroEntero>{numero}</NumeroEntero>
        </Fragment>
      ))}
      {total > numeros.length && ` y ${formatCantidad(total - numeros.length)} más`}.
    </p>
  );
}
