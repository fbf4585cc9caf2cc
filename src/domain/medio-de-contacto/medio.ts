import { ok, type Result } from '../result.ts';
import { type CorreoError, parseCorreo } from './correo.ts';
import type { Mecanismo } from './mecanismo.ts';
import { parseTelefono, type TelefonoError } from './telefono.ts';

/** A medio de contacto as it will be stored: e-mail as typed but for its domain, phone in E.164. */
export interface MedioLeido {
  mecanismo: Mecanismo;
  valor: string;
  valorComparable: string;
  /** An old prefix that was taken off the number: say so. */
  prefijoQuitado: string | null;
}

/** Reads what a person typed in «Medio de Contacto» for the mecanismo that was chosen. */
export function parseMedio(mecanismo: Mecanismo, text: string): Result<MedioLeido, CorreoError | TelefonoError> {
  if (mecanismo === 'TELEFONO') {
    const telefono = parseTelefono(text);
    return telefono.ok ? ok({ mecanismo, ...telefono.value }) : telefono;
  }
  const correo = parseCorreo(text);
  return correo.ok ? ok({ mecanismo, ...correo.value, prefijoQuitado: null }) : correo;
}
