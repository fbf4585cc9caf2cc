import { expect } from '@playwright/test';
import { designarEnPantalla } from '../support/designar-en-pantalla.ts';
import type { Efirma } from '../support/efirma-de-demo.ts';
import { aceptarRegistro, guardarMedio } from '../support/medios.ts';
import { renewPortal, test } from '../support/navegador.ts';
import { presentarAclaracion } from '../support/presentar.ts';
import { createVisitante, type Visitante } from '../support/visitante.ts';

// Data of its own: what it designates stays there.
renewPortal();

/** In each run a few hundred; BUZON_CONTESTACIONES=10000 asks for as many. */
const CONTESTACIONES = Number(process.env.BUZON_CONTESTACIONES ?? 600);
const A_LA_VEZ = 8;
const PODERES = [
  'Activar el Buzón y firmar la solicitud',
  'Administrar medios de contacto',
  'Presentar aclaraciones',
  'Consultar y descargar acuses',
];

/** Somebody’s Buzón, as one who may see it asks for it. */
interface Vista {
  quien: Visitante;
  base: string;
  /** Whose things these are: what is theirs alone, as it would stand in an answer. */
  de: Cosas;
}

interface Cosas {
  rfc: string;
  nombre: string;
  propio: string[];
  rutas: string[];
}

test('en ninguna contestación sobre un cliente hay un dato de otro, por muchas que se pidan a la vez', async ({
  portal,
  efirma,
  otroNavegador,
}) => {
  test.setTimeout(300_000 + CONTESTACIONES * 100);
  const representante = await efirma('particular-sin-registros');
  const clientes = ['moral-con-ampersand', 'fisica-con-enie', 'moral-tres-registros', 'fisica-un-registro'];
  const vistas: Vista[] = [];
  const porConducto = createVisitante(portal.url);
  for (const [n, slug] of clientes.entries()) {
    const cliente = await efirma(slug);
    const page = await (await otroNavegador()).newPage();
    const folio = await designarEnPantalla(page, cliente, representante, PODERES);
    const { de, quien } = await fillBuzon(cliente, n);
    vistas.push({ quien, base: '', de }, { quien: porConducto, base: `/clientes/${folio}`, de });

    /** A medio, its acuse and an aclaración with a text of its own. */
    async function fillBuzon({ rfc, nombre }: Efirma, which: number) {
      const correo = `canario-${which}-${slug}@contestaciones.example`;
      await page.goto('/buzon/medios-de-contacto/nuevo');
      await guardarMedio(page, 'Correo Electrónico', correo);
      const medio = await aceptarRegistro(page);
      const texto = `canario ${which} de ${slug}`;
      const aclaracion = await presentarAclaracion(page, texto);
      const suyo = createVisitante(portal.url);
      await suyo.ingresar(cliente);
      const rutas = [
        ...['', '/medios-de-contacto', '/medios-de-contacto/nuevo', '/activacion', '/acuses', '/aclaraciones'],
        ...[`/acuses/${medio}/registro`, `/aclaraciones/${aclaracion}`, `/medios-de-contacto?validar=${medio}`],
        ...['/comunicados', '/representantes', '/promociones-electronicas', `/medios-de-contacto?eliminar=${medio}`],
      ].map((ruta) => `/buzon${ruta}`);
      return { quien: suyo, de: { rfc, nombre, propio: [correo, texto, medio, aclaracion, folio], rutas } };
    }
  }
  await porConducto.ingresar(representante);

  const datosDe = ({ rfc, nombre, propio }: Cosas) => [rfc, nombre, ...propio];
  const pedidos = Array.from({ length: CONTESTACIONES }, (_, n) => {
    const vista = vistas[n % vistas.length] as Vista;
    return { ...vista, ruta: vista.de.rutas[Math.floor(n / vistas.length) % vista.de.rutas.length] ?? '' };
  });
  let contestadas = 0;
  const faltas: string[] = [];
  let conLoSuyo = 0;
  async function askOneByOne() {
    for (let pedido = pedidos.pop(); pedido; pedido = pedidos.pop()) {
      const { quien, base, de, ruta } = pedido;
      const { status, headers, texto } = await quien.ask(base + ruta);
      contestadas += 1;
      if (status >= 400 && status !== 404) faltas.push(`${base}${ruta} of ${de.rfc}: ${status}`);
      if (headers.get('location')?.includes('/ingresar')) faltas.push(`${base}${ruta} of ${de.rfc}: to sign in`);
      const todo = `${texto}\n${JSON.stringify([...headers])}`;
      if (datosDe(de).some((dato) => todo.includes(dato))) conLoSuyo += 1;
      const ajenos = vistas.filter((vista) => vista.de !== de).flatMap((vista) => datosDe(vista.de));
      for (const dato of new Set(ajenos))
        if (todo.includes(dato)) faltas.push(`${base}${ruta} of ${de.rfc} has «${dato}»`);
    }
  }
  await Promise.all(Array.from({ length: A_LA_VEZ }, askOneByOne));

  expect(faltas).toEqual([]);
  expect(contestadas).toBe(CONTESTACIONES);
  // What a representative may not open (designations, messages) is not there, and one page leads to another: the rest names whose it is.
  expect(conLoSuyo).toBeGreaterThan(CONTESTACIONES * 0.7);
});
