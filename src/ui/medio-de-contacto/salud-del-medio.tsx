import { formatFecha } from '#domain/fecha.ts';
import { formatMedio } from '#domain/medio-de-contacto/telefono.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { Enlace } from '#ui/components/enlace/enlace.tsx';
import { porMotivo } from '#wording/aviso/motivo-de-entrega.ts';
import type { MedioMostrado } from './medio-mostrado.ts';

type MedioConSalud = Pick<MedioMostrado, 'mecanismo' | 'salud' | 'motivo' | 'fechaDeValidacion'>;

/** Why a medio that was proved no longer works, or may not, and what to do; nothing where it does. */
export function saludEnPalabras({ mecanismo, salud, motivo, fechaDeValidacion }: MedioConSalud): string | null {
  const it = mecanismo === 'TELEFONO' ? 'este teléfono' : 'este correo';
  switch (salud) {
    case 'AJENO':
      return `Quien recibe los mensajes de ${it} dijo que no es suyo. Registra otro y elimina este.`;
    case 'NO_LLEGA':
      return `Los avisos ya no llegan a ${it}${porMotivo(motivo)}. Corrige la causa, o registra otro y elimina este.`;
    case 'PRUEBA_ANTIGUA':
      return `Se validó hace más de un año${fechaDeValidacion ? `, el ${formatFecha(fechaDeValidacion)}` : ''}. Si ya no lo usas, registra otro y elimina este.`;
    default:
      return null;
  }
}

/** At the head of the Buzón: which medios need to be looked after. */
export function AvisoDeSalud({ medios }: { medios: readonly (MedioConSalud & { folio: string; valor: string })[] }) {
  const enfermos = medios.flatMap((medio) => {
    const palabras = saludEnPalabras(medio);
    return palabras ? [{ ...medio, palabras }] : [];
  });
  if (enfermos.length === 0) return null;
  return (
    <Aviso tipo="nota" titulo="Revisa tus medios de contacto">
      {enfermos.map(({ folio, palabras, ...medio }) => (
        <p key={folio}>
          <strong>{formatMedio(medio)}</strong>: {palabras}
        </p>
      ))}
      <p>
        <Enlace href="/buzon/medios-de-contacto">Ver mis medios de contacto</Enlace>
      </p>
    </Aviso>
  );
}
