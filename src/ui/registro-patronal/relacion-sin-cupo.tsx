import { Fragment } from 'react';
import { formatCantidad } from '#domain/cantidad.ts';
import { Boton } from '#ui/components/boton/boton.tsx';
import { CamposOcultos } from '#ui/components/formulario/campos-ocultos.tsx';
import { Formulario } from '#ui/components/formulario/formulario.tsx';
import type { MedioEscrito } from '#ui/medio-de-contacto/estado-del-formulario.ts';
import { MOTIVOS_SIN_CUPO } from '#wording/etiquetas.ts';
import type { SinCupoMostrado } from './estado-de-registros.ts';
import { NumeroEntero } from './numero-entero.tsx';

const SIN_CUPO = '/buzon/medios-de-contacto/nuevo/registros-patronales/sin-cupo.csv';

/** Which registros cannot take the medio and why: the first by number, all in a file that its form asks for. */
export function RelacionSinCupo({ cupo }: { cupo: SinCupoMostrado }) {
  const { elegidos, caben, repetidos, cuantosRepetidos, llenos, cuantosLlenos } = cupo;
  return (
    <>
      <Relacion motivo={MOTIVOS_SIN_CUPO.REPETIDO} numeros={repetidos} total={cuantosRepetidos} />
      <Relacion motivo={MOTIVOS_SIN_CUPO.LLENO} numeros={llenos} total={cuantosLlenos} />
      {elegidos - caben > repetidos.length + llenos.length && (
        <Boton variante="enlace" icono="descargar" formAction={SIN_CUPO} formMethod="post">
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
    <Formulario method="post" action={SIN_CUPO}>
      <CamposOcultos campos={{ mecanismo, valor, seleccionId }} />
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
