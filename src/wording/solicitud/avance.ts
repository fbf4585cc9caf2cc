import { faltantesParaFirmar } from '#domain/medio-de-contacto/activacion.ts';
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
  const faltan = faltantesDe(medios);
  if (faltan.length === 0)
    return { paso: 3, falta: 'Te falta firmar la solicitud en la sección Activación Buzón IMSS.' };
  return { paso: faltan.some(({ verbo }) => verbo === 'registrar') ? 1 : 2, falta: enUnaFrase(faltan) };
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

const MEDIO = { CORREO_ELECTRONICO: 'correo electrónico', TELEFONO: 'teléfono celular' } as const;

/** What is still to be done with the mechanisms of which none is proved. */
function faltantesDe(medios: Situacion['medios']) {
  return faltantesParaFirmar(medios).map((faltante) => {
    const isCorreo = faltante === 'CORREO_ELECTRONICO';
    const isEnProceso = medios.some(({ mecanismo, estado }) => estado === 'EN_PROCESO' && mecanismo === faltante);
    const verbo = isEnProceso ? ('validar' as const) : ('registrar' as const);
    const medio = `${isCorreo && !isEnProceso ? 'un' : 'tu'} ${MEDIO[faltante]}`;
    return { verbo, medio, con: isCorreo ? 'el enlace del mensaje' : 'el código del SMS' };
  });
}

function enUnaFrase([uno, otro]: ReturnType<typeof faltantesDe>): string {
  if (!otro)
    return `Te falta ${uno?.verbo} ${uno?.medio} para tu RFC${uno?.verbo === 'validar' ? `, con ${uno.con}` : ''}.`;
  const segundo = uno?.verbo === otro.verbo ? otro.medio : `${otro.verbo} ${otro.medio}`;
  return `Te falta ${uno?.verbo} ${uno?.medio} y ${segundo} para tu RFC.`;
}

/** Guide, section V, step 15: shown to who has no registro patronal in force, before «Aceptar» leads on to the e.firma. */
export const AVISO_SIN_REGISTROS =
  'Estimado Usuario: Tu RFC no tiene asociados Registros Patronales. Si estás de acuerdo selecciona el botón "Aceptar" y firma la "Solicitud y manifestación del solicitante". En caso contrario, acude a tu subdelegación para aclarar la inconsistencia.';
