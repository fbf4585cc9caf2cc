import { useEffect, useRef, useState } from 'react';
import { fail } from '#domain/result.ts';
import type { Fallo, Intento, OnFirma } from './attempt-firma.ts';
import type { CertificadoResumido } from './firma-protocol.ts';
import { type CamposDeEfirma, fileIn } from './use-archivos.ts';

export type EstadoDeFirma =
  | { tipo: 'listo' }
  | { tipo: 'ocupado'; progreso: string }
  | { tipo: 'validado'; certificado: CertificadoResumido; ahora: Date }
  | { tipo: 'fallo'; vez: number; fallos: readonly Fallo[] };

/**
 * The password is cleared once used, and with form or page («back» may keep one); it stays after «Validar», and where only the
 * RFC or something missing was at fault. `deSesion`: the certificate to use where none is chosen.
 */
export function useFirma(campos: CamposDeEfirma, whenPlaced: () => Promise<void>, deSesion?: string) {
  const [estado, setEstado] = useState<EstadoDeFirma>({ tipo: 'listo' });
  const underway = useRef<AbortController | null>(null);
  const times = useRef(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the refs never change
  useEffect(() => {
    const secreto = campos.contrasena.current;
    const forget = () => {
      if (secreto) secreto.value = '';
      underway.current?.abort();
      underway.current = null;
      setEstado({ tipo: 'listo' });
    };
    addEventListener('pagehide', forget);
    return () => {
      removeEventListener('pagehide', forget);
      forget();
    };
  }, []);

  async function run(progreso: string, onFirma: OnFirma | null): Promise<void> {
    if (underway.current) return;
    const own = new AbortController();
    underway.current = own;
    setEstado({ tipo: 'ocupado', progreso });
    await whenPlaced();
    const programa = await load().catch(() => null);
    const outcome = programa
      ? await programa.attemptFirma(readFields(campos, deSesion), onFirma, own.signal)
      : fail([{ codigo: 'FIRMADOR_NO_DISPONIBLE', campo: null, mensaje: SIN_PROGRAMA }]);
    if (own.signal.aborted) return;
    if (!(outcome.ok && !onFirma) && !isOfOthers(outcome)) clear(campos);
    if (outcome.ok && onFirma) return;
    underway.current = null;
    setEstado(
      outcome.ok
        ? { tipo: 'validado', certificado: outcome.value, ahora: new Date() }
        : { tipo: 'fallo', vez: ++times.current, fallos: outcome.error },
    );
  }

  const reconsider = () => setEstado((before) => (before.tipo === 'validado' ? { tipo: 'listo' } : before));
  return { estado, run, reconsider };
}

function readFields({ rfc, certificado, llave, contrasena }: CamposDeEfirma, deSesion: string | undefined) {
  return {
    rfc: rfc.current?.value ?? '',
    certificado: fileIn(certificado) ?? (deSesion === undefined ? undefined : fileOf(deSesion)),
    llave: fileIn(llave),
    contrasena: contrasena.current?.value ?? '',
  };
}

/** What opens and signs is loaded when the form is first used: a page that is only read does without it. */
const load = () => import('./attempt-firma.ts');

export function prepareFirma(): void {
  load().catch(() => undefined);
}

const SIN_PROGRAMA =
  'No se pudo cargar el programa que firma. Revisa tu conexión a internet, vuelve a cargar la página e inténtalo de nuevo.';

function fileOf(base64: string): File {
  return new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], 'certificado.cer');
}

function isOfOthers(outcome: Intento): boolean {
  return !outcome.ok && outcome.error.every(({ codigo, campo }) => codigo.endsWith('_FALTA') || campo === 'rfc');
}

function clear({ contrasena }: CamposDeEfirma): void {
  if (contrasena.current) contrasena.current.value = '';
}
