import { MECANISMOS } from '#domain/medio-de-contacto/mecanismo.ts';
import { CampoDeSeleccion } from '#ui/components/campo/campo-de-seleccion.tsx';
import { CampoDeTexto } from '#ui/components/campo/campo-de-texto.tsx';
import { ETIQUETA_DE_MECANISMO } from '#wording/etiquetas.ts';
import type { MedioEscrito } from './estado-del-formulario.ts';

/** What is asked for of every medio (guide V, step 3). */
export function CamposDeMedio({ mecanismo, valor, error }: Props) {
  return (
    <>
      <CampoDeSeleccion
        key={`mecanismo-${mecanismo}`}
        id="mecanismo"
        etiqueta="Mecanismo de Comunicación"
        requerido
        opciones={OPCIONES}
        defaultValue={mecanismo}
        error={error?.campo === 'mecanismo' ? error.mensaje : undefined}
      />
      <CampoDeTexto
        key={`valor-${valor}`}
        id="valor"
        etiqueta="Medio de Contacto"
        requerido
        maxLength={320}
        autoComplete="off"
        defaultValue={valor}
        pista="Tu correo electrónico, o tu número celular a 10 dígitos."
        error={error?.campo === 'valor' ? error.mensaje : undefined}
      />
    </>
  );
}

const OPCIONES = [
  { valor: '', texto: 'Seleccione' },
  ...MECANISMOS.map((mecanismo) => ({ valor: mecanismo, texto: ETIQUETA_DE_MECANISMO[mecanismo] })),
];

interface Props extends MedioEscrito {
  error: { campo?: string; mensaje: string } | null;
}
