import type { Mecanismo } from './medio-de-contacto/mecanismo.ts';

const OCULTO = '•••';

export function maskMedio({ mecanismo, valor }: { mecanismo: Mecanismo; valor: string }): string {
  return mecanismo === 'TELEFONO' ? maskTelefono(valor) : maskCorreo(valor);
}

export function maskCorreo(correo: string): string {
  const at = correo.lastIndexOf('@');
  const dominio = correo.slice(at + 1);
  return `${first(correo.slice(0, at))}${OCULTO}@${first(dominio)}${OCULTO}${dominio.slice(dominio.lastIndexOf('.'))}`;
}

export function maskTelefono(telefono: string): string {
  const digits = telefono.replace(/\D/g, '');
  return `•••• •• ${digits.slice(-4, -2)} ${digits.slice(-2)}`;
}

/** The letters of the name and the last two signs: the date of birth or foundation is not shown. */
export function maskRfc(rfc: string): string {
  return `${rfc.slice(0, -9)}•••••••${rfc.slice(-2)}`;
}

export function maskNombre(nombre: string): string {
  return nombre
    .split(/\s+/u)
    .filter(Boolean)
    .map((word) => first(word) + OCULTO)
    .join(' ');
}

function first(text: string): string {
  return Array.from(text)[0] ?? '';
}
