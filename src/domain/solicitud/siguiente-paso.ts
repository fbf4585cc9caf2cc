import { faltantesParaFirmar } from '../medio-de-contacto/activacion.ts';
import type { EstadoDeMedio } from '../medio-de-contacto/estado.ts';
import type { Mecanismo } from '../medio-de-contacto/mecanismo.ts';

export interface MedioDelRfc {
  folio: string;
  mecanismo: Mecanismo;
  valor: string;
  estado: EstadoDeMedio;
}

interface Situacion {
  /** Newest first; of those Cancelado only what 72 hours without proof cancelled. */
  medios: readonly MedioDelRfc[];
  firmada: { folio: string } | null;
  nueva: 'POR_FIRMAR' | 'PENDIENTE_DE_VERIFICACION' | null;
}

export type SiguientePaso =
  /** Of the mechanisms that are missing, what was cancelled last: it can be registered again as it was. */
  | { tipo: 'REGISTRAR'; faltan: readonly Mecanismo[]; cancelados: readonly MedioDelRfc[] }
  | { tipo: 'CAPTURAR_CODIGO' | 'ABRIR_ENLACE' | 'DESCARGAR_ACUSE'; folio: string }
  | { tipo: 'FIRMAR' | 'ESPERAR' };

/** What is missing is registered before what is registered is proved, and the code, which is typed here, before the link (guide IV). */
export function siguientePaso({ medios, firmada, nueva }: Situacion): SiguientePaso {
  const pendiente = nueva === 'POR_FIRMAR' || firmada ? medioPendiente(medios) : null;
  if (pendiente) return pendiente;
  if (nueva === 'POR_FIRMAR') return { tipo: 'FIRMAR' };
  return firmada ? { tipo: 'DESCARGAR_ACUSE', folio: firmada.folio } : { tipo: 'ESPERAR' };
}

function medioPendiente(medios: readonly MedioDelRfc[]): SiguientePaso | null {
  const porTener = faltantesParaFirmar(medios);
  const find = (mecanismo: Mecanismo, estado: EstadoDeMedio) =>
    medios.find((medio) => medio.mecanismo === mecanismo && medio.estado === estado);
  const faltan = porTener.filter((mecanismo) => !find(mecanismo, 'EN_PROCESO'));
  if (faltan.length > 0) {
    const cancelados = faltan.flatMap((mecanismo) => find(mecanismo, 'CANCELADO') ?? []);
    return { tipo: 'REGISTRAR', faltan, cancelados };
  }
  const porValidar = porTener.flatMap((mecanismo) => find(mecanismo, 'EN_PROCESO') ?? []).at(-1);
  if (!porValidar) return null;
  const { folio, mecanismo } = porValidar;
  return { tipo: mecanismo === 'TELEFONO' ? 'CAPTURAR_CODIGO' : 'ABRIR_ENLACE', folio };
}
