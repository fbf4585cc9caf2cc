export type MetodoDeApertura = 'GET' | 'HEAD';

export type AgenteDeApertura = 'NAVEGADOR' | 'PROGRAMA' | 'DESCONOCIDO';

export const APERTURAS_POR_CLASE = 5;

export interface Apertura {
  metodo: MetodoDeApertura;
  agente: AgenteDeApertura;
  conSesion: boolean;
  guionEn: Date | null;
}

const PROGRAMA =
  /bot\b|crawl|spider|scan|preview|proxy|curl|wget|python|\bjava\/|go-http|okhttp|axios|node|undici|headless|phantom|libwww|httpclient|http-client|barracuda|proofpoint|mimecast|symantec|trendmicro|sophos|safelinks|microsoft office|ms-office|whatsapp|facebookexternalhit|telegram|slack|monitor/i;
const NAVEGADOR = /^Mozilla\/5\.0 .*(Firefox|FxiOS|Chrome|CriOS|Safari|Edg|OPR)\//;

/** Coarse on purpose: nothing of what tells one browser from another is kept. */
export function readAgente(userAgent: string | null, { isAnticipada }: { isAnticipada: boolean }): AgenteDeApertura {
  if (isAnticipada) return 'PROGRAMA';
  if (!userAgent) return 'DESCONOCIDO';
  if (PROGRAMA.test(userAgent)) return 'PROGRAMA';
  return NAVEGADOR.test(userAgent) ? 'NAVEGADOR' : 'DESCONOCIDO';
}

/** Who it was, as far as can be told. Only a session tells for sure; mail filters pass for browsers, and some run pages. */
export type QuienAbrio = 'TITULAR' | 'QUIZA_PERSONA' | 'PROGRAMA' | 'NO_SE_SABE';

export function quienAbrio({ metodo, agente, conSesion, guionEn }: Apertura): QuienAbrio {
  if (metodo === 'HEAD') return 'PROGRAMA';
  if (conSesion) return 'TITULAR';
  if (agente === 'PROGRAMA') return 'PROGRAMA';
  return guionEn ? 'QUIZA_PERSONA' : 'NO_SE_SABE';
}
