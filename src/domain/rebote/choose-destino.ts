import type { DestinoReportado } from '#formats/rebote/destino-reportado.ts';

const CONOCIDAS = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'];

/** Where none has its address the message failed only if nobody got it. Null when the report does not say. */
export function chooseDestino(destinos: readonly DestinoReportado[], direccion: string | null) {
  const known = destinos.filter(({ accion }) => CONOCIDAS.includes(accion));
  const own = known.filter(({ direcciones }) => direccion !== null && direcciones.includes(direccion));
  const among = own.length > 0 ? own : known;
  const ofAccion = (accion: string) => among.find((each) => each.accion === accion);
  const received = ofAccion('delivered') ?? ofAccion('relayed') ?? ofAccion('expanded');
  return (
    (own.length > 0 ? ofAccion('failed') : undefined) ?? received ?? ofAccion('failed') ?? ofAccion('delayed') ?? null
  );
}
