import type { Entrega } from '../dobles/entrega.ts';

/** A registration that the portal said it made, as the database has it. */
export interface Registro {
  folio: string;
  /** Of each there is to be exactly one. */
  medios: number;
  acuses: number;
  alcances: number;
  apuntes: number;
  avisos: number;
}

export interface AvisoGuardado {
  id: string;
  mecanismo: 'CORREO_ELECTRONICO' | 'TELEFONO';
  destino: string;
  estado: string;
  /** Tries of which nobody knows what came: handed over without an answer, or cut off. */
  inciertos: number;
}

export interface Cuenta {
  renglones: number;
  /** Copies that the providers got. */
  entregados: number;
  /** Copies after the first, and how many of them the portal knows may be there. */
  duplicados: number;
  contados: number;
  /** Registrations that lack something, and messages that nobody got. */
  perdidos: number;
  /** What the lost are, by name. */
  causas: string[];
}

/** No message was due for these. */
const SIN_MENSAJE = ['DESCARTADO'];

/** What became of the registrations accepted in one stretch of time. */
export function countCohorte(
  folios: readonly string[],
  registros: readonly Registro[],
  avisos: readonly AvisoGuardado[],
  entregas: readonly Entrega[],
): Cuenta {
  const causas = folios.flatMap((folio) => explainRegistro(folio, registros));
  const cuentas = [...new Set(avisos.map(buzonOf))].map((buzon) =>
    countBuzon(
      buzon,
      avisos.filter((aviso) => buzonOf(aviso) === buzon),
      entregas,
    ),
  );
  const sum = (read: (cuenta: (typeof cuentas)[number]) => number) =>
    cuentas.reduce((all, each) => all + read(each), 0);
  causas.push(...cuentas.flatMap(({ causa }) => causa ?? []));
  return {
    renglones: registros.filter(({ folio }) => folios.includes(folio)).length,
    entregados: sum(({ copias }) => copias),
    duplicados: sum(({ duplicados }) => duplicados),
    contados: sum(({ contados }) => contados),
    perdidos: causas.length,
    causas,
  };
}

function explainRegistro(folio: string, registros: readonly Registro[]): string[] {
  const registro = registros.find((each) => each.folio === folio);
  if (!registro) return [`${folio} no está`];
  const { folio: _, ...counts } = registro;
  const wrong = Object.entries(counts).filter(([, count]) => count !== 1);
  return wrong.length === 0 ? [] : [`${folio}: ${wrong.map(([name, count]) => `${count} ${name}`).join(', ')}`];
}

/** An e-mail says which message it is; of an SMS only the number and the text are known. */
function buzonOf({ mecanismo, id, destino }: AvisoGuardado): string {
  return mecanismo === 'CORREO_ELECTRONICO' ? id : destino;
}

function countBuzon(buzon: string, avisos: readonly AvisoGuardado[], entregas: readonly Entrega[]) {
  const llegadas = entregas.filter(({ mensaje, para }) => mensaje === buzon || para === buzon);
  const distintas = new Set(llegadas.map(({ mensaje }) => mensaje)).size;
  const duplicados = llegadas.length - distintas;
  const inciertos = avisos.reduce((sum, aviso) => sum + aviso.inciertos, 0);
  const debidos = avisos.filter(({ estado }) => !SIN_MENSAJE.includes(estado));
  const isLost = distintas < debidos.length;
  const causa = isLost ? `${buzon}: ${debidos.map(({ estado }) => estado).join(', ')}, y llegaron ${distintas}` : null;
  return { copias: llegadas.length, duplicados, contados: Math.min(duplicados, inciertos), causa };
}
