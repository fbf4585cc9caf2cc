import { fail, ok } from '#domain/result.ts';
import type { FirmaRequest, OpenAnswer, SignAnswer } from './firma-protocol.ts';
import type { CertificadoElegido } from './judge-pair.ts';
import { openPair, type ParAbierto } from './open-pair.ts';
import { signText, type TextoPorFirmar } from './sign-text.ts';

/** The open key lives here, where no script of the page can reach it, until the page ends this worker. */
let abierto: ParAbierto | null = null;

self.onmessage = async ({ data }: MessageEvent<FirmaRequest>) => {
  const answer = data.step === 'open' ? open(data) : sign(data);
  self.postMessage(await answer.catch(() => fail({ codigo: 'FIRMADOR_NO_DISPONIBLE', campo: null })));
};

async function open(request: Extract<FirmaRequest, { step: 'open' }>): Promise<OpenAnswer> {
  const par = {
    certificado: new Uint8Array(request.certificado),
    llave: new Uint8Array(request.llave),
    contrasena: new Uint8Array(request.contrasena),
  };
  try {
    const opened = await openPair(par);
    if (!opened.ok) return opened;
    abierto = opened.value;
    return ok(summarize(opened.value.certificado));
  } finally {
    par.llave.fill(0);
    par.contrasena.fill(0);
  }
}

async function sign(request: TextoPorFirmar): Promise<SignAnswer> {
  if (!abierto) return fail({ codigo: 'FIRMADOR_NO_DISPONIBLE', campo: null });
  const signed = await signText(abierto, request, self.location.host);
  return signed.ok ? signed : fail({ codigo: signed.error, campo: null });
}

function summarize({ rfc, nombre, serie, validoHasta, der }: CertificadoElegido) {
  return { rfc, nombre, serie, validoHasta, der: Uint8Array.from(der) };
}
