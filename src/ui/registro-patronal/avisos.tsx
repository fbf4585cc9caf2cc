import { formatRegistros } from '#domain/cantidad.ts';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { formatMedio } from '#domain/medio-de-contacto/telefono.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { Acciones, Boton } from '#ui/components/boton/boton.tsx';
import { Formulario } from '#ui/components/formulario/formulario.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';

/** An old «todos» does not cover what came to the padrón later: says so, and offers to add it. */
export function AvisoDeRegistrosNuevos({ medios, agregar }: PropsDeNuevos) {
  if (medios.length === 0) return null;
  return (
    <Aviso tipo="nota" titulo="Tienes Registros Patronales nuevos">
      {medios.map(({ folio, mecanismo, valor, nuevos }) => (
        <Formulario key={folio} action={agregar} ocultos={{ folio }}>
          <Pila espacio="junta">
            <p>
              {formatMedio({ mecanismo, valor })} se registró con «Seleccionar todos los Registros Patronales», con el
              número de folio: {folio}. No cubre {formatRegistros(nuevos)} que {nuevos === 1 ? 'llegó' : 'llegaron'}{' '}
              después.
            </p>
            <Acciones>
              <Boton variante="secundario" tamano="compacto">
                Agregarlos con ese medio de contacto
              </Boton>
            </Acciones>
          </Pila>
        </Formulario>
      ))}
    </Aviso>
  );
}
interface PropsDeNuevos {
  medios: { folio: string; mecanismo: Mecanismo; valor: string; nuevos: number }[];
  agregar: (formData: FormData) => Promise<void>;
}

/** A patrón without any registro patronal in force: what that means and what may be done. */
export function AvisoTodosDeBaja() {
  return (
    <Aviso tipo="informacion" titulo="Todos tus Registros Patronales están dados de baja">
      Por eso no hay ninguno al que asociar un medio de contacto. Puedes registrar los de tu RFC y activar tu Buzón. Si
      alguno debería estar vigente, acude a tu subdelegación para aclararlo.
    </Aviso>
  );
}
