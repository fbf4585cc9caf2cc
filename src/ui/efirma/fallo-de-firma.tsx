import { Aviso } from '../components/aviso/aviso.tsx';
import type { Fallo } from './attempt-firma.ts';

const ENLACES: Record<string, { href: string; texto: string }> = {
  SESION_TERMINADA: { href: '/ingresar', texto: 'Ingresar de nuevo' },
  FALTAN_MEDIOS: { href: '/buzon/medios-de-contacto', texto: 'Validar mis medios' },
  TEXTO_NUEVO: { href: '/buzon/activacion', texto: 'Leer el texto nuevo' },
  YA_FIRMADA: { href: '/buzon/activacion', texto: 'Ver la solicitud firmada' },
};

/** What went wrong, with the name of the file at fault and, where there is one, the way on. It takes the focus. */
export function FalloDeFirma({ id, fallo, archivo }: { id: string; fallo: Fallo; archivo: string }) {
  const enlace = ENLACES[fallo.codigo];
  return (
    <Aviso tipo="error">
      <p id={id}>
        {archivo && <strong>{archivo}: </strong>}
        {fallo.mensaje}
      </p>
      {enlace && <a href={enlace.href}>{enlace.texto}</a>}
    </Aviso>
  );
}
