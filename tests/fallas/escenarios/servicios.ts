import type { Clase } from '../carga/medida.ts';
import type { Trato, Ventanilla } from '../dobles/ventanilla.ts';
import type { Escena } from '../escena.ts';
import { type Falla, NADA } from '../falla.ts';

const TRATOS: readonly [Trato, string][] = [
  ['rechaza', 'rechaza conexiones'],
  ['no-puede', 'contesta 503'],
  ['calla-antes', 'calla sin hacer nada'],
  ['calla-despues', 'lo hace y calla'],
  ['corta', 'corta su respuesta'],
  ['miente', 'contesta otra cosa'],
  [12_000, 'contesta 12 s después'],
];

interface Servicio {
  nombre: string;
  afecta: readonly Clase[];
  de(escena: Escena): Ventanilla;
  tratos: readonly Trato[];
  corta?: Trato;
}

function fallasDe({ nombre, afecta, de, tratos, corta }: Servicio): Falla[] {
  return TRATOS.filter(([trato]) => tratos.includes(trato)).map(([trato, como]) => ({
    nombre: `${nombre} ${como}`,
    afecta,
    ...(trato === corta && { corta: true as const }),
    ...(typeof trato === 'number' && { segundos: 16 }),
    async begin(escena) {
      await de(escena).misbehave(trato);
      return () => de(escena).behave();
    },
  }));
}

export const TWILIO = fallasDe({
  nombre: 'Twilio',
  afecta: NADA,
  de: ({ sms }) => sms,
  tratos: TRATOS.map(([trato]) => trato),
  corta: 'calla-despues',
});
export const OCSP = fallasDe({
  nombre: 'OCSP',
  afecta: ['ingreso'],
  de: ({ ocsp }) => ocsp,
  tratos: ['rechaza', 'calla-antes', 'miente', 12_000],
  corta: 'calla-antes',
});
export const TSA = fallasDe({
  nombre: 'TSA',
  afecta: NADA,
  de: ({ tsa }) => tsa,
  tratos: ['rechaza', 'calla-antes', 'miente', 12_000],
});
