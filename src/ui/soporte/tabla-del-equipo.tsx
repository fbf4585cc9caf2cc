import { formatFecha } from '#domain/fecha.ts';
import type { MiembroDelEquipo } from '#domain/soporte/rol-de-soporte.ts';
import { NOMBRE_DE_ROL } from '#ui/components/barra-de-soporte/barra-de-soporte.tsx';
import { Acciones, BotonEnlace } from '#ui/components/boton/boton.tsx';
import { Etiqueta } from '#ui/components/etiqueta/etiqueta.tsx';
import { Oculto } from '#ui/components/oculto/oculto.tsx';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';

const COLUMNAS = [
  { clave: 'nombre', titulo: 'Nombre', larga: true },
  { clave: 'rfc', titulo: 'RFC', entera: true },
  { clave: 'rol', titulo: 'Rol' },
  { clave: 'desde', titulo: 'En el equipo desde' },
  { clave: 'sesion', titulo: 'Sesión' },
  { clave: 'acciones', titulo: 'Acciones' },
] as const satisfies Columna<string>[];

/** Who has a role now; each but one's own can be changed or taken. */
export function TablaDelEquipo({ equipo }: { equipo: readonly MiembroDelEquipo[] }) {
  const filas = equipo.map((miembro) => ({
    id: miembro.id,
    celdas: {
      nombre: miembro.nombre,
      rfc: miembro.rfc,
      rol: NOMBRE_DE_ROL[miembro.rol],
      desde: formatFecha(miembro.altaEn),
      sesion: (
        <Etiqueta tono={miembro.conSesion ? 'verde' : 'gris'}>{miembro.conSesion ? 'Abierta' : 'Cerrada'}</Etiqueta>
      ),
      acciones: miembro.isYo ? 'Eres tú' : <AccionesDeMiembro {...miembro} />,
    },
  }));
  return <Tabla titulo="Miembros del equipo" columnas={COLUMNAS} filas={filas} vacia="Nadie tiene un rol." />;
}

function AccionesDeMiembro({ id, nombre }: MiembroDelEquipo) {
  return (
    <Acciones>
      <BotonEnlace href={`/soporte/equipo?cambiar=${id}`} variante="enlace" tamano="compacto">
        Cambiar<Oculto> el rol de {nombre}</Oculto>
      </BotonEnlace>
      <BotonEnlace href={`/soporte/equipo?quitar=${id}`} variante="enlace" tamano="compacto">
        Quitar<Oculto> el rol de {nombre}</Oculto>
      </BotonEnlace>
    </Acciones>
  );
}
