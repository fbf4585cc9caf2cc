import { ok, type Result } from '../result.ts';
import { type CorreoError, parseCorreo } from './correo.ts';
import type { Mecanismo } from './mecanismo.ts';
import { parseTelefono, type TelefonoError } from './telefono.ts';

export interface MedioLeido {
  mecanismo: Mecanismo;
  valor: string;
  valorComparable: string;
  prefijoQuitado: string | null;
}

export function parseMedio(mecanismo: Mecanismo, text: string): Result<MedioLeido, CorreoError | TelefonoError> {
  if (mecanismo === 'TELEFONO') {
    const telefono = parseTelefono(text);
    return telefono.ok ? ok({ mecanismo, ...telefono.value }) : telefono;
  }
  const correo = parseCorreo(text);
  return correo.ok ? ok({ mecanismo, ...correo.value, prefijoQuitado: null }) : correo;
}
