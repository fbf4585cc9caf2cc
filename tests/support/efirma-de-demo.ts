import { unzipSync } from 'fflate';

/** An e.firma as a person has it: two files, and what is typed beside them. */
export interface Efirma {
  rfc: string;
  nombre: string;
  contrasena: string;
  cer: Archivo;
  key: Archivo;
}

/** A file to choose in a file input. */
export interface Archivo {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** Downloads one of the e.firmas that `/demo` offers, with its password, and unzips it. */
export async function downloadEfirma(portalUrl: string, slug: string): Promise<Efirma> {
  const catalogo = (await (await fetch(`${portalUrl}/demo/efirmas.json`)).json()) as (Efirma & { slug: string })[];
  const found = catalogo.find((efirma) => efirma.slug === slug);
  if (!found) throw new Error(`/demo/efirmas.json has no ${slug}`);
  const zip = unzipSync(new Uint8Array(await (await fetch(`${portalUrl}/demo/efirmas/${slug}.zip`)).arrayBuffer()));
  const contrasena = Buffer.from(zip['contrasena.txt'] ?? []).toString('utf8');
  if (contrasena !== found.contrasena)
    throw new Error(`contrasena.txt of ${slug} is not the password of the catalogue`);
  const { rfc, nombre } = found;
  return { rfc, nombre, contrasena, cer: archivo('efirma.cer', zip), key: archivo('efirma.key', zip) };
}

/** A file of any content under any name, for what is not an e.firma at all. */
export function makeArchivo(name: string, content: Uint8Array | string): Archivo {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) };
}

function archivo(name: string, zip: Record<string, Uint8Array>): Archivo {
  const content = zip[name];
  if (!content) throw new Error(`the ZIP has no ${name}`);
  return makeArchivo(name, content);
}
