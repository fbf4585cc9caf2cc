import { fail, ok, type Result } from '#domain/result.ts';
import type { CodigoDeFirma } from '#wording/mensajes/mensajes-efirma.ts';
import { type Answer, failWith, MAX_FILE_BYTES } from './campo.ts';
import type { CertificadoResumido, FirmaRequest, ParPorAbrir } from './firma-protocol.ts';
import type { Proposito } from './sign-text.ts';

export interface EfirmaElegida {
  certificado: File | undefined;
  llave: File | undefined;
  contrasena: string;
}

/** An e.firma whose key is open in a worker of its own. Whoever holds it must close it, whatever happens. */
export interface EfirmaAbierta {
  certificado: CertificadoResumido;
  /** The certificate's DER in base64, for the server. */
  certificadoBase64: string;
  /** Signs the UTF-8 bytes of a text (RSASSA-PKCS1-v1_5, SHA-256); the signature in base64. */
  sign(proposito: Proposito, texto: string): Promise<Result<string, CodigoDeFirma>>;
  close(): void;
}

/**
 * The key goes to a Web Worker and nowhere else. Ask for the challenge after this: a wrong password then spends none.
 * `signal` ends the worker: what was being waited for then never comes. Gives every fault at once.
 */
export async function openEfirma(elegida: EfirmaElegida, signal: AbortSignal): Promise<Answer<EfirmaAbierta>> {
  if (!globalThis.isSecureContext || !globalThis.crypto?.subtle) return failWith('CONTEXTO_INSEGURO');
  const certificado = await readFile(elegida.certificado, 'certificado');
  const llave = await readFile(elegida.llave, 'llave');
  const contrasena = new TextEncoder().encode(elegida.contrasena).buffer;
  const missing = [certificado, llave].flatMap((file) => (file.ok ? [] : file.error));
  if (elegida.contrasena === '') missing.push({ codigo: 'CONTRASENA_FALTA', campo: 'contrasena' });
  const request = {
    step: 'open',
    certificado: certificado.ok ? certificado.value : null,
    llave: llave.ok ? llave.value : null,
    contrasena,
  } as const;
  if (!request.certificado && !request.llave) return fail(missing);
  const opened = await openInWorker(request, signal);
  return opened.ok ? opened : fail([...missing, ...opened.error]);
}

async function openInWorker(request: ParPorAbrir, signal: AbortSignal): Promise<Answer<EfirmaAbierta>> {
  const worker = new Worker(new URL('./efirma.worker.ts', import.meta.url), { type: 'module' });
  signal.addEventListener('abort', () => worker.terminate());
  const transfer = [request.certificado, request.llave, request.contrasena].filter((buffer) => buffer !== null);
  const answer = await ask<CertificadoResumido>(worker, request, transfer);
  if (!answer.ok) {
    worker.terminate();
    return answer;
  }
  return ok({
    certificado: answer.value,
    certificadoBase64: toBase64(answer.value.der),
    sign: async (proposito, texto) => {
      const signed = await ask<ArrayBuffer>(worker, { step: 'sign', proposito, texto });
      return signed.ok ? ok(toBase64(new Uint8Array(signed.value))) : fail(signed.error[0]?.codigo ?? UNAVAILABLE);
    },
    close: () => worker.terminate(),
  });
}

/** One question, one answer. A worker that cannot be loaded answers too. */
function ask<Value>(worker: Worker, request: FirmaRequest, transfer: Transferable[] = []): Promise<Answer<Value>> {
  return new Promise((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<Answer<Value>>) => resolve(data);
    worker.onerror = () => resolve(failWith(UNAVAILABLE));
    worker.postMessage(request, transfer);
  });
}

async function readFile(file: File | undefined, campo: 'certificado' | 'llave'): Promise<Answer<ArrayBuffer>> {
  if (!file) return failWith(campo === 'certificado' ? 'CERTIFICADO_FALTA' : 'LLAVE_FALTA', campo);
  if (file.size > MAX_FILE_BYTES) return failWith('ARCHIVO_DEMASIADO_GRANDE', campo);
  try {
    return ok(await file.arrayBuffer());
  } catch {
    return failWith('ARCHIVO_YA_NO_ESTA', campo);
  }
}

const UNAVAILABLE = 'FIRMADOR_NO_DISPONIBLE';

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
