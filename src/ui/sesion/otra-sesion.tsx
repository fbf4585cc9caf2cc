import { Aviso } from '#ui/components/aviso/aviso.tsx';

interface QuienTieneLaSesion {
  tipo: 'TITULAR' | 'SOPORTE';
  rfc: string;
  nombre: string;
}

/** Where a form stays on its page with what was typed: it was not of whoever has the session now. */
export function mensajeDeOtraSesion(quien: QuienTieneLaSesion): string {
  return `No se hizo nada: esta página es de otra sesión. ${laDeAhora(quien)} Para terminar lo de esta página, ingresa de nuevo en otra pestaña con la e.firma que corresponde y vuelve a presionar el botón; lo que escribiste se conserva aquí.`;
}

/** The same on the first page of whoever has the session now. */
export function AvisoDeOtraSesion({ quien }: { quien: QuienTieneLaSesion }) {
  return (
    <Aviso tipo="error" titulo="No se hizo nada">
      <p>Lo que enviaste era de una página de otra sesión. {laDeAhora(quien)}</p>
      <p>
        Si es con quien quieres trabajar, hazlo de nuevo desde aquí. Si era para la otra sesión, presiona «Salir» e
        ingresa con la e.firma que corresponde.
      </p>
    </Aviso>
  );
}

function laDeAhora({ tipo, rfc, nombre }: QuienTieneLaSesion): string {
  const quien = tipo === 'TITULAR' ? `${nombre}, con RFC ${rfc}` : `${nombre}, del personal de soporte`;
  return `En este navegador la sesión abierta es ahora la de ${quien}.`;
}
