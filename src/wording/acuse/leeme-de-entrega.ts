import { paso, writeLeeme } from './leeme.ts';

/** What its titular can prove of what became of a message, and the command that does. */
export const LAS_ENTREGAS = paso(
  'Las constancias de entrega de sus mensajes',
  'Debe responder «Verified OK» por cada una. Dicen a qué dirección fue el mensaje, cuándo, qué contestó el proveedor y qué se informó después: lo que se supo más tarde está en otra, con el número que sigue. Del texto llevan un HMAC: con el archivo del correo o el texto del SMS, el Instituto prueba con «npm run entrega:probar» si es el que se envió.',
  'for x in entrega-*.sig; do b=$(basename "$x" .sig); openssl x509 -in "$b.pem" -noout -pubkey > llave-de-entrega.pem && openssl dgst -sha256 -verify llave-de-entrega.pem -signature "$x" "$b.txt" || exit 1; done',
  'for x in entrega-*.pem; do openssl x509 -in "$x" -noout -subject -dates -fingerprint -sha256; done',
);

/** `LEEME.txt` of what became of one message. */
export function leemeDeEntrega(mensaje: string): string {
  const cabeza = [
    `Constancia de entrega del mensaje ${mensaje}`,
    '',
    'Con OpenSSL 3 y una terminal abierta en esta carpeta. Que el sello sea del Instituto lo dice la huella de su certificado, publicada',
    'en /registro. Este archivo contiene datos personales: compártelo sólo con quien deba comprobarlo.',
  ];
  return writeLeeme(cabeza, [LAS_ENTREGAS]);
}
