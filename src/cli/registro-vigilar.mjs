import { createHash, createPublicKey, verify } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const AYUDA = `npm run registro:vigilar -- <url> [--archivo vigilado.json] [--llave <llave>]

Vigila desde fuera el registro público de hechos de un portal. Guarda en un archivo la última cabeza y las llaves que la firman; cada
vez comprueba que la nueva esté firmada por una llave conocida y que la anterior sea su principio: que nada se quitó ni se cambió.
La primera vez cree las llaves que publica el portal, o sólo la que digas con --llave (está en /registro).

Termina con 0 si todo está bien, con 2 si el registro no es lo que era, y con 1 si no se pudo preguntar. No necesita nada de este
portal: es un solo archivo, y corre con cualquier Node desde el 20.`;

/** What is wrong with a log, in words. */
class Falla extends Error {}

/** Who was asked did not answer. */
class SinRespuesta extends Error {}

const sha256 = (...partes) => createHash('sha256').update(Buffer.concat(partes)).digest();
const nodo = (izquierdo, derecho) => sha256(Buffer.of(1), izquierdo, derecho);
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

async function ask(url, ruta) {
  const response = await fetch(new URL(ruta, url), { redirect: 'error', signal: AbortSignal.timeout(20_000) }).catch(
    (error) => {
      throw new SinRespuesta(`${url} no contesta (${error.cause?.code ?? error.message}).`);
    },
  );
  const texto = await response.text();
  if (response.ok) return texto;
  throw new (response.status === 400 ? Falla : SinRespuesta)(
    `${ruta} contestó ${response.status}: ${texto.split('\n')[0]}`,
  );
}

function readNota(nota) {
  const corte = nota.lastIndexOf('\n\n');
  const texto = nota.slice(0, corte + 1);
  const [origen = '', tamano = '', raiz = ''] = texto.split('\n');
  if (corte < 0 || !/^[1-9]\d{0,14}$/.test(tamano) || !/^[A-Za-z\d+/]{43}=$/.test(raiz))
    throw new Falla('La cabeza no tiene la forma que debe (c2sp.org/tlog-checkpoint).');
  const firmas = nota
    .slice(corte + 2)
    .split('\n')
    .flatMap((line) => {
      const [, nombre, base64] = /^— (\S+) ([A-Za-z\d+/]+=*)$/.exec(line) ?? [];
      return nombre === origen ? [Buffer.from(base64, 'base64')] : [];
    });
  return { texto, origen, tamano: Number(tamano), raiz: Buffer.from(raiz, 'base64'), firmas };
}

/** Whether a key, as c2sp.org/signed-note writes it, signed this head. */
function isFirmadaPor({ texto, origen, firmas }, llave) {
  const [, nombre, id, base64] = /^(\S+?)\+([\da-f]{8})\+([A-Za-z\d+/]+=*)$/.exec(llave) ?? [];
  if (nombre !== origen) return false;
  const publica = Buffer.from(base64, 'base64');
  const key = createPublicKey({ key: Buffer.concat([SPKI, publica.subarray(1)]), format: 'der', type: 'spki' });
  return firmas.some(
    (firma) => firma.subarray(0, 4).toString('hex') === id && verify(null, Buffer.from(texto), key, firma.subarray(4)),
  );
}

/** RFC 9162, 2.1.4.2. */
function isPrincipio(antes, despues, prueba) {
  const path = Number.isInteger(Math.log2(antes.tamano)) ? [antes.raiz, ...prueba] : [...prueba];
  let [fn, sn] = [antes.tamano - 1, despues.tamano - 1];
  const shift = () => {
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  };
  while (fn % 2 === 1) shift();
  const first = path.shift();
  if (!first) return false;
  let [fr, sr] = [first, first];
  for (const c of path) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      [fr, sr] = [nodo(c, fr), nodo(c, sr)];
      while (fn % 2 === 0 && fn !== 0) shift();
    } else sr = nodo(sr, c);
    shift();
  }
  return sn === 0 && fr.equals(antes.raiz) && sr.equals(despues.raiz);
}

async function compare(url, antes, despues) {
  if (despues.tamano < antes.tamano)
    throw new Falla(
      `El registro se acortó: tenía ${antes.tamano} hechos y ahora dice tener ${despues.tamano}. Le quitaron hechos, o es una copia vieja.`,
    );
  if (despues.tamano === antes.tamano) {
    if (despues.raiz.equals(antes.raiz)) return;
    throw new Falla(`El registro fue rehecho: con ${antes.tamano} hechos tenía otra raíz.`);
  }
  const texto = await ask(url, `/registro/consistencia?de=${antes.tamano}&a=${despues.tamano}`);
  const prueba = texto.split('\n').flatMap((line) => (line === '' ? [] : [Buffer.from(line, 'base64')]));
  if (!isPrincipio(antes, despues, prueba))
    throw new Falla(
      `El registro fue rehecho: lo que tenía con ${antes.tamano} hechos no es el principio de lo que tiene con ${despues.tamano}.`,
    );
}

async function watch(url, archivo, llave) {
  const guardado = existsSync(archivo) ? JSON.parse(readFileSync(archivo, 'utf8')) : null;
  const nota = await ask(url, '/registro/cabeza');
  const cabeza = readNota(nota);
  const publicadas = (await ask(url, '/registro/llaves')).split('\n').filter(Boolean);
  const conocidas = guardado?.llaves ?? (llave ? [llave] : publicadas);
  if (!conocidas.some((conocida) => isFirmadaPor(cabeza, conocida)))
    throw new Falla(
      'La cabeza no está firmada por ninguna llave conocida: su firma no corresponde, o la llave se cambió sin firmar con la anterior.',
    );
  const antes = guardado && readNota(guardado.nota);
  if (antes && antes.origen !== cabeza.origen)
    throw new Falla(`Es otro registro: era ${antes.origen} y es ${cabeza.origen}.`);
  if (antes) await compare(url, antes, cabeza);
  const llaves = [...new Set([...conocidas, ...publicadas.filter((cada) => isFirmadaPor(cabeza, cada))])];
  writeFileSync(`${archivo}.nuevo`, `${JSON.stringify({ nota, llaves }, null, 2)}\n`);
  renameSync(`${archivo}.nuevo`, archivo);
  const desde = antes ? `los ${antes.tamano} que ya conocía son su principio` : 'es la primera vez que lo veo';
  return `Bien: ${cabeza.origen} tiene ${cabeza.tamano} hechos y ${desde}. Guardé su cabeza en ${archivo}.`;
}

function readArguments(options) {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch {
    console.error(`No entiendo alguna de esas opciones.\n\n${AYUDA}`);
    process.exit(1);
  }
}

async function main() {
  const opciones = { help: { type: 'boolean', short: 'h' }, archivo: { type: 'string' }, llave: { type: 'string' } };
  const { values, positionals } = readArguments(opciones);
  const [direccion] = positionals;
  if (values.help) return console.log(AYUDA);
  if (!direccion || !URL.canParse(direccion)) throw new SinRespuesta(`di la dirección de un portal.\n\n${AYUDA}`);
  const archivo = values.archivo ?? `registro-${new URL(direccion).host.replace(':', '-')}.json`;
  console.log(await watch(direccion, archivo, values.llave));
}

await main().catch((error) => {
  console.error(error instanceof Falla ? `NO ES LO QUE ERA. ${error.message}` : `No se pudo vigilar: ${error.message}`);
  process.exitCode = error instanceof Falla ? 2 : 1;
});
