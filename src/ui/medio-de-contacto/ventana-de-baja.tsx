import { formatRegistros } from '#domain/cantidad.ts';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { formatMedio } from '#domain/medio-de-contacto/telefono.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { VentanaDeFormulario } from '#ui/components/ventana/ventana.tsx';
import { MENSAJES_DE_BAJA } from '#wording/mensajes/mensajes-de-acto.ts';
import type { MedioMostrado } from './medio-mostrado.ts';

/** «Eliminar medio de contacto» (guide V, step 19), with a warning where an active Buzón would get no more notices. */
export function VentanaDeBaja({ medio, eliminar }: Props) {
  const { folio, mecanismo, registros, leavesWithoutAvisos, pideFirma } = medio;
  return (
    <VentanaDeFormulario
      titulo="Eliminar medio de contacto"
      regresarA="/buzon/medios-de-contacto"
      action={eliminar}
      ocultos={{ folio }}
      variante="peligro"
    >
      <p>¿Desea eliminar el medio de contacto {formatMedio(medio)}?</p>
      {registros !== null && (
        <p>
          De <strong>{formatRegistros(registros)}</strong>, con el número de folio: {folio}.
        </p>
      )}
      {leavesWithoutAvisos && (
        <Aviso tipo="nota">{pideFirma ? MENSAJES_DE_BAJA.BAJA_PIDE_FIRMA : ADVERTENCIAS[mecanismo]}</Aviso>
      )}
    </VentanaDeFormulario>
  );
}
interface Props {
  medio: Pick<MedioMostrado, 'folio' | 'mecanismo' | 'valor' | 'registros'> & {
    leavesWithoutAvisos: boolean;
    /** Nothing else that works would be left: «Aceptar» leads to where it is signed. */
    pideFirma: boolean;
  };
  eliminar: (formData: FormData) => Promise<void>;
}

const ADVERTENCIAS = {
  CORREO_ELECTRONICO:
    'Es el último correo electrónico validado para tu RFC y tu Buzón está activo: dejarás de recibir por correo los avisos de este portal. Registra y valida otro para tu RFC cuanto antes; los de tus Registros Patronales no los reciben.',
  TELEFONO:
    'Es el teléfono validado para tu RFC y tu Buzón está activo: dejarás de recibir por SMS los avisos de este portal. Tu activación y tus correos validados siguen siendo válidos. Registra y valida otro número para tu RFC cuanto antes.',
} as const satisfies Record<Mecanismo, string>;
