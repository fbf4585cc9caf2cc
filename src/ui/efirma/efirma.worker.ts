import { ok } from '#domain/result.ts';
import { type Answer, failWith } from './campo.ts';
import type { CertificadoResumido, FirmaRequest, ParPorAbrir } from './firma-protocol.ts';
import type { CertificadoElegido } from './judge-certificado.ts';
import { openPair, type ParAbierto } from './open-pair.ts';
import { signText, type TextoPorFirmar } from './sign-text.ts';

/** The open key lives here, where no script of the page can reach it, until the page ends this worker. */
let abierto: ParAbierto | null = null;

self.onmessage = async ({ data }: MessageEvent<FirmaRequest>) => {
  const answer = data.step === 'open' ? open(data) : sign(data);
  self.postMessage(await answer.catch(() => failWith(UNAVAILABLE)));
};

async function open(request: ParPorAbrir): Promise<Answer<CertificadoResumido>> {
  const par = {
    certificado: request.certificado && new Uint8Array(request.certificado),
    llave: request.llave && new Uint8Array(request.llave),
    contrasena: new Uint8Array(request.contrasena),
  };
  try {
    const opened = await openPair(par);
    if (!opened.ok) return opened;
    abierto = opened.value;
    return ok(summarize(opened.value.certificado));
  } finally {
    par.llave?.fill(0);
    par.contrasena.fill(0);
  }
}

async function sign(request: TextoPorFirmar): Promise<Answer<ArrayBuffer>> {
  if (!abierto) return failWith(UNAVAILABLE);
  const signed = await signText(abierto, request, self.location.host);
  return signed.ok ? signed : failWith(signed.error);
}

function summarize({ rfc, nombre, serie, validoDesde, validoHasta, der }: CertificadoElegido) {
  return { rfc, nombre, serie, validoDesde, validoHasta, der: Uint8Array.from(der) };
}

const UNAVAILABLE = 'FIRMADOR_NO_DISPONIBLE';
