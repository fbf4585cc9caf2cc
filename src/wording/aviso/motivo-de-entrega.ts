/** Enhanced status codes of mail servers (RFC 3463), the first that fits; the class (5., or 4. of what was given up) is left out. */
const DE_CORREO: readonly [RegExp, string][] = [
  [/^1\.[16]$|^1\.10$/, 'esa dirección no existe en su servidor de correo'],
  [/^1\.[23]$|^4\.4$|^1\.8$/, 'el dominio de esa dirección no existe o no recibe correo'],
  [/^2\.1$/, 'ese buzón está desactivado'],
  [/^2\.2$/, 'ese buzón está lleno'],
  [/^2\.3$|^3\.4$/, 'el mensaje es demasiado grande para ese buzón'],
  [/^4\.[17]$/, 'su servidor de correo no respondió en varios días'],
  [/^7\./, 'su servidor de correo lo rechazó por sus reglas de seguridad o de spam'],
];

/** Twilio's error codes of a message that was taken and did not arrive, and its state where there is none. */
const DE_SMS: Record<string, string> = {
  canceled: 'su envío se canceló antes de que saliera',
  30002: 'la cuenta que envía los SMS está suspendida',
  30003: 'el teléfono está apagado o sin señal',
  30004: 'el teléfono tiene bloqueados estos mensajes',
  30005: 'ese número no existe o ya no está en uso',
  30006: 'ese número es de un teléfono fijo o su compañía no recibe SMS',
  30007: 'la compañía telefónica lo filtró como no deseado',
  30008: 'la compañía telefónica no dijo la causa',
};

/** After «porque …»; a code that is not known says only that. */
export function explainMotivo(codigo: string): string {
  const subject = /^[45]\.(\d{1,3}\.\d{1,3})$/.exec(codigo)?.[1];
  if (subject) return DE_CORREO.find(([pattern]) => pattern.test(subject))?.[1] ?? 'su servidor de correo lo devolvió';
  return (Object.hasOwn(DE_SMS, codigo) ? DE_SMS[codigo] : undefined) ?? 'no se entregó en ese destino';
}

/** The same, to end a sentence with: «, porque …», or nothing where there is no code. */
export function porMotivo(codigo: string | null): string {
  return codigo ? `, porque ${explainMotivo(codigo)}` : '';
}

export const DEMORADO = 'Varias personas pidieron mensajes a este mismo destino, o alguien dijo que no era suyo.';

/** Of what was handed over whole without any answer, which its provider may have taken or not. */
export const QUIZA_SE_ENTREGO = 'quizá se entregó';

/** The same of a message that is not handed over again. */
export function quizaEntregado(it: string, quien: string, cuando: string): string {
  return `El ${it} ${QUIZA_SE_ENTREGO}: ${quien} lo recibió entero y no contestó. Se dejó de intentar el ${cuando}, para no repetirlo.`;
}
