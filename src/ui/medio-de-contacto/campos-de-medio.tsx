import { MECANISMOS, type Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { CampoDeSeleccion, CampoDeTexto } from '#ui/components/campo/campo.tsx';
import { type ErrorDeCampo, llenarCon } from '#ui/components/campo/campo-llenado.ts';
import { ETIQUETA_DE_MECANISMO } from '#wording/etiquetas.ts';
import { CAMPO_DE_MECANISMO, type Escrito, type MedioEscrito } from './estado-del-formulario.ts';

/** What is asked for of every medio (guide V, step 3). */
export function CamposDeMedio({ mecanismo, valor, error }: Props) {
  const de = llenarCon({ mecanismo, valor }, error);
  return (
    <>
      <CampoDeSeleccion
        key={`mecanismo-${mecanismo}`}
        {...de('mecanismo')}
        etiqueta="Mecanismo de Comunicación"
        requerido
        opciones={{ '': 'Seleccione', ...ETIQUETA_DE_MECANISMO }}
      />
      <CampoDeTexto
        key={`valor-${valor}`}
        {...de('valor')}
        etiqueta="Medio de Contacto"
        requerido
        maxLength={320}
        autoComplete="off"
        pista="Tu correo electrónico, o tu número celular a 10 dígitos."
      />
    </>
  );
}

interface Props extends MedioEscrito {
  error: ErrorDeCampo | null;
}

/** A field for each mechanism that is missing: what is typed says which it is, and its keyboard comes up. */
export function CamposPorMecanismo({ faltan, escrito, error, correoDeLaEfirma }: PropsPorMecanismo) {
  const de = llenarCon(escrito, error);
  return MECANISMOS.filter((mecanismo) => faltan.includes(mecanismo)).map((mecanismo) => {
    const campo = CAMPO_DE_MECANISMO[mecanismo];
    const { [campo]: valor = '' } = escrito;
    return (
      <CampoDeTexto
        key={`${campo}-${valor}`}
        {...de(campo)}
        {...POR_MECANISMO[mecanismo]}
        {...(valor !== '' && valor === correoDeLaEfirma && { pista: 'Es el de tu e.firma; cámbialo si usas otro.' })}
        maxLength={320}
      />
    );
  });
}
interface PropsPorMecanismo extends Pick<Props, 'error'> {
  faltan: readonly Mecanismo[];
  escrito: Escrito;
  correoDeLaEfirma?: string | null | undefined;
}

const POR_MECANISMO = {
  CORREO_ELECTRONICO: {
    etiqueta: 'Correo electrónico',
    inputMode: 'email',
    autoComplete: 'email',
    autoCapitalize: 'none',
  },
  TELEFONO: {
    etiqueta: 'Teléfono celular',
    corto: true,
    type: 'tel',
    autoComplete: 'tel-national',
    pista: 'A 10 dígitos. Te llegará un código por SMS.',
  },
} as const;
