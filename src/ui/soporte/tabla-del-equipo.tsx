import { formatFecha } from '#domain/fecha.ts';
import type { MiembroDelEquipo } from '#domain/soporte/rol-de-soporte.ts';
import { NOMBRE_DE_ROL } from '#ui/components/barra-de-soporte/barra-de-soporte.tsx';
import { Acciones, BotonEnlace } from '#ui/components/boton/boton.tsx';
import { Etiqueta } from '#ui/components/etiqueta/etiqueta.tsx';
import { Oculto } from '#ui/components/oculto/oculto.tsx';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';

const COLUMNAS: Columna<MiembroDelEquipo>[] = [
  { titulo: 'Nombre', larga: true, celda: ({ nombre }) => nombre },
  { titulo: 'RFC', entera: true, celda: ({ rfc }) => rfc },
  { titulo: 'Rol', celda: ({ rol }) => NOMBRE_DE_ROL[rol] },
  { titulo: 'En el equipo desde', celda: ({ altaEn }) => formatFecha(altaEn) },
  {
    titulo: 'Sesión',
    celda: ({ conSesion }) => (
      <Etiqueta tono={conSesion ? 'verde' : 'gris'}>{conSesion ? 'Abierta' : 'Cerrada'}</Etiqueta>
    ),
  },
  { titulo: 'Acciones', celda: (miembro) => (miembro.isYo ? 'Eres tú' : <AccionesDeMiembro {...miembro} />) },
];

export function TablaDelEquipo({ equipo }: { equipo: readonly MiembroDelEquipo[] }) {
  return (
    <Tabla
      titulo="Miembros del equipo"
      columnas={COLUMNAS}
      filas={equipo}
      idDe={({ id }) => id}
      vacia="Nadie tiene un rol."
    />
  );
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
