import { formatRegistros } from '#domain/cantidad.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { Casilla } from '#ui/components/casilla/casilla.tsx';
import { VentanaDeRegistro } from '#ui/medio-de-contacto/ventana-de-registro.tsx';
import { type CupoMostrado, camposDeLista, type EstadoDeRegistros } from './estado-de-registros.ts';
import { RelacionSinCupo } from './relacion-sin-cupo.tsx';

/** «Aceptar» leaves out what cannot take the medio; «Cancelar» goes back with all that was typed (guide VI, step 6). */
export function VentanaDeRegistros({ accion, estado }: Props) {
  const { mecanismo, valor, peticionId, pregunta, cupo, lista } = estado;
  const campos = {
    ...camposDeLista(lista),
    buscar: lista.buscar,
    sinValidar: lista.sinValidar ? 'si' : '',
    sha256: cupo.sha256,
  };
  return (
    <VentanaDeRegistro accion={accion} pregunta={{ mecanismo, valor, peticionId, pregunta }} campos={campos}>
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
