import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger };

interface LoggerOptions {
  nivel: string;
  now: () => Date;
  /** Where the lines go; the standard output unless told. */
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

/** JSON lines for operators. Timestamps are the portal's clock; what is private is replaced before it is written. */
export function createLogger({ nivel, now, destination }: LoggerOptions): Logger {
  const options = {
    level: nivel,
    base: null,
    timestamp: () => `,"time":"${now().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
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
  const frames = error.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n');
  return { type: error.name, code, message: isPrisma ? undefined : error.message, stack: frames };
}
