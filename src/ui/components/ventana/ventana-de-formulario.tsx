import { FormularioDeCampos, type PropsDeCampos } from '../formulario/formulario-de-campos.tsx';
import { BotonCancelar, Ventana } from './ventana.tsx';

/** A window that is a form: «Aceptar», or what `boton` says, sends it, and «Cancelar» goes to `regresarA`. */
export function VentanaDeFormulario({ titulo, regresarA, boton = 'Aceptar', ...form }: Props) {
  return (
    <Ventana titulo={titulo} cancelar={{ href: regresarA }}>
      <FormularioDeCampos {...form} boton={boton} cancelar={<BotonCancelar />} />
    </Ventana>
  );
}

interface Props extends Omit<PropsDeCampos, 'boton' | 'cancelar'> {
  titulo: string;
  /** The address of the page without the window. */
  regresarA: string;
  boton?: string;
}
