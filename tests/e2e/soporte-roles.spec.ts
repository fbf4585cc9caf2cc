import { expect, type Page } from '@playwright/test';
import { callAction, readActionIds, readMarca } from '../support/acciones.ts';
import { waitForCodigo } from '../support/bandeja.ts';
import { sucesoDe } from '../support/consola.ts';
import { ingresar, ingresarComoSoporte } from '../support/ingresar.ts';
import { filaDe, registrarMedio } from '../support/medios.ts';
import { renewPortal, test } from '../support/navegador.ts';

// Data of its own: what one role sends counts towards the caps of the next.
renewPortal();

const SIN_PERMISO = /\/soporte\?sin=permiso/;
const A_INGRESAR = /\/ingresar/;
const TABLA = '/buzon/medios-de-contacto';
const ESTADO = { mensaje: null, vez: 0, campos: {} };
const MOTIVO = { motivo: 'OTRO', detalle: 'Revisar el folio con el titular' };

interface Rol {
  slug: string;
  atiende: boolean;
}

const ROLES: readonly Rol[] = [
  { slug: 'soporte-consulta', atiende: false },
  { slug: 'soporte-atencion', atiende: true },
  { slug: 'soporte-supervision', atiende: true },
];

let titular: Page;
let folio: string;

test.beforeEach(async ({ portal, efirma, otroNavegador }, { parallelIndex, title }) => {
  titular = await (await otroNavegador()).newPage();
  await ingresar(titular, await efirma('moral-con-ampersand'));
  const celular = `55987650${10 + parallelIndex * 10 + (title.length % 10)}`;
  folio = await registrarMedio(titular, 'Teléfono', celular);
  await waitForCodigo(portal.url, celular);
});
test.afterEach(async () => {
  // The RFC has one place for a phone.
  await titular.goto(`${TABLA}?eliminar=${folio}`);
  await titular.getByRole('dialog').getByRole('button', { name: 'Aceptar' }).click();
  await expect(filaDe(titular, folio)).toContainText('Baja');
});

for (const { slug, atiende } of ROLES)
  test(`${slug}: ve y hace lo de su rol, en la pantalla y por la dirección, y nada del titular`, async ({
    page,
    portal,
    efirma,
  }) => {
    await ingresarComoSoporte(page, await efirma(slug));
    await page.goto(`/soporte/folios/${folio}`);
    await expect(page.getByRole('link', { name: 'Mostrar' })).toHaveCount(1);
    await expect(page.getByRole('link', { name: /Exportar/ })).toHaveCount(2);
    for (const boton of ['Reenviar', 'Agregar nota'])
      await expect(page.getByRole('button', { name: boton })).toHaveCount(atiende ? 1 : 0);
    for (const ajeno of ['Validar medio de contacto', 'Eliminar medio de contacto'])
      await expect(page.getByText(ajeno), 'nadie del personal toca un medio').toHaveCount(0);

    const ids = await readActionIds();
    // Whose page it is, as every form of theirs says.
    const marca = await readMarca(page.request, '/soporte');
    const call = (accion: string, ruta: string, campos: Record<string, string>, estado?: unknown) =>
      callAction(page.request, portal.url, ids.get(accion) ?? '', {
        ruta,
        argumentos: { estado, campos: { ...campos, marca } },
      });
    const aqui = `/soporte/folios/${folio}`;
    expect(await call('storeBusquedaAction', '/soporte', { consulta: folio })).toContain(aqui);
    expect(await call('showDatosAction', aqui, { folio, ...MOTIVO }, ESTADO)).toContain(aqui);
    expect(await call('resendMensajePorSoporteAction', aqui, { folio })).toMatch(
      atiende ? /REENVIO_ESPERA/ : SIN_PERMISO,
    );
    const nota = { folio, texto: `Nota de ${slug}.` };
    expect(await call('addNotaAction', aqui, nota, ESTADO)).toMatch(atiende ? /hecho=nota/ : SIN_PERMISO);
    await page.goto(aqui);
    await expect(sucesoDe(page, nota.texto)).toHaveCount(atiende ? 1 : 0);
    await expect(sucesoDe(page, 'Mostró los datos personales')).toHaveCount(1);

    expect(await call('removeMedioDeContactoAction', TABLA, { folio })).toMatch(A_INGRESAR);
    expect(await call('resendMensajeAction', TABLA, { folio })).toMatch(A_INGRESAR);
    const codigo = { folio, codigo: '00000', regresarA: TABLA };
    expect(await call('validateCelularAction', TABLA, codigo, { mensaje: null, vez: 0 })).toMatch(A_INGRESAR);
    for (const ruta of [TABLA, '/buzon', `/buzon/acuses/${folio}/registro`]) {
      const response = await page.request.get(ruta, { maxRedirects: 0 });
      expect(response.headers().location, ruta).toMatch(A_INGRESAR);
    }
    await page.goto('/soporte?sin=permiso');
    await expect(page.getByRole('alert').filter({ hasText: 'Tu rol no incluye esa función' })).toBeVisible();
  });

test('después de «Salir» no queda nada de la consola a la vista', async ({ page, efirma }) => {
  await ingresarComoSoporte(page, await efirma('soporte-consulta'));
  await page.getByRole('button', { name: 'Salir' }).click();
  for (const ruta of ['/soporte', `/soporte/folios/${folio}`, `/soporte/folios/${folio}/folio.csv`]) {
    const response = await page.request.get(ruta, { maxRedirects: 0 });
    expect(response.headers().location, ruta).toMatch(/\/soporte\/ingresar/);
  }
});
