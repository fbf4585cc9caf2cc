import type { Answer } from '#ui/efirma/campo.ts';
import type { CertificadoResumido, FirmaRequest } from '#ui/efirma/firma-protocol.ts';

/** An e.firma and what it signs, as the bench hands them to its page. */
export interface Encargo {
  cer: number[];
  key: number[];
  contrasena: string;
  texto: string;
}

export type Modo = 'propio' | 'forge';

/** Opens the key and signs in a worker; answers the signature. */
type Firmar = (worker: Worker, encargo: Encargo) => Promise<ArrayBuffer>;

const MODOS: Record<Modo, { script: string; firmar: Firmar }> = {
  propio: { script: '/efirma.worker.js', firmar: signWithOurs },
  forge: { script: '/firma-con-forge.worker.js', firmar: signWithForge },
};

const warm = new Map<Modo, Worker>();

/** Milliseconds for each time, with a worker that is there already, or with a new one each time. */
async function medir(modo: Modo, encargo: Encargo, times: number, isFresh: boolean): Promise<number> {
  const { script, firmar } = MODOS[modo];
  const start = performance.now();
  for (let time = 0; time < times; time++) {
    const worker = (isFresh ? undefined : warm.get(modo)) ?? new Worker(script, { type: 'module' });
    const firma = await firmar(worker, encargo);
    if (firma.byteLength !== 256) throw new Error('that is no signature');
    if (isFresh) worker.terminate();
    else warm.set(modo, worker);
  }
  return (performance.now() - start) / times;
}

async function signWithOurs(worker: Worker, { cer, key, contrasena, texto }: Encargo): Promise<ArrayBuffer> {
  const opened = await ask<Answer<CertificadoResumido>>(worker, {
    step: 'open',
    certificado: Uint8Array.from(cer).buffer,
    llave: Uint8Array.from(key).buffer,
    contrasena: new TextEncoder().encode(contrasena).buffer,
  } satisfies FirmaRequest);
  if (!opened.ok) throw new Error(opened.error[0]?.codigo);
  const signed = await ask<Answer<ArrayBuffer>>(worker, {
    step: 'sign',
    proposito: 'DOCUMENTO',
    texto,
  } satisfies FirmaRequest);
  if (!signed.ok) throw new Error(String(signed.error[0]?.codigo));
  return signed.value;
}

function signWithForge(worker: Worker, { key, contrasena, texto }: Encargo): Promise<ArrayBuffer> {
  return ask<ArrayBuffer>(worker, { llave: Uint8Array.from(key).buffer, contrasena, texto });
}

function ask<Answer>(worker: Worker, question: unknown): Promise<Answer> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(question);
  });
}

Object.assign(globalThis, { medir });
