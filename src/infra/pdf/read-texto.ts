import { inflateSync } from 'node:zlib';
import { LETRA_PERDIDA } from '#domain/acuse/texto-copiado.ts';

const ENTRADA = 20;

/**
 * What is drawn, in that order, as its fonts name each letter (ToUnicode; ISO 32000-1, 9.10.3). Only for what pdfkit
 * writes for us: no object streams, no encodings but Identity-H. Throws RangeError on any other file.
 */
export function readTexto(pdf: Buffer): string {
  const objetos = openObjetos(pdf);
  const known = new Map<number, string[]>();
  const nombresDe = (fuente: number) => {
    const nombres = known.get(fuente) ?? readNombres(objetos.stream(ref(objetos.dict(fuente), 'ToUnicode')));
    known.set(fuente, nombres);
    return nombres;
  };
  const raiz = ref(pdf.toString('latin1', pdf.lastIndexOf('trailer')), 'Root');
  const [, hijas = ''] = /\/Kids \[(.*?)\]/s.exec(objetos.dict(ref(objetos.dict(raiz), 'Pages'))) ?? [];
  const paginas = Array.from(hijas.matchAll(/(\d+) 0 R/g), ([, id]) => objetos.dict(Number(id)));
  return paginas.map((pagina) => readPagina(objetos, pagina, nombresDe)).join('');
}

function readPagina(objetos: Objetos, pagina: string, nombresDe: (fuente: number) => string[]): string {
  const recursos = objetos.dict(ref(pagina, 'Resources'));
  let nombres: string[] = [];
  let texto = '';
  for (const [, fuente, trozos] of objetos.stream(ref(pagina, 'Contents')).matchAll(/\/(F\d+) \S+ Tf|\[(.*?)\] TJ/gs)) {
    if (fuente) nombres = nombresDe(ref(recursos, fuente));
    for (const [, hex = ''] of trozos?.matchAll(/<([0-9a-f]*)>/g) ?? [])
      for (const code of hex.match(/.{4}/g) ?? []) texto += nombres[Number.parseInt(code, 16)] || LETRA_PERDIDA;
  }
  return texto;
}

/** What each glyph is called, in their order, as pdfkit writes it: `<0000> <00ff> [<0000> <0042> <d83d de00> <>]`. */
function readNombres(cmap: string): string[] {
  const rangos = /beginbfrange(.*)endbfrange/s.exec(cmap)?.[1] ?? '';
  const nombres = Array.from(rangos.matchAll(/\[(.*?)\]/gs), ([, lista = '']) => lista.match(/<.*?>/g) ?? []).flat();
  const units = nombres.map((nombre) => Buffer.from(nombre.replace(/[^0-9a-f]/g, ''), 'hex'));
  return units.map((bytes) => bytes.swap16().toString('utf16le'));
}

type Objetos = ReturnType<typeof openObjetos>;

function openObjetos(pdf: Buffer) {
  const tabla = Number(/startxref\s+(\d+)/.exec(pdf.toString('latin1', pdf.lastIndexOf('startxref')))?.[1]);
  const [cabeza] = /^xref\n0 \d+\n/.exec(pdf.toString('latin1', tabla, tabla + ENTRADA)) ?? [];
  if (cabeza === undefined) throw new RangeError('not a document of ours');
  const start = (id: number) => {
    const entrada = tabla + cabeza.length + id * ENTRADA;
    return Number(pdf.toString('latin1', entrada, entrada + 10));
  };
  const end = (id: number) => {
    const [stream, object] = ['stream\n', 'endobj'].map((word) => pdf.indexOf(word, start(id))) as [number, number];
    return stream === -1 ? object : Math.min(stream, object);
  };
  const dict = (id: number) => pdf.toString('latin1', start(id), end(id));
  const stream = (id: number) => {
    const length = Number(/\/Length (\d+)/.exec(dict(id))?.[1]);
    const from = end(id) + 'stream\n'.length;
    return inflateSync(pdf.subarray(from, from + length)).toString('latin1');
  };
  return { dict, stream };
}

function ref(dict: string, name: string): number {
  const id = new RegExp(`/${name} (\\d+) 0 R`).exec(dict)?.[1];
  if (id === undefined) throw new RangeError(`no /${name}: not a document of ours`);
  return Number(id);
}
