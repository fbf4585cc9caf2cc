import type { RolDeSoporte } from '#domain/soporte/rol-de-soporte.ts';
import { NOMBRE_DE_ROL } from '#ui/components/barra-de-soporte/barra-de-soporte.tsx';
import { CampoDeSeleccion } from '#ui/components/campo/campo-de-seleccion.tsx';
import { VentanaDeFormulario } from '#ui/components/ventana/ventana-de-formulario.tsx';
import { OPCIONES_DE_ROL } from './opciones-de-rol.ts';

const EQUIPO = '/soporte/equipo';

interface Props {
  miembro: { id: string; nombre: string; rol: RolDeSoporte };
  accion: (formData: FormData) => Promise<void>;
}

export function VentanaDeCambio({ miembro, accion }: Props) {
  return (
    <VentanaDeFormulario titulo="Cambiar el rol" regresarA={EQUIPO} action={accion} ocultos={{ miembroId: miembro.id }}>
      <p>{miembro.nombre} tendrá el rol nuevo desde este momento, también en la sesión que tenga abierta.</p>
      <CampoDeSeleccion
        id="nuevo-rol"
        nombre="rol"
        etiqueta="Rol nuevo"
        requerido
        opciones={OPCIONES_DE_ROL}
        defaultValue={miembro.rol}
      />
    </VentanaDeFormulario>
  );
}

export function VentanaDeQuitar({ miembro, accion }: Props) {
  return (
    <VentanaDeFormulario
      titulo="Quitar el rol"
      regresarA={EQUIPO}
      action={accion}
      ocultos={{ miembroId: miembro.id }}
      variante="peligro"
    >
      <p>
        ¿Quitar el rol {NOMBRE_DE_ROL[miembro.rol]} a {miembro.nombre}?
      </p>
      <p>Su sesión termina en este momento y ya no podrá ingresar. Lo que hizo queda registrado a su nombre.</p>
    </VentanaDeFormulario>
  );
}
