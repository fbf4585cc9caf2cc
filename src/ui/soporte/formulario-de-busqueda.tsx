import { Acciones, Boton } from '#ui/components/boton/boton.tsx';
import { CampoDeTexto } from '#ui/components/campo/campo-de-texto.tsx';
import { Formulario } from '#ui/components/formulario/formulario.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';

/** The one box of the console. It is sent, never put in an address: what is typed is somebody's personal data. */
export function FormularioDeBusqueda({ buscar, consulta, error }: Props) {
  return (
    <search>
      <Formulario action={buscar}>
        <Pila>
          <CampoDeTexto
            id="consulta"
            etiqueta="Buscar"
            pista="Un folio, RFC, registro patronal, correo o teléfono completos, o el nombre o el principio de sus palabras, con o sin acentos. La referencia de una página de error no se busca aquí: dásela a quien opera el portal, que la tiene en su registro."
            error={error}
            defaultValue={consulta}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={254}
          />
          <Acciones>
            <Boton icono="buscar">Buscar</Boton>
          </Acciones>
        </Pila>
      </Formulario>
    </search>
  );
}
interface Props {
  buscar: (formData: FormData) => Promise<void>;
  /** What was typed, to go on from it. */
  consulta?: string;
  error?: string;
}
