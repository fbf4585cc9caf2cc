import type { SiguientePaso } from '../solicitud/siguiente-paso.ts';
import type { Poder } from './poder.ts';

interface Exigencia {
  poder: Poder | 'ALGUNO';
  isDelRfc?: true;
}

/** What every page, form and download asks of a representative; null is for the titular alone, `isDelRfc` not for chosen registros. */
export const ACTOS = {
  ENTRAR: { poder: 'ALGUNO' },
  ACTIVAR: { poder: 'ACTIVAR', isDelRfc: true },
  VER_MEDIOS: { poder: 'MEDIOS' },
  REGISTRAR_MEDIO: { poder: 'MEDIOS', isDelRfc: true },
  REGISTRAR_MEDIO_DE_REGISTROS: { poder: 'MEDIOS' },
  VALIDAR_MEDIO: { poder: 'MEDIOS' },
  REENVIAR_MENSAJE: { poder: 'MEDIOS' },
  ELIMINAR_MEDIO: { poder: 'MEDIOS' },
  ELIMINAR_ULTIMO_MEDIO: null,
  ETIQUETAR_MEDIO: null,
  VER_ACLARACIONES: { poder: 'ACLARACIONES' },
  PRESENTAR_ACLARACION: { poder: 'ACLARACIONES' },
  RESPONDER_ACLARACION: { poder: 'ACLARACIONES' },
  VER_ACUSES: { poder: 'CONSULTAR' },
  DESCARGAR_ACUSE: { poder: 'CONSULTAR' },
  VER_COMUNICADOS: null,
  ABRIR_EVIDENCIA: null,
  VER_SESIONES: null,
  DESCARGAR_MIS_DATOS: null,
  NOMBRAR_REPRESENTANTE: null,
  REPRESENTAR: null,
} as const satisfies Record<string, Exigencia | null>;

export type Acto = keyof typeof ACTOS;

export interface Facultades {
  poderes: readonly Poder[];
  registrosPatronales: readonly string[];
}

/** Whether whoever is in a Buzón may do it there: its titular everything, a representative what both have signed. */
export function canActuar(conducto: Facultades | undefined, acto: Acto): boolean {
  if (!conducto) return true;
  const exigida: Exigencia | null = ACTOS[acto];
  if (!exigida || (exigida.isDelRfc && conducto.registrosPatronales.length > 0)) return false;
  return exigida.poder === 'ALGUNO' || conducto.poderes.includes(exigida.poder);
}

/** What the next step of the activation is, so that nobody is sent where they may not go. */
export function actoDe({ tipo }: SiguientePaso): Acto {
  if (tipo === 'FIRMAR') return 'ACTIVAR';
  if (tipo === 'DESCARGAR_ACUSE') return 'DESCARGAR_ACUSE';
  return tipo === 'ESPERAR' ? 'ENTRAR' : 'REGISTRAR_MEDIO';
}
