'use client';

import type { ReactNode } from 'react';
import { ok, type Result } from '#domain/result.ts';
import { useRuta } from '../components/enlace/enlace.tsx';
import type { OnFirma } from './attempt-firma.ts';
import { FormularioEfirma } from './formulario-efirma.tsx';

/** «Firma digital» of a document: `prepare` gives the cadena original, `sign` takes its signature (server actions). */
export function FormularioDeFirma({ rfc, deSesion, prepare, sign, alTerminar, encabezado = 'h1', aviso, pie }: Props) {
  const siguiente = useRuta(alTerminar);
  const onFirma: OnFirma = async (efirma) => {
    const prepared = await prepare();
    if (!prepared.ok) return prepared;
    const { nonce, cadenaOriginal } = prepared.value;
    const firma = await efirma.sign('DOCUMENTO', cadenaOriginal);
    if (!firma.ok) return firma;
    const signed = await sign({ nonce, certificado: efirma.certificadoBase64, firma: firma.value });
    if (!signed.ok) return signed;
    location.assign(siguiente);
    return ok(null);
  };
  const partes = { encabezado, deSesion, onFirma, aviso, pie };
  return <FormularioEfirma modo="firmar" rfcInicial={rfc} {...partes} />;
}
interface Props {
  rfc: string;
  /** The e.firma that opened the session, where whoever signs is signed in: its certificate in base64, and its 20 digits. */
  deSesion?: { certificado: string; serie: string };
  prepare: () => Promise<Result<{ nonce: string; cadenaOriginal: string }, string>>;
  /** Certificate and signature in base64. */
  sign: (input: { nonce: string; certificado: string; firma: string }) => Promise<Result<unknown, string>>;
  alTerminar: string;
  /** `h2` below a title. */
  encabezado?: 'h1' | 'h2';
  aviso?: ReactNode;
  pie: ReactNode;
}
