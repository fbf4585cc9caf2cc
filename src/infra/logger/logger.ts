import { type DestinationStream, type Logger, pino } from 'pino';
import { currentHilo } from './hilo.ts';

export type { Logger };

interface LoggerOptions {
  nivel: string;
  now: () => Date;
  destination?: DestinationStream;
}

/** Fields that are a secret or tell who a person is, wherever they are logged (one level down too). */
const PRIVATE_FIELDS = [
  'authorization',
  'cookie',
  'set-cookie',
  'password',
  'contrasena',
  'secret',
  'token',
  'authToken',
  'codigo',
  'enlace',
  'firma',
  'key',
  'llave',
  'nonce',
  'databaseUrl',
  'smtpUrl',
  'connectionString',
  'rfc',
  'curp',
  'nombre',
  'correo',
  'telefono',
  'celular',
  'valor',
  'valorComparable',
  'destino',
  'to',
  'body',
  'text',
  'html',
  'domicilio',
];

/** What tells who somebody is, or lets them in, by its shape: in what others wrote no field says that it is private. */
const PRIVATE_TEXT = [
  /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu,
  /(?<![A-Z\d])[A-ZÑ&]{3,4}\d{6}(?:[A-Z\d]{3}|[A-Z]{6}[A-Z\d]\d)(?![A-Z\d])/g,
  /(?<![\w.-])(?:\+|%2B)?(?:52)?1?\d{10}(?![\w.-])/g,
  /(?<=\/validar\/correo\/)[\w-]{20,}/g,
];

/** JSON lines for operators, each with the request or the job that it comes from. Timestamps are the portal's clock; what is private is replaced before it is written. */
export function createLogger({ nivel, now, destination }: LoggerOptions): Logger {
  const options = {
    level: nivel,
    base: null,
    timestamp: () => `,"time":"${now().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    mixin: () => {
      const { requestId, ruta, tarea } = currentHilo() ?? {};
      return { requestId, ruta, tarea };
    },
    hooks: {
      streamWrite: (line: string) => PRIVATE_TEXT.reduce((text, shape) => text.replace(shape, '[privado]'), line),
    },
    redact: {
      paths: PRIVATE_FIELDS.flatMap((field) => [`["${field}"]`, `*["${field}"]`, `*.*["${field}"]`]),
      censor: '[privado]',
    },
    serializers: { err: serializeError, error: serializeError },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** An error without its message when that quotes a query: Prisma's messages hold the arguments, hence people's data. */
function serializeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const isPrisma = error.name.startsWith('PrismaClient');
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at '));
  return { type: error.name, code, message: isPrisma ? undefined : error.message, stack: frames?.join('\n') };
}
