import { DIA_MS } from '#domain/medio-de-contacto/limites.ts';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { formatMedio } from '#domain/medio-de-contacto/telefono.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { UnEnlace } from '#ui/components/boton/boton.tsx';
import { ETIQUETA_DE_MECANISMO } from '#wording/etiquetas.ts';

export interface MedioDeReemplazo {
  folio: string;
  mecanismo: Mecanismo;
  valor: string;
  estado: string;
}

const RECORDADO_MS = 7 * DIA_MS;
const eliminar = (folio: string) => `/buzon/medios-de-contacto?eliminar=${folio}`;

/** «Reemplazar»: over the form of the new one; or, where both have no place, what has to be done first. */
export function AvisoDeReemplazo({ medio }: { medio: Omit<MedioDeReemplazo, 'estado'> & { hasLugar: boolean } }) {
  const cual = <strong>{formatMedio(medio)}</strong>;
  if (medio.hasLugar)
    return (
      <Aviso tipo="informacion" titulo="Reemplazar un medio de contacto">
        <p>
          Registra el que tomará el lugar de {cual}. El de ahora sigue en uso hasta que valides el nuevo; entonces te
          ofreceremos eliminarlo.
        </p>
      </Aviso>
    );
  return (
    <Aviso
      tipo="nota"
      titulo="Reemplazar un medio de contacto"
      acciones={<UnEnlace href={eliminar(medio.folio)}>Eliminar {formatMedio(medio)}</UnEnlace>}
    >
      <p>
        No caben los dos a la vez en {ETIQUETA_DE_MECANISMO[medio.mecanismo]}: para registrar el nuevo hay que eliminar
        antes {cual}. Sus acuses se conservan. Regístralo enseguida: mientras, no recibirás avisos por ese medio.
      </p>
    </Aviso>
  );
}

/** What takes the place of a medio, or will; nothing where nothing does. */
export function reemplazoEnPalabras(reemplazadoPor: MedioDeReemplazo | null): string | null {
  if (reemplazadoPor?.estado === 'EN_PROCESO')
    return `Lo reemplazará ${formatMedio(reemplazadoPor)} cuando lo valides; mientras, sigue en uso.`;
  return reemplazadoPor?.estado === 'VALIDADO' ? `Ya validaste su reemplazo, ${formatMedio(reemplazadoPor)}.` : null;
}

/** For a week after a new one was validated: the old one is still there, and may go in one press. */
export function AvisoDeReemplazados({ medios, now }: PropsDeReemplazados) {
  return medios.map(({ reemplaza, fechaDeValidacion, ...nuevo }) => {
    const isReciente = fechaDeValidacion && now.getTime() - fechaDeValidacion.getTime() < RECORDADO_MS;
    if (!isReciente || nuevo.estado !== 'VALIDADO' || reemplaza?.estado !== 'VALIDADO') return null;
    return (
      <Aviso
        key={nuevo.folio}
        tipo="nota"
        titulo="Falta eliminar el que reemplazaste"
        acciones={<UnEnlace href={eliminar(reemplaza.folio)}>Eliminar {formatMedio(reemplaza)}</UnEnlace>}
      >
        <p>
          Ya validaste {formatMedio(nuevo)}. Si todavía quieres usar {formatMedio(reemplaza)}, no tienes que hacer nada.
        </p>
      </Aviso>
    );
  });
}
interface PropsDeReemplazados {
  medios: readonly (MedioDeReemplazo & { reemplaza: MedioDeReemplazo | null; fechaDeValidacion: Date | null })[];
  now: Date;
}
