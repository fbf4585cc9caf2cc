import { useEffect, useRef, useState } from 'react';
import { fail, type Result } from '#domain/result.ts';
import type { Fallo, OnFirma } from './attempt-firma.ts';
import { type CamposDeEfirma, fileIn } from './campos-de-efirma.ts';
import type { CertificadoResumido } from './firma-protocol.ts';

export type EstadoDeFirma =
  | { tipo: 'listo' }
  | { tipo: 'ocupado'; progreso: string }
  | { tipo: 'validado'; certificado: CertificadoResumido; ahora: Date }
  | { tipo: 'fallo'; vez: number; fallos: readonly Fallo[] };

/** The password is cleared once used, and with form or page («back» may keep one); it stays only after «Validar». */
export function useFirma(campos: CamposDeEfirma, whenPlaced: () => Promise<void>) {
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
      ? await programa.attemptFirma(readFields(campos), onFirma, own.signal)
      : fail([{ codigo: 'FIRMADOR_NO_DISPONIBLE', campo: null, mensaje: SIN_PROGRAMA }]);
    if (own.signal.aborted) return;
    if (!(outcome.ok && !onFirma) && !isMissing(outcome)) clear(campos);
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

function readFields({ rfc, certificado, llave, contrasena }: CamposDeEfirma) {
  return {
    rfc: rfc.current?.value ?? '',
    certificado: fileIn(certificado),
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

function isMissing(outcome: Result<CertificadoResumido, readonly Fallo[]>): boolean {
  return !outcome.ok && outcome.error.every(({ codigo }) => codigo.endsWith('_FALTA'));
}

function clear({ contrasena }: CamposDeEfirma): void {
  if (contrasena.current) contrasena.current.value = '';
}
