import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';
import { isDesfase } from '#infra/clock/clock.ts';
import { parseRedes } from './redes.ts';

const NIVELES = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const SECRETO_MIN = 32;

const text = (test: (value: string) => boolean, rule: string) => z.string().refine(test, rule);
const url = (protocols: string[], rule: string) => text((value) => protocols.includes(protocolOf(value)), rule);
const file = z.string().transform((value) => (isAbsolute(value) ? value : resolve(value)));

const postgres = url(
  ['postgres:', 'postgresql:'],
  'debe ser una dirección postgresql://usuario:contraseña@host:5432/base',
);
const number = (min: number, max: number, rule: string) =>
  text((value) => /^\d{1,6}$/.test(value) && Number(value) >= min && Number(value) <= max, rule).transform(Number);
const ms = number(0, 999_999, 'debe ser un número de milisegundos, de 0 a 999999');
const puerto = number(1, 65_535, 'debe ser un número de 1 a 65535');
const web = url(['http:', 'https:'], 'debe ser una dirección http:// o https://');

const secretos = z
  .string()
  .transform((value) => value.split(',').map((secret) => secret.trim()))
  .refine(
    (secrets) => secrets.every((secret) => secret.length >= SECRETO_MIN),
    `cada secreto de la lista debe tener ${SECRETO_MIN} caracteres o más (openssl rand -base64 32)`,
  );

/** An empty value counts as absent, but for EFIRMA_OCSP_URL, where empty says «do not ask». */
export const VARIABLES = {
  BUZON_MODO: z.enum(['demo', 'produccion'], 'debe ser demo o produccion'),
  PORT: puerto,
  HOST: text((value) => /^[\w.:-]+$/.test(value), 'debe ser una dirección o un nombre de esta máquina, como 127.0.0.1'),
  APP_URL: text(isOrigin, 'debe ser la dirección pública sin ruta, como https://buzon.example').transform(
    (value) => new URL(value).origin,
  ),
  PROXY_REDES: text((value) => parseRedes(value) !== null, 'deben ser redes y comas, como 10.0.0.0/8,fd00::/8'),
  BUZON_DATOS: file,
  DRENADO_AVISO_MS: ms,
  DRENADO_MS: ms,
  DATABASE_URL: postgres,
  DATABASE_URL_LECTURA: postgres,
  DATABASE_URL_DIRECTA: postgres,
  DATABASE_URL_MIGRACION: postgres,
  AUTH_SECRET: secretos,
  MENSAJES_SECRET: secretos,
  EFIRMA_AC_DIR: file,
  EFIRMA_OCSP_URL: text(
    (value) => value === '' || ['http:', 'https:'].includes(protocolOf(value)),
    'debe ser una dirección http:// o https://',
  ),
  EFIRMA_OCSP_POLITICA: z.enum(['estricta', 'tolerante'], 'debe ser estricta o tolerante'),
  FIRMA_MANCOMUNADA_MINUTOS: number(5, 60, 'debe ser un número de minutos, de 5 a 60'),
  SELLO_CERT: file,
  SELLO_KEY: file,
  SELLO_KEY_PASSWORD: z.string(),
  SELLO_COMANDO: z.string(),
  SMTP_URL: url(['smtp:', 'smtps:'], 'debe ser una dirección smtp://usuario:contraseña@host:puerto'),
  CORREO_DE: text(
    (value) => /^(?:[^<>\r\n]+ )?<?[^\s<>@]+@[^\s<>@]+>?$/.test(value),
    'debe ser un remitente, como Buzón <avisos@buzon.example>',
  ),
  TWILIO_ACCOUNT_SID: text((value) => /^AC[0-9a-fA-F]{32}$/.test(value), 'debe ser AC y 32 dígitos hexadecimales'),
  TWILIO_AUTH_TOKEN: z.string(),
  TWILIO_DE: text(
    (value) => /^(?:\+\d{8,15}|MG[0-9a-fA-F]{32}|\d{4,8})$/.test(value),
    'debe ser el número que envía, como +525500000000, o un servicio MG…',
  ),
  TWILIO_API_URL: web,
  TSA_URL: web,
  TSA_AC_DIR: file,
  RESUMENES_DEBILES: z.enum(['sha256'], 'debe ser sha256, o estar vacía'),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: text(
    isAesKey,
    'debe ser una llave AES de 16, 24 o 32 bytes en base64 (openssl rand -base64 32)',
  ),
  METRICAS_TOKEN: z.string(),
  WORKER_PORT: puerto,
  OTEL_EXPORTER_OTLP_ENDPOINT: web,
  REBOTES_MAILDIR: file,
  REBOTES_SUBDIRECCIONES: z.enum(['si', 'no'], 'debe ser si o no'),
  BUZON_DEMO_ABIERTA: z.enum(['si', 'no'], 'debe ser si o no'),
  BUZON_DESFASE: text(isDesfase, 'debe ser una duración ISO 8601, como PT72H1M o -P5Y'),
  LOG_NIVEL: z.enum(NIVELES, `debe ser uno de: ${NIVELES.join(', ')}`),
} as const;

export type Variable = keyof typeof VARIABLES;
export type Values = { [Name in Variable]?: z.output<(typeof VARIABLES)[Name]> };

function protocolOf(value: string): string {
  return URL.canParse(value) ? new URL(value).protocol : '';
}

function isOrigin(value: string): boolean {
  if (!['http:', 'https:'].includes(protocolOf(value))) return false;
  const { origin, href } = new URL(value);
  return href === `${origin}/`;
}

function isAesKey(value: string): boolean {
  return /^[A-Za-z0-9+/]+={0,2}$/.test(value) && [16, 24, 32].includes(Buffer.from(value, 'base64').length);
}
