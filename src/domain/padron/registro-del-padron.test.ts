import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { explicacionDe } from '#wording/padron/explica-observacion.ts';
import { readRegistroDelPadron } from './registro-del-padron.ts';

const ENCABEZADO = {
  indices: { rfc: 0, nombre: 1, registro_patronal: 2, subdelegacion: 3, domicilio: 4, estado: 5 },
  total: 6,
};
const read = (...campos: string[]) => {
  const { registro, observaciones } = readRegistroDelPadron(campos, ENCABEZADO);
  return {
    registro,
    motivos: observaciones.map(({ motivo }) => motivo),
    dicho: observaciones.map((each) => explicacionDe({ ...each, linea: 2 })).join(),
  };
};

it('loads a row whose check digits are wrong, and says so', () => {
  const { registro, motivos, dicho } = read('AAA010101AAA', 'Uno', 'Y60-00001-10-1', 'Mérida', '', 'vigente');
  expect(registro).toMatchObject({ rfc: 'AAA010101AAA', registroPatronal: 'Y6000001101', estado: 'VIGENTE' });
  expect(motivos).toEqual(['RFC_DIGITO', 'REGISTRO_DIGITO']);
  expect(dicho).toContain('se cargó así');
});

it('says of a row that is not loaded only why it is not', () => {
  const { registro, motivos, dicho } = read('AAA010101AAA', 'Uno', 'Y60-00001-10-1', '', '', 'suspendido');
  expect(registro).toBeNull();
  expect(motivos).toEqual(['VACIO', 'ESTADO']);
  expect(dicho).not.toContain('se cargó');
});

const conNombre = (nombre: string) => read('AAA010101AAA', nombre, 'Y60-00001-10-1', 'Mérida', '', 'vigente');

const NOMBRES =
  'JESÚS, ÚNICA, PINGÜINO, Múzquiz, Perú, cigüeña, ÑANDÚ, José, CORPORACIÓN, Martín, Canceló, ÁGUILA, GARCÍA, N° 5, Nº 5, 2ª, ¿QUÉ?';

it.each(['windows-1252', 'cp850', 'macintosh'])('takes no name in UTF-8 that was read as %s', (otra) => {
  for (const nombre of NOMBRES.split(', '))
    expect(conNombre(iconv.decode(Buffer.from(nombre), otra)).motivos, nombre).toContain('CARACTERES');
});

it.each([
  'JOS\u0090',
  'Per£',
  'Jos‚',
  'µGUILA',
  'CORPORACIàN',
  'MUÐOZ',
  'D‚ÄôACOSTA',
  'Dâ€™ACOSTA',
  'АNА',
  'Αθήνα',
  '\u05a4igo',
])('takes no name with what is none of its letters: %j', (nombre) => {
  const { registro, dicho } = conNombre(nombre);
  expect(registro).toBeNull();
  expect(dicho).toContain('dañados o de otro alfabeto');
});

it.each([
  'SÃO PAULO',
  'ÂNGELO',
  'MüLLER',
  'ŠKODA',
  'A−B',
  'Oʼ HARA',
  'H2O²',
  '½ KILO',
  '5 € A',
  '¡HOLA!',
  'MARCA®',
  'A…',
])('takes a name with the signs that it may have: %s', (nombre) =>
  expect(conNombre(nombre).registro?.nombre).toBe(nombre),
);

it('takes a name without the hyphens for the end of a line, and with its accents in their letters', () => {
  expect(conNombre('EMPRE\u00adSA IN\u0303A\u0301RRITU').registro?.nombre).toBe('EMPRESA IÑÁRRITU');
});
