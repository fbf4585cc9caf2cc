import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { mensajeDeReenvioDeSoporte } from '#wording/mensajes/mensajes-soporte.ts';

const HECHOS: Record<string, string> = {
  reenviado: 'El mensaje se enviará otra vez: es el mismo enlace o código, y el plazo no cambia.',
  nota: 'La nota se agregó.',
};

export function NovedadDelFolio({ hecho, error }: { hecho?: string; error?: string }) {
  const message = error && mensajeDeReenvioDeSoporte(error);
  if (message) return <Aviso tipo="error">{message}</Aviso>;
  if (!hecho || !Object.hasOwn(HECHOS, hecho)) return null;
  return <Aviso tipo="exito">{HECHOS[hecho]}</Aviso>;
}
