import { type Faltante, faltantesParaFirmar } from '#domain/medio-de-contacto/activacion.ts';
import type { EstadoDeMedio } from '#domain/medio-de-contacto/estado.ts';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';

/** Where the titular stands in «1 Registra · 2 Valida · 3 Firma» (guide, section IV) and what is missing, in a sentence. */
export interface Avance {
  paso: 1 | 2 | 3 | 'hecho';
  falta: string;
}

interface Situacion {
  /** The medios of the RFC, with the state they have now. */
  medios: readonly { mecanismo: Mecanismo; estado: EstadoDeMedio }[];
  /** The one in force or, where none is yet, the one that is being verified. */
  solicitud: 'FIRMADA' | 'PENDIENTE_DE_VERIFICACION' | null;
  /** Of a later text, which asks for a new signature: whether it is still to be signed, or signed and being verified. */
  nueva?: 'POR_FIRMAR' | 'PENDIENTE_DE_VERIFICACION' | null;
}

export function avanceDeActivacion({ medios, solicitud, nueva = null }: Situacion): Avance {
  if (solicitud === 'FIRMADA') return { paso: 'hecho', falta: activo(medios, nueva) };
  if (solicitud === 'PENDIENTE_DE_VERIFICACION')
    return { paso: 3, falta: nueva === 'POR_FIRMAR' ? porFirmar(medios) : `Ya firmaste. ${POR_VERIFICAR}.` };
  const correo = situacionDe(medios, 'CORREO_ELECTRONICO');
  const telefono = situacionDe(medios, 'TELEFONO');
  if (correo === 'FALTA' || telefono === 'FALTA') return { paso: 1, falta: registra(correo, telefono) };
  if (correo === 'VALIDADO' && telefono === 'VALIDADO')
    return { paso: 3, falta: 'Te falta firmar la solicitud en la sección Activación Buzón IMSS.' };
  return { paso: 2, falta: valida(correo, telefono) };
}

const POR_VERIFICAR = 'Falta que se confirme la vigencia de tu e.firma; te avisaremos por correo';

/** An active Buzón stays active without its contacts, and under the text that was signed until a later one is. */
function activo(medios: Situacion['medios'], nueva: Situacion['nueva']): string {
  if (nueva === 'POR_FIRMAR') return `Tu Buzón IMSS está activo con la solicitud que ya firmaste. ${porFirmar(medios)}`;
  if (nueva === 'PENDIENTE_DE_VERIFICACION')
    return `Tu Buzón IMSS está activo. Ya firmaste la solicitud nueva. ${POR_VERIFICAR}, y mientras sigue en vigor la anterior.`;
  const faltantes = faltantesParaFirmar(medios);
  if (faltantes.length === 0) return 'Tu Buzón IMSS está activo. No te falta nada.';
  const sin = faltantes.map((faltante) => `un ${MEDIO[faltante]} validado`).join(' ni ');
  return `Tu Buzón IMSS está activo, pero no tienes ${sin} para tu RFC: registra y valida otro para no quedarte sin los avisos de este portal.`;
}

function porFirmar(medios: Situacion['medios']): string {
  const faltantes = faltantesParaFirmar(medios).map((faltante) => `un ${MEDIO[faltante]}`);
  const antes = faltantes.length > 0 ? `; antes, registra y valida ${faltantes.join(' y ')} para tu RFC` : '';
  return `Las reglas cambiaron: te falta firmar la solicitud nueva en la sección Activación Buzón IMSS${antes}.`;
}

const MEDIO = { CORREO: 'correo electrónico', TELEFONO: 'teléfono celular' } as const satisfies Record<
  Faltante,
  string
>;

type SituacionDeMecanismo = 'FALTA' | 'EN_PROCESO' | 'VALIDADO';

function situacionDe(medios: Situacion['medios'], mecanismo: Mecanismo): SituacionDeMecanismo {
  const estados = medios.filter((medio) => medio.mecanismo === mecanismo).map(({ estado }) => estado);
  if (estados.includes('VALIDADO')) return 'VALIDADO';
  return estados.includes('EN_PROCESO') ? 'EN_PROCESO' : 'FALTA';
}

function registra(correo: SituacionDeMecanismo, telefono: SituacionDeMecanismo): string {
  if (correo === 'FALTA' && telefono === 'FALTA')
    return 'Te falta registrar un correo electrónico y tu teléfono celular para tu RFC.';
  if (correo === 'FALTA') return 'Te falta registrar un correo electrónico para tu RFC.';
  return correo === 'VALIDADO'
    ? 'Te falta registrar tu teléfono celular para tu RFC.'
    : 'Te falta validar tu correo electrónico y registrar tu teléfono celular para tu RFC.';
}

function valida(correo: SituacionDeMecanismo, telefono: SituacionDeMecanismo): string {
  if (correo === 'VALIDADO') return 'Te falta validar tu teléfono celular para tu RFC, con el código del SMS.';
  return telefono === 'VALIDADO'
    ? 'Te falta validar tu correo electrónico para tu RFC, con el enlace del mensaje.'
    : 'Te falta validar tu correo electrónico y tu teléfono celular para tu RFC.';
}
