import { cleanText } from '#formats/texto/texto-limpio.ts';
import { parseRegistroPatronal, hasValidCheckDigit as registroHasValidCheckDigit } from '../registro-patronal.ts';
import { parseRfc, hasValidCheckDigit as rfcHasValidCheckDigit } from '../rfc.ts';
import type { Columna, Encabezado } from './columnas.ts';
import { gravedadDe, type Motivo, type Observacion } from './observacion.ts';

export interface RegistroDelPadron {
  rfc: string;
  nombre: string;
  registroPatronal: string;
  subdelegacion: string;
  domicilio: string;
  estado: 'VIGENTE' | 'BAJA';
}

const LARGOS = { nombre: 300, subdelegacion: 120, domicilio: 500 } as const;
const ESTADOS: Record<string, RegistroDelPadron['estado']> = { vigente: 'VIGENTE', baja: 'BAJA' };

/** What was read in another encoding than it was written in (`MU¥OZ`, `MUÃ‘OZ`) would be printed on acuses for ever. */
const DANADOS = [
  /[\ufffd\u0080-\u0084\u0086-\u009f]/,
  // UTF-8 read as windows-1252, whose signs for 0x80 to 0xBF these are.
  /[ÃÂ][\u0080-¿€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€/,
  /[¢£¤¥¬ÐŸƒˆ˜˙‚„√∫∞≈≠≤≥◊\u2500-\u259f]/,
  /\p{L}[¡¦-©«®-³µ¶¸¹»-¿×÷†‡•…‰‹›€™⁄\u25a0-\u25ff]\p{L}/u,
  /\p{Lu}[àâèêëìîïòôùûýçšœž]\p{Lu}|\p{Ll}[ÀÂÈÊËÌÎÏÒÔÙÛÝÇŠŒŽ]\p{Ll}/u,
  /(?![\p{Script=Latin}\p{Script=Inherited}\p{Lm}])[\p{L}\p{M}]/u,
];

function isDanado(valor: string): boolean {
  return /[^ -~]/.test(valor) && DANADOS.some((signo) => signo.test(valor));
}

/** Reads a row. With a registro the observaciones are avisos; without one, errors: an aviso says that it was loaded. */
export function readRegistroDelPadron(
  campos: readonly string[],
  { indices, total }: Encabezado,
): { registro: RegistroDelPadron | null; observaciones: Observacion[] } {
  const sobran = campos.slice(total).some((campo) => campo.trim() !== '');
  if (campos.length < total || sobran) {
    return { registro: null, observaciones: [{ columna: null, motivo: 'COLUMNAS', valor: campos.join(' | ') }] };
  }
  const observaciones: Observacion[] = [];
  const read = (columna: Columna, reader: (text: string) => Lectura) => {
    const valor = campos[indices[columna]] ?? '';
    const { value = '', motivo }: Lectura = isDanado(valor) ? { motivo: 'CARACTERES' } : reader(valor);
    if (motivo) observaciones.push({ columna, motivo, valor });
    return value;
  };
  const registro = {
    rfc: read('rfc', readRfc),
    nombre: read('nombre', readTexto(LARGOS.nombre)),
    registroPatronal: read('registro_patronal', readNumero),
    subdelegacion: read('subdelegacion', readTexto(LARGOS.subdelegacion)),
    domicilio: read('domicilio', readTexto(LARGOS.domicilio, { canBeEmpty: true })),
    estado: read('estado', readEstado),
  } as RegistroDelPadron;
  const errores = observaciones.filter((observacion) => gravedadDe(observacion) === 'error');
  return errores.length > 0 ? { registro: null, observaciones: errores } : { registro, observaciones };
}

type Lectura = { value?: string; motivo?: Motivo | undefined };

function readRfc(text: string): Lectura {
  const rfc = parseRfc(text);
  if (rfc.ok) return { value: rfc.value, motivo: rfcHasValidCheckDigit(rfc.value) ? undefined : 'RFC_DIGITO' };
  if (text.trim() === '') return { motivo: 'VACIO' };
  return { motivo: rfc.error === 'RFC_GENERICO' ? 'RFC_GENERICO' : 'RFC_FORMA' };
}

function readNumero(text: string): Lectura {
  const numero = parseRegistroPatronal(text);
  if (!numero.ok) return { motivo: text.trim() === '' ? 'VACIO' : 'REGISTRO_FORMA' };
  return { value: numero.value, motivo: registroHasValidCheckDigit(numero.value) ? undefined : 'REGISTRO_DIGITO' };
}

function readTexto(largo: number, { canBeEmpty = false } = {}): (text: string) => Lectura {
  return (text) => {
    const clean = cleanText(text);
    if (clean === '' && !canBeEmpty) return { motivo: 'VACIO' };
    return clean.length > largo ? { motivo: 'LARGO' } : { value: clean };
  };
}

function readEstado(text: string): Lectura {
  const key = cleanText(text).toLowerCase();
  const value = ESTADOS[key];
  return value ? { value } : { motivo: key === '' ? 'VACIO' : 'ESTADO' };
}
