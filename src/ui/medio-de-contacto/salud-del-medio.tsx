import { formatFecha } from '#domain/fecha.ts';
import type { EstadoDeEntrega } from '#domain/medio-de-contacto/estado.ts';
import { formatMedio } from '#domain/medio-de-contacto/telefono.ts';
import { DEMORADO, explainMotivo, porMotivo } from '#wording/aviso/motivo-de-entrega.ts';
import { ETIQUETA_DE_ENTREGA } from '#wording/etiquetas.ts';
import { Aviso } from '../components/aviso/aviso.tsx';
import { Enlace } from '../components/enlace/enlace.tsx';
import type { MedioMostrado } from './medio-mostrado.ts';

type MedioConSalud = Pick<MedioMostrado, 'mecanismo' | 'salud' | 'motivo' | 'fechaDeValidacion' | 'confirmadoEn'>;

/** Why a medio that was proved no longer works, or may not, and what to do; nothing where it does. */
export function saludEnPalabras({ mecanismo, salud, motivo, ...medio }: MedioConSalud): string | null {
  const { confirmadoEn, fechaDeValidacion } = medio;
  const prueba = confirmadoEn ?? fechaDeValidacion;
  const it = mecanismo === 'TELEFONO' ? 'este teléfono' : 'este correo';
  switch (salud) {
    case 'AJENO':
      return `Quien recibe los mensajes de ${it} dijo que no es suyo. Registra otro y elimina este.`;
    case 'NO_LLEGA':
      return `Los avisos ya no llegan a ${it}${porMotivo(motivo)}. Corrige la causa, o registra otro y elimina este.`;
    case 'PRUEBA_ANTIGUA':
      return `Se ${confirmadoEn ? 'confirmó' : 'validó'} hace más de un año${prueba ? `, el ${formatFecha(prueba)}` : ''}. Confírmalo con el enlace del mensaje que enviamos ahí cada año; si no te llega o ya no lo usas, registra otro y elimina este.`;
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

/** What to do when the message did not arrive; nothing where it did or still may. */
const QUE_HACER: Partial<Record<EstadoDeEntrega, string>> = {
  RECHAZADO: 'No lo aceptan en ese destino. Revisa que esté bien escrito; si no, elimínalo y registra otro.',
  SIN_RESPUESTA: 'No fue posible entregarlo. Presiona «Reenviar», o elimínalo y registra otro.',
  QUIZA_ENTREGADO: 'No sabemos si llegó. Búscalo, también entre lo no deseado; si no está, presiona «Reenviar».',
  REBOTADO: 'Revisa que esté bien escrito; si no, elimínalo y registra otro.',
};

/** What became of the link or code, apart from its validation; and of the notices to an address that was proved. */
export function Entrega({ medio: { motivo, estado, demoradoHasta }, entrega }: Props) {
  return (
    <div>
      {ETIQUETA_DE_ENTREGA[entrega]}
      {demoradoHasta && <Demora hasta={demoradoHasta} />}
      {motivo && estado !== 'VALIDADO' && <p>Se devolvió porque {explainMotivo(motivo)}.</p>}
      {estado === 'EN_PROCESO' && QUE_HACER[entrega] && <p>{QUE_HACER[entrega]}</p>}
    </div>
  );
}
interface Props {
  medio: Pick<MedioMostrado, 'motivo' | 'estado' | 'demoradoHasta'>;
  entrega: EstadoDeEntrega;
}

/** Why the link or code is not there yet, and when it will be. */
export function Demora({ hasta }: { hasta: Date }) {
  return (
    <p>
      {DEMORADO} Saldrá el {formatFecha(hasta)}.
    </p>
  );
}
