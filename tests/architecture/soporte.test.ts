import { expect, it } from 'vitest';
import { describeConsulta } from '#wording/soporte/describe-consulta.ts';
import { importsOf } from './imports.ts';
import { listFiles, listSources, parseFile } from './source.ts';

/** What only a titular may do, or whoever holds their link. No member of the staff may, whatever their role. */
const DEL_TITULAR = [
  'src/tramites/aclaracion/file-aclaracion.ts',
  'src/tramites/medio-de-contacto/insert-medio.ts',
  'src/tramites/medio-de-contacto/remove-medio-de-contacto.ts',
  'src/tramites/medio-de-contacto/remove-registros-de-medio.ts',
  'src/tramites/medio-de-contacto/settle-validacion.ts',
  'src/tramites/medio-de-contacto/validate-correo.ts',
  'src/tramites/solicitud/sign-solicitud.ts',
];

const sources = new Set(listFiles('src').filter((file) => /\.tsx?$/.test(file)));

/** Every file that these end up running, directly or not. */
function reachedFrom(files: readonly string[]): Set<string> {
  const reached = new Set<string>();
  const left = [...files];
  for (let file = left.pop(); file !== undefined; file = left.pop()) {
    if (reached.has(file) || !sources.has(file)) continue;
    reached.add(file);
    left.push(...importsOf(parseFile(file)).flatMap((from) => (from.isType || !from.file ? [] : [from.file])));
  }
  return reached;
}

it('nothing of the console can register, prove, change or remove what is a titular’s', () => {
  const console = listSources(['src/app/(soporte)', 'src/tramites/soporte']).map(({ path }) => path);
  expect(console.length).toBeGreaterThan(20);
  const reached = reachedFrom(console);
  expect(DEL_TITULAR.filter((file) => reached.has(file))).toEqual([]);
});

it('those are the files that do it: a page of the Buzón or of the link reaches each', () => {
  const deTitulares = listSources(['src/app/(buzon)', 'src/app/(publico)']).map(({ path }) => path);
  const reached = reachedFrom(deTitulares);
  expect(DEL_TITULAR.filter((file) => !reached.has(file))).toEqual([]);
});

/** By appendBitacora, at once or by a name given before; what is looked for by its evento is written by nobody. */
const WRITES = /(?:(?<!where: \{[^}]*)evento: |attend\(asked, folio, )'([A-Z_]+)'/g;

/** Written by the same files for whoever is no member of the staff: a titular who leaves, or has what became of a message. */
const DE_OTROS_ACTORES = ['SESIONES_TERMINADAS', 'SALIDA', 'CONSTANCIA_DESCARGADA'];

it('whatever a member of the staff may write to the bitácora has words in «Consultas del personal»', () => {
  const entrances = listSources(['src/app']).filter(({ path, text }) => {
    return !path.startsWith('src/app/_server') && /\b(contextoDeSoporte|requireSoporte(De)?|soporteDe)\b/.test(text);
  });
  const tramites = listSources(['src/tramites/soporte']).map(({ path }) => path);
  const imported = entrances.flatMap((source) => importsOf(source).flatMap(({ file }) => file ?? []));
  const reached = reachedFrom([...tramites, ...imported.filter((file) => file.startsWith('src/tramites'))]);
  const eventos = [...reached]
    .map(parseFile)
    .flatMap(({ text }) => [...text.matchAll(WRITES)].map(([, evento]) => evento ?? ''));
  expect(eventos).toEqual(expect.arrayContaining(['EVIDENCIA_DESCARGADA', 'REENVIO_PEDIDO', 'FOLIO_CONSULTADO']));
  const sinPalabras = [...new Set(eventos)].filter(
    (evento) => describeConsulta({ evento, datos: {}, motivo: null, detalle: null }) === evento,
  );
  expect(sinPalabras.filter((evento) => !DE_OTROS_ACTORES.includes(evento))).toEqual([]);
});
