import { formatFechaConSegundos } from '#domain/fecha.ts';
import { type QuienAbrio, quienAbrio } from '#domain/medio-de-contacto/apertura.ts';
import type { AperturaDeFolio } from '#domain/soporte/asunto-de-folio.ts';
import { type Suceso, suceso } from './suceso.ts';

const QUIENES = {
  TITULAR: ['El titular', 'Lo abrió el titular, con su sesión del Buzón en el mismo navegador.'],
  QUIZA_PERSONA: [
    'Quizá una persona',
    'Probablemente lo abrió una persona: fue un navegador y ejecutó la página. No es seguro, porque algunos filtros de correo también lo hacen.',
  ],
  PROGRAMA: ['Un programa', 'Lo abrió un programa, como los filtros de correo o las vistas previas; no una persona.'],
  NO_SE_SABE: [
    'No se sabe',
    'No se sabe quién lo abrió: lo pidió como un navegador, pero no ejecutó la página. Casi siempre es un filtro de correo.',
  ],
} as const satisfies Record<QuienAbrio, readonly [string, string]>;

export function sucesoDeApertura(apertura: AperturaDeFolio): Suceso {
  const { ultimaEn, veces } = apertura;
  const again = veces > 1 ? ` ${veces} veces, la última el ${formatFechaConSegundos(ultimaEn)}` : '';
  return suceso(`Se abrió el enlace${again}.`, ...QUIENES[quienAbrio(apertura)]);
}
