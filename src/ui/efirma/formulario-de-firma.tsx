'use client';

import type { ComponentProps } from 'react';
import { ok, type Result } from '#domain/result.ts';
import { useRuta } from '../components/enlace/enlace.tsx';
import type { OnFirma } from './attempt-firma.ts';
import { FormularioEfirma } from './formulario-efirma.tsx';

/** «Firma digital» of a document: `prepare` gives the cadena original, `sign` takes its signature (server actions). */
export function FormularioDeFirma({ rfc, prepare, sign, alTerminar, ...partes }: Props) {
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
  return <FormularioEfirma modo="firmar" rfcInicial={rfc} onFirma={onFirma} {...partes} />;
}
interface Props extends Omit<ComponentProps<typeof FormularioEfirma>, 'modo' | 'rfcInicial' | 'onFirma'> {
  rfc: string;
  prepare: () => Promise<Result<{ nonce: string; cadenaOriginal: string }, string>>;
  /** Certificate and signature in base64. */
  sign: (input: { nonce: string; certificado: string; firma: string }) => Promise<Result<unknown, string>>;
  alTerminar: string;
}
