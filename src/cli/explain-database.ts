import { Fault } from '#server/fault.ts';
import { FallaDeMigracion } from '../../prisma/apply-migrations.ts';

const FALLAS: Record<string, string> = {
  ECONNREFUSED: 'nadie responde ahí',
  ECONNRESET: 'corta la conexión',
  ENOTFOUND: 'ese servidor no existe',
  ETIMEDOUT: 'no responde',
  '28P01': 'el usuario o la contraseña no son correctos',
  '28000': 'no deja entrar a ese usuario',
  '3D000': 'esa base no existe',
  '53300': 'no admite más conexiones',
  '08P01': 'el pooler no deja pasar: quita «options» de la dirección y lee su registro',
  '57P03': 'todavía está arrancando',
};

/** Tells in one line why the database of a setting cannot be used; what is not about reaching it is thrown on. */
export function explainDatabase(variable: string): (error: unknown) => never {
  return (error) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const falla = error instanceof FallaDeMigracion ? error.message : FALLAS[code] && `${FALLAS[code]} (${code}).`;
    if (falla === undefined) throw error;
    throw new Fault(`No se puede usar la base de datos de ${variable}: ${falla}`, { cause: error });
  };
}
