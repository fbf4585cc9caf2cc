import { createHash } from 'node:crypto';
import type { Validez } from './ask-validez.ts';

/** Its place is wide enough for each number that may be put there. */
const LUGAR = '9999999999';
const NOMBRE = 'Sello de tiempo';

/**
 * A document of ours with a second revision after its bytes, which stay as they are: a document time stamp to be filled
 * (ETSI EN 319 142-1, 5.5) and, under it, what the seal's validity is judged by. Its field is outside of the page: PDF/UA-1 asks for
 * no tag there (7.18.1), and PDF/A-2 for no appearance of what has no size (6.3.3).
 */
export function addRevision(pdf: Buffer, { autoridades, respuestas, listas }: Validez, reserva: number): Buffer {
  const { text, tabla, total, raiz, info, id } = readTrailer(pdf);
  const nuevos: [numero: number, contenido: string][] = [];
  const read = (numero: number) => {
    const start = text.indexOf('\n', Number(text.slice(tabla).split('\n')[2 + numero]?.slice(0, 10))) + 1;
    return text.slice(start, text.indexOf('\nendobj', start));
  };
  const add = (contenido: string) => `${nuevos.push([total + nuevos.length, contenido]) + total - 1} 0 R`;
  const store = (partes: readonly Uint8Array[]) => partes.map((der) => add(streamOf(der))).join(' ');
  const catalogo = read(raiz);
  const formulario = refOf(catalogo, 'AcroForm ');
  const pagina = refOf(read(refOf(read(formulario), 'Fields [')), 'P ');
  const partes = `/Certs [${store(autoridades)}]\n/OCSPs [${store(respuestas)}]\n/CRLs [${store(listas)}]`;
  const dss = add(`<<\n/Type /DSS\n${partes}\n>>`);
  const sello = add(
    `<<\n/Type /DocTimeStamp\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.RFC3161\n/ByteRange [0 ${LUGAR} ${LUGAR} ${LUGAR}]\n/Contents <${'00'.repeat(reserva)}>\n>>`,
  );
  const campo = add(
    `<<\n/Type /Annot\n/Subtype /Widget\n/FT /Sig\n/T (${NOMBRE})\n/TU (${NOMBRE})\n/V ${sello}\n/F 132\n/P ${pagina} 0 R\n/Rect [-1 -1 -1 -1]\n>>`,
  );
  const size = total + nuevos.length;
  nuevos.push(
    [formulario, read(formulario).replace('/Fields [', `/Fields [${campo} `)],
    [pagina, read(pagina).replace('/Annots [', `/Annots [${campo} `)],
    [raiz, catalogo.replace(/\/DSS \d+ 0 R\n/, '').replace('/Type /Catalog', `/Type /Catalog\n/DSS ${dss}`)],
  );
  let cola = '';
  let renglones = '';
  for (const [numero, contenido] of nuevos) {
    renglones += `${numero} 1\n${String(text.length + cola.length).padStart(10, '0')} 00000 n \n`;
    cola += `${numero} 0 obj\n${contenido}\nendobj\n`;
  }
  const propio = createHash('sha256').update(pdf).digest('hex').slice(0, 32);
  const trailer = `/Size ${size}\n/Root ${raiz} 0 R\n/Info ${info} 0 R\n/ID [${id} <${propio}>]\n/Prev ${tabla}`;
  const fin = `xref\n${renglones}trailer\n<<\n${trailer}\n>>\nstartxref\n${text.length + cola.length}\n%%EOF\n`;
  return Buffer.concat([pdf, Buffer.from(cola + fin, 'latin1')]);
}

/** As pdfkit writes it: objects uncompressed, with one table (ISO 32000-1, 7.5.4 and 7.5.6). */
function readTrailer(pdf: Buffer) {
  const text = pdf.toString('latin1');
  const tabla = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  const trailer = text.slice(text.indexOf('trailer', tabla));
  const [total = Number.NaN, raiz = Number.NaN, info] = ['Size ', 'Root ', 'Info '].map((name) => refOf(trailer, name));
  return { text, tabla, total, raiz, info, id: /\/ID \[(<\w+>)/.exec(trailer)?.[1] };
}

function refOf(objeto: string, name: string): number {
  return Number.parseInt(objeto.split(`/${name}`)[1] ?? '', 10);
}

function streamOf(der: Uint8Array): string {
  return `<<\n/Length ${der.length}\n>>\nstream\n${Buffer.from(der).toString('latin1')}\nendstream`;
}
