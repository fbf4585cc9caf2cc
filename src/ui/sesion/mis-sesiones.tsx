import { formatFecha } from '#domain/fecha.ts';
import type { SesionAbierta } from '#domain/sesion/sesion-abierta.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { Pagina } from '#ui/components/encabezado/encabezado.tsx';
import { FormularioDeCampos } from '#ui/components/formulario/formulario-de-campos.tsx';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';

const COLUMNAS: Columna<SesionAbierta>[] = [
  { titulo: 'Sesión', celda: ({ isCurrent }) => (isCurrent ? 'Esta sesión' : 'Otra sesión') },
  { titulo: 'Inicio', celda: ({ creadaEn }) => formatFecha(creadaEn) },
  { titulo: 'Última actividad', celda: ({ ultimaActividadEn }) => formatFecha(ultimaActividadEn) },
  { titulo: 'Número de serie de la e.firma', larga: true, celda: ({ serie }) => serie },
];

/** Where a person is signed in, and the way to close every other session: a titular, or whoever attends them. */
export function MisSesiones({ sesiones, cerradas, cerrar, regresar, revisa }: Props) {
  return (
    <Pagina
      titulo="Mis sesiones abiertas"
      regresar={{ href: regresar }}
      entradilla={`Cada sesión termina a los 15 minutos sin actividad, y a las 8 horas en todo caso. Si no reconoces alguna, ciérrala y ${revisa}.`}
    >
      {cerradas && sesiones.length === 1 && (
        <Aviso tipo="exito">Se cerraron las demás sesiones. Sólo queda abierta esta.</Aviso>
      )}
      <Tabla titulo="Mis sesiones abiertas" columnas={COLUMNAS} filas={sesiones} />
      {sesiones.length > 1 && <FormularioDeCampos action={cerrar} boton="Cerrar las demás" />}
    </Pagina>
  );
}
interface Props {
  sesiones: readonly SesionAbierta[];
  cerradas: string | undefined;
  cerrar: (formData: FormData) => Promise<void>;
  regresar: string;
  /** What else to do about a session that nobody knows. */
  revisa: string;
}
