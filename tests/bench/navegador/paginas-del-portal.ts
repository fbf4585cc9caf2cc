import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { checkValue, verificationPath } from '#domain/acuse/check-value.ts';
import { waitForEnlace } from '../../support/bandeja.ts';
import { registrarMedioDeRegistros, validarCorreo, validarTelefono } from '../../support/medios.ts';
import { presentarAclaracion } from '../../support/presentar.ts';

const APP = fileURLToPath(new URL('../../../src/app', import.meta.url));
const CORREO_DE_REGISTROS = 'registros@banco.example';

/** The addresses of all the pages of the portal, as Next.js reads them in its folders: `/buzon/aclaraciones/[folio]`. */
export function listPatrones(): string[] {
  const folders = readdirSync(APP, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name === 'page.tsx')
    .map((entry) => path.relative(APP, entry.parentPath));
  return folders.map((folder) => `/${folder.replace(/\([^)]+\)\/?/g, '')}`).sort();
}

/** Leaves a titular with something of everything, ready to sign, and gives an address for each pattern of an address. */
export async function makeEjemplos(buzon: Page, soporte: Page, portalUrl: string): Promise<Record<string, string>> {
  await validarCorreo(buzon, portalUrl, 'rfc@banco.example');
  await validarTelefono(buzon, portalUrl, '5511220011');
  const medio = await registrarMedioDeRegistros(buzon, 'Correo Electrónico', CORREO_DE_REGISTROS);
  const aclaracion = await presentarAclaracion(buzon, 'No me llega el correo.');
  const enlace = new URL(await waitForEnlace(portalUrl, CORREO_DE_REGISTROS));
  await soporte.goto(`/soporte/folios/${medio}`);
  const titular = await soporte.locator('a[href^="/soporte/titulares/"]').first().getAttribute('href');
  return {
    '/buzon/aclaraciones/[folio]': `/buzon/aclaraciones/${aclaracion}`,
    '/buzon/activacion': '/buzon/activacion?paso=firmar',
    '/buzon/medios-de-contacto/[folio]/registros-patronales': `/buzon/medios-de-contacto/${medio}/registros-patronales`,
    '/soporte/aclaraciones/[folio]': `/soporte/aclaraciones/${aclaracion}`,
    '/soporte/folios/[folio]': `/soporte/folios/${medio}`,
    '/soporte/folios/[folio]/registros-patronales': `/soporte/folios/${medio}/registros-patronales`,
    '/soporte/titulares/[id]': titular ?? '',
    '/confirmar/[token]': `/confirmar/${'A'.repeat(54)}`,
    '/validar/correo/[token]': enlace.pathname,
    '/verificar/[folio]/[tipo]': verificationPath(medio, 'REGISTRO', await readCheckValue(buzon, medio)),
  };
}

/** What is printed on the acuse of a registration, from the sello that its evidence brings. */
async function readCheckValue(buzon: Page, folio: string): Promise<string> {
  const evidencia = await buzon.request.get(`/verificar/${folio}/registro/evidencia.zip`);
  const { 'sello.sig': sello } = unzipSync(await evidencia.body());
  if (!sello) throw new Error(`the evidence of ${folio} has no sello (${evidencia.status()})`);
  return checkValue(createHash('sha256').update(sello).digest());
}
