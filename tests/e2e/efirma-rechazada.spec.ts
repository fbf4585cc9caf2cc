import { X509Certificate } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { formatFecha } from '#domain/fecha.ts';
import { type Efirma, makeArchivo } from '../support/efirma-de-demo.ts';
import { fillEfirma } from '../support/ingresar.ts';
import { mirar } from '../support/mirar.ts';
import { test } from '../support/navegador.ts';

/** What each e.firma of the demo that must not enter is told: which file is at fault, and what to do. */
const RECHAZADAS = [
  {
    slug: 'vencida',
    mensaje:
      'efirma.cer: El «Certificado» está vencido: su vigencia terminó el {hasta} (hora del centro de México). Renueva tu e.firma en el portal del SAT e inténtalo de nuevo con los archivos nuevos.',
  },
  {
    slug: 'aun-no-vigente',
    mensaje:
      'efirma.cer: El «Certificado» aún no está vigente: su vigencia comienza el {desde} (hora del centro de México). Espera a esa fecha, o selecciona los archivos de tu e.firma vigente.',
  },
  {
    slug: 'revocada',
    mensaje:
      'efirma.cer: El «Certificado» está revocado y ya no puede usarse. Tramita una e.firma nueva en el SAT, o selecciona los archivos de la más reciente.',
  },
  {
    slug: 'csd',
    mensaje:
      'efirma.cer: El «Certificado» elegido es un certificado de sello digital (CSD), que sólo sirve para facturar. Selecciona los archivos .cer y .key de tu e.firma.',
  },
  {
    slug: 'otra-autoridad',
    mensaje:
      'efirma.cer: El «Certificado» no fue emitido por una autoridad certificadora reconocida. Selecciona el archivo .cer que te entregó el SAT con tu e.firma.',
  },
  {
    slug: 'par-que-no-corresponde',
    mensaje:
      'efirma.key: La «Llave privada» no corresponde al «Certificado». Selecciona los dos archivos de la misma e.firma; si la renovaste, usa los más recientes.',
  },
] as const;

test.describe('Cada e.firma que no sirve tiene su propio mensaje', { tag: '@telefono' }, () => {
  // The portal refuses a sign-in with 401, which the browser's console reports.
  test.use({ quejasEsperadas: [/\/ingresar: .*401/] });

  for (const { slug, mensaje } of RECHAZADAS) {
    test(`la e.firma de demostración «${slug}» no entra`, async ({ page, efirma }) => {
      const elegida = await efirma(slug);
      await intentar(page, elegida);
      await expectRechazo(page, withVigencia(mensaje, elegida));
      await mirar(page, `rechazada ${slug}`);
    });
  }
});

const EQUIVOCACIONES: readonly [string, (efirma: Efirma) => Efirma, string][] = [
  [
    'una contraseña equivocada',
    (efirma) => ({ ...efirma, contrasena: 'no-es-esta' }),
    'La contraseña de la llave privada es incorrecta o el archivo .key está dañado. Escríbela de nuevo, con sus mayúsculas y minúsculas; es la que elegiste al generar tu e.firma, no la del portal del SAT.',
  ],
  [
    'el RFC de otra persona',
    (efirma) => ({ ...efirma, rfc: 'SARM930127L9A' }),
    'El RFC que escribiste no es el del «Certificado» elegido. Corrige el RFC o selecciona los archivos de la e.firma de ese RFC.',
  ],
  [
    'un archivo que no es un certificado',
    (efirma) => ({ ...efirma, cer: makeArchivo('vacaciones.jpg', 'no es un certificado') }),
    'vacaciones.jpg: El archivo elegido en «Certificado» no es un certificado. Selecciona el archivo con terminación .cer de tu e.firma.',
  ],
  [
    'un archivo que no es una llave privada',
    (efirma) => ({ ...efirma, key: makeArchivo('notas.txt', 'no es una llave') }),
    'notas.txt: El archivo elegido en «Llave privada» no es una llave privada de e.firma. Selecciona el archivo con terminación .key de tu e.firma.',
  ],
  [
    'un RFC incompleto',
    (efirma) => ({ ...efirma, rfc: 'PEO02' }),
    'El RFC no está completo o tiene un carácter de más. Escríbelo con sus 12 caracteres (persona moral) o 13 (persona física).',
  ],
];

test('quien se equivoca lee qué corregir, y entra cuando lo corrige', async ({ page, efirma }) => {
  const buena = await efirma('moral-cinco-mil-registros');
  await page.goto('/ingresar');
  for (const [que, cambia, mensaje] of EQUIVOCACIONES) {
    await test.step(que, async () => {
      await fillEfirma(page, cambia(buena));
      await page.getByRole('button', { name: 'Ingresar' }).click();
      // What is wrong with the RFC says nothing of the password.
      await expectRechazo(page, mensaje, /^El RFC/.test(mensaje) ? buena.contrasena : '');
    });
  }
  await mirar(page, 'rfc incompleto');
  await fillEfirma(page, buena);
  await page.getByRole('button', { name: 'Ingresar' }).click();
  await page.waitForURL('**/buzon');
});

test('quien no elige nada lee todo lo que falta, cada cosa en su campo', { tag: '@telefono' }, async ({
  page,
  efirma,
}) => {
  const { rfc, cer, key } = await efirma('moral-cinco-mil-registros');
  const ingresar = page.getByRole('button', { name: 'Ingresar' });
  const alerta = page.getByRole('main').getByRole('alert');
  await page.goto('/ingresar');
  await ingresar.click();
  for (const [campo, falta] of [
    ['RFC', 'Falta el RFC. Escribe el RFC al que pertenece la e.firma.'],
    ['Certificado', 'Falta el «Certificado».'],
    ['Llave privada', 'Falta la «Llave privada».'],
    ['Contraseña de la Llave privada', 'Falta la contraseña.'],
  ] as const) {
    await expect(alerta).toContainText(falta);
    await expect(page.getByLabel(campo, { exact: true })).toHaveAccessibleDescription(new RegExp(falta.slice(0, 18)));
  }
  await mirar(page, 'falta todo');
  await page.getByLabel('Certificado', { exact: true }).setInputFiles(cer);
  await page.getByLabel('Llave privada', { exact: true }).setInputFiles(key);
  await expect(page.getByLabel('RFC', { exact: true })).toHaveValue(rfc);
  await ingresar.click();
  await expect(alerta).toHaveText('Falta la contraseña. Escribe la contraseña de la llave privada de tu e.firma.');
});

test('con el RFC vacío también se dice qué tienen los archivos', { tag: '@telefono' }, async ({ page, efirma }) => {
  const buena = await efirma('moral-cinco-mil-registros');
  await page.goto('/ingresar');
  const vacio = makeArchivo('efirma.cer', '');
  const pagina = makeArchivo('mi llave.key', '<!DOCTYPE html><title>Sesión terminada</title>');
  await fillEfirma(page, { ...buena, rfc: '', cer: vacio, key: pagina });
  await page.getByRole('button', { name: 'Ingresar' }).click();
  const alerta = page.getByRole('main').getByRole('alert');
  await expect(alerta).toContainText('Falta el RFC.');
  await expect(alerta).toContainText('efirma.cer: El archivo elegido en «Certificado» está vacío.');
  await expect(alerta).toContainText('mi llave.key: El archivo elegido es una página web');
  await mirar(page, 'todo lo que falla');
});

test('quien elige los dos archivos a la vez no tiene que ordenarlos, ni escribir su RFC', async ({ page, efirma }) => {
  const { rfc, cer, key, contrasena } = await efirma('moral-cinco-mil-registros');
  await page.goto('/ingresar');
  await expect(page.getByRole('button', { name: 'Ingresar' })).toBeEnabled();
  await page.getByLabel('Certificado', { exact: true }).setInputFiles([key, cer]);
  await expect(page.getByLabel('RFC', { exact: true })).toHaveValue(rfc);
  await page.getByLabel('Contraseña de la Llave privada', { exact: true }).fill(contrasena);
  await page.getByLabel('Contraseña de la Llave privada', { exact: true }).press('Enter');
  await page.waitForURL('**/buzon');
});

/** The dates of the certificate, which was made with the demo. */
function withVigencia(mensaje: string, { cer }: Efirma): string {
  const { validFrom, validTo } = new X509Certificate(cer.buffer);
  return mensaje
    .replace('{desde}', formatFecha(new Date(validFrom)))
    .replace('{hasta}', formatFecha(new Date(validTo)));
}

async function intentar(page: Page, efirma: Efirma): Promise<void> {
  await page.goto('/ingresar');
  await fillEfirma(page, efirma);
  await page.getByRole('button', { name: 'Ingresar' }).click();
}

async function expectRechazo(page: Page, mensaje: string, contrasena = ''): Promise<void> {
  await expect(page.getByRole('main').getByRole('alert')).toHaveText(mensaje);
  await expect(page.getByRole('main').getByRole('alert')).toBeFocused();
  await expect(page.getByLabel('Contraseña de la Llave privada', { exact: true })).toHaveValue(contrasena);
  expect(new URL(page.url()).pathname).toBe('/ingresar');
}
