import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { CampoDeSeleccion } from '#ui/components/campo/campo.tsx';
import { VentanaDeFormulario } from '#ui/components/ventana/ventana.tsx';
import { ETIQUETA_DE_CIERRE } from '#wording/etiquetas.ts';

/** For whoever supervises: ends what a titular or another member has open. */
export function VentanaDeCierre({ persona: { id, nombre }, regresarA, accion }: Props) {
  return (
    <VentanaDeFormulario
      titulo="Terminar las sesiones"
      regresarA={regresarA}
      action={accion}
      ocultos={{ persona: id }}
      boton="Terminar"
      variante="peligro"
    >
      <p>
        Todas las sesiones de {nombre} terminan en este momento. Podrá ingresar de nuevo con su e.firma. Queda
        registrado a tu nombre, con el motivo.
      </p>
      <CampoDeSeleccion id="motivo" etiqueta="Motivo" requerido opciones={ETIQUETA_DE_CIERRE} />
    </VentanaDeFormulario>
  );
}
interface Props {
  persona: { id: string; nombre: string };
  regresarA: string;
  accion: (formData: FormData) => Promise<void>;
}

/** How many it were, after «Terminar»; nothing for what is no number. */
export function AvisoDeCierre({ cerradas = '' }: { cerradas: string | undefined }) {
  if (!/^\d{1,3}$/.test(cerradas)) return null;
  return <Aviso tipo="exito">Sesiones terminadas: {cerradas}.</Aviso>;
}
