import { formatFecha, formatFechaConSegundos } from '#domain/fecha.ts';
import type { CambioDeRol } from '#domain/soporte/hecho-del-personal.ts';
import type { PropuestaDeRol } from '#domain/soporte/peticion-de-rol.ts';
import { type MiembroDelEquipo, ROLES_DE_SOPORTE } from '#domain/soporte/rol-de-soporte.ts';
import { NOMBRE_DE_ROL } from '#ui/components/barra-de-sesion/barra-de-sesion.tsx';
import { Acciones, BotonEnlace } from '#ui/components/boton/boton.tsx';
import { Etiqueta } from '#ui/components/etiqueta/etiqueta.tsx';
import { Oculto } from '#ui/components/oculto/oculto.tsx';
import { tablaDe } from '#ui/components/tabla/tabla.tsx';
import { BotonCancelar, Ventana } from '#ui/components/ventana/ventana.tsx';

export const TablaDelEquipo = tablaDe<MiembroDelEquipo>({
  titulo: 'Miembros del equipo',
  columnas: [
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
  ],
  vacia: 'Nadie tiene un rol.',
});

function AccionesDeMiembro({ id, nombre, conSesion }: MiembroDelEquipo) {
  return (
    <Acciones>
      {conSesion && (
        <BotonEnlace href={`/soporte/equipo?terminar=${id}`} variante="enlace" tamano="compacto">
          Terminar<Oculto> las sesiones de {nombre}</Oculto>
        </BotonEnlace>
      )}
      <BotonEnlace href={`/soporte/equipo?cambiar=${id}`} variante="enlace" tamano="compacto">
        Cambiar<Oculto> el rol de {nombre}</Oculto>
      </BotonEnlace>
      <BotonEnlace href={`/soporte/equipo/firma?miembro=${id}`} variante="enlace" tamano="compacto">
        Quitar<Oculto> el rol de {nombre}</Oculto>
      </BotonEnlace>
    </Acciones>
  );
}

export const TablaDeCambiosDeRol = tablaDe<CambioDeRol>({
  titulo: 'Roles dados y quitados',
  columnas: [
    { titulo: 'Cuándo', celda: ({ fecha }) => formatFechaConSegundos(fecha) },
    { titulo: 'Qué', celda: describeCambio },
    { titulo: 'A quién', larga: true, celda: ({ miembro }) => miembro },
    { titulo: 'Quién lo hizo', larga: true, celda: describeAutor },
  ],
  vacia: 'Todavía no se ha dado ningún rol.',
});

function describeAutor({ autor, isFirmado, propuso }: CambioDeRol): string {
  if (!autor) return 'Quien opera el portal, con una orden';
  if (propuso) return `Lo propuso ${propuso} y lo confirmó ${autor}, cada quien con su e.firma`;
  return isFirmado ? `${autor}, con su e.firma` : autor;
}

function describeCambio({ evento, rol, antes }: CambioDeRol): string {
  if (evento === 'ROL_QUITADO') return `Quitó el rol ${NOMBRE_DE_ROL[rol]}`;
  return antes
    ? `Cambió el rol de ${NOMBRE_DE_ROL[antes]} a ${NOMBRE_DE_ROL[rol]}`
    : `Dio el rol ${NOMBRE_DE_ROL[rol]}`;
}

const EQUIPO = '/soporte/equipo';

/** Each leads to where it is signed. */
export function VentanaDeCambio({ miembro: { id, nombre, rol } }: { miembro: MiembroDelEquipo }) {
  return (
    <Ventana titulo="Cambiar el rol" cancelar={{ href: EQUIPO }}>
      <p>¿Qué rol tendrá {nombre}? Lo firmarás con tu e.firma.</p>
      <Acciones>
        <BotonCancelar />
        {ROLES_DE_SOPORTE.filter((otro) => otro !== rol).map((otro) => (
          <BotonEnlace key={otro} href={`${EQUIPO}/firma?miembro=${id}&rol=${otro}`} variante="secundario">
            {NOMBRE_DE_ROL[otro]}
          </BotonEnlace>
        ))}
      </Acciones>
    </Ventana>
  );
}

/** Those of SUPERVISION that wait for a second member. */
export const TablaDePropuestas = tablaDe<PropuestaDeRol>({
  titulo: 'Propuestas por confirmar',
  columnas: [
    { titulo: 'Nombre', larga: true, celda: ({ nombre }) => nombre },
    { titulo: 'RFC', entera: true, celda: ({ rfc }) => rfc },
    { titulo: 'Quién lo propuso', larga: true, celda: ({ propuso, isMia }) => (isMia ? 'Tú' : propuso) },
    { titulo: 'Se puede confirmar hasta el', celda: ({ venceEn }) => formatFecha(venceEn) },
    { titulo: 'Acciones', celda: AccionesDePropuesta },
  ],
  vacia: '',
});

function AccionesDePropuesta({ id, nombre, isMia }: PropuestaDeRol) {
  const href = (acto: string) => `${EQUIPO}/firma?propuesta=${id}&acto=${acto}`;
  return (
    <Acciones>
      {!isMia && (
        <BotonEnlace href={href('confirmar')} variante="enlace" tamano="compacto">
          Confirmar<Oculto> que {nombre} supervise</Oculto>
        </BotonEnlace>
      )}
      <BotonEnlace href={href('retirar')} variante="enlace" tamano="compacto">
        Retirar<Oculto> la propuesta de {nombre}</Oculto>
      </BotonEnlace>
    </Acciones>
  );
}
