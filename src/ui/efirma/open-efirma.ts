import { fail, ok, type Result } from '#domain/result.ts';
import type { CodigoDeFirma } from '../mensajes-efirma.ts';
import type { FirmaFailure } from './firma-failure.ts';
import type { CertificadoResumido, FirmaRequest, OpenAnswer, SignAnswer } from './firma-protocol.ts';
import type { Proposito } from './sign-text.ts';
import { MAX_FILE_BYTES } from './tamano-maximo.ts';

/** What a person chose and typed. */
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
  /** Ends the worker and with it the key. */
  close(): void;
}

/**
 * Opens an e.firma in a Web Worker, which is loaded only now. The key and its password go there and nowhere else. Ask
 * the server for its challenge after this, so that none is spent on a wrong password. `signal` ends the worker at any
 * moment; what was being waited for then never comes.
 */
export async function openEfirma(
  elegida: EfirmaElegida,
  signal: AbortSignal,
): Promise<Result<EfirmaAbierta, FirmaFailure>> {
  const { certificado: cer, llave: key } = elegida;
  if (!globalThis.isSecureContext || !globalThis.crypto?.subtle) return failure('CONTEXTO_INSEGURO', null);
  if (!cer) return failure('CERTIFICADO_FALTA', 'certificado');
  if (!key) return failure('LLAVE_FALTA', 'llave');
  if (elegida.contrasena === '') return failure('CONTRASENA_FALTA', 'contrasena');
  const certificado = await readFile(cer, 'certificado');
  if (!certificado.ok) return certificado;
  const llave = await readFile(key, 'llave');
  if (!llave.ok) return llave;
  const contrasena = new TextEncoder().encode(elegida.contrasena).buffer;
  return openInWorker({ step: 'open', certificado: certificado.value, llave: llave.value, contrasena }, signal);
}

async function openInWorker(
  request: Extract<FirmaRequest, { step: 'open' }>,
  signal: AbortSignal,
): Promise<Result<EfirmaAbierta, FirmaFailure>> {
  const worker = new Worker(new URL('./efirma.worker.ts', import.meta.url), { type: 'module' });
  signal.addEventListener('abort', () => worker.terminate());
  const transfer = [request.certificado, request.llave, request.contrasena];
  const answer = await ask<OpenAnswer>(worker, request, transfer);
  if (!answer.ok) {
    worker.terminate();
    return answer;
  }
  return ok({
    certificado: answer.value,
    certificadoBase64: toBase64(answer.value.der),
    sign: (proposito, texto) => signInWorker(worker, { step: 'sign', proposito, texto }),
    close: () => worker.terminate(),
  });
}

async function signInWorker(worker: Worker, request: FirmaRequest): Promise<Result<string, CodigoDeFirma>> {
  const answer = await ask<SignAnswer>(worker, request);
  return answer.ok ? ok(toBase64(new Uint8Array(answer.value))) : fail(answer.error.codigo);
}

/** One question, one answer. A worker that cannot be loaded answers too. */
function ask<Answer extends Result<unknown, FirmaFailure>>(
  worker: Worker,
  request: FirmaRequest,
  transfer: Transferable[] = [],
): Promise<Answer | Result<never, FirmaFailure>> {
  return new Promise((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data);
    worker.onerror = () => resolve(failure('FIRMADOR_NO_DISPONIBLE', null));
    worker.postMessage(request, transfer);
  });
}

async function readFile(file: File, campo: 'certificado' | 'llave'): Promise<Result<ArrayBuffer, FirmaFailure>> {
  if (file.size > MAX_FILE_BYTES) return failure('ARCHIVO_DEMASIADO_GRANDE', campo);
  try {
    return ok(await file.arrayBuffer());
  } catch {
    // The file was moved, renamed or changed since it was chosen.
    return failure(campo === 'certificado' ? 'CERTIFICADO_ILEGIBLE' : 'LLAVE_ILEGIBLE', campo);
  }
}

function failure(codigo: CodigoDeFirma, campo: FirmaFailure['campo']): Result<never, FirmaFailure> {
  return fail({ codigo, campo });
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
