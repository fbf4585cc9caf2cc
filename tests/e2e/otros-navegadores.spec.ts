import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { waitForCodigo, waitForEnlace } from '../support/bandeja.ts';
import type { Efirma } from '../support/efirma-de-demo.ts';
import { test } from '../support/navegador.ts';
import { caminarEn } from '../support/otros-navegadores/caminar.ts';
import type { Conductor } from '../support/otros-navegadores/conductor.ts';
import { hasFirefox, openFirefox } from '../support/otros-navegadores/firefox.ts';
import { hasWebkit, openWebkit } from '../support/otros-navegadores/webkit.ts';

// A portal of its own: its titulares have registered nothing yet.
test.use({ ajustes: { LOG_NIVEL: 'error', BUZON_DEMO_ABIERTA: 'si' } });

const NAVEGADORES = [
  { nombre: 'Firefox', open: openFirefox, isThere: hasFirefox, paquete: 'firefox-esr' },
  { nombre: 'WebKit', open: openWebkit, isThere: hasWebkit, paquete: 'webkit2gtk-driver, libwebkit2gtk-4.1-0 o xvfb' },
] as const;

const CAMINATAS = [
  { navegador: NAVEGADORES[0], width: 1280, slug: 'moral-tres-registros' },
  { navegador: NAVEGADORES[0], width: 390, slug: 'fisica-un-registro' },
  { navegador: NAVEGADORES[1], width: 1280, slug: 'moral-con-ampersand' },
  { navegador: NAVEGADORES[1], width: 390, slug: 'fisica-con-enie' },
] as const;

for (const [lugar, { navegador, width, slug }] of CAMINATAS.entries()) {
  const { nombre, open, isThere, paquete } = navegador;
  test(`en ${nombre}, a ${width} px, se activa el Buzón con la e.firma`, async ({ portal, efirma }) => {
    test.skip(!isThere, `faltan los paquetes de Debian ${paquete}`);
    test.slow();
    const titular = await efirma(slug);
    const conductor = await open({ width, height: 844 });
    try {
      expect(await conductor.evaluate('() => innerWidth')).toBe(width);
      const archivos = await writeArchivos(titular);
      await activar(conductor, portal.url, titular, archivos, `551888000${lugar}`);
    } finally {
      await conductor.close();
    }
    async function writeArchivos({ cer, key }: Efirma) {
      const files = [cer, key].map(({ name, buffer }) => ({
        file: path.join(portal.datos, `${slug}-${name}`),
        buffer,
      }));
      for (const { file, buffer } of files) await writeFile(file, buffer);
      return { cer: files[0]?.file ?? '', key: files[1]?.file ?? '' };
    }
  });
}

/** Section V of the guide. */
async function activar(
  conductor: Conductor,
  portalUrl: string,
  { rfc, contrasena }: Efirma,
  { cer, key }: { cer: string; key: string },
  celular: string,
): Promise<void> {
  const persona = caminarEn(conductor);
  const correo = `camina-${celular}@correo.example`;
  const registrar = async (mecanismo: string, valor: string) => {
    await persona.goto(`${portalUrl}/buzon/medios-de-contacto/nuevo`);
    await persona.choose('Mecanismo de Comunicación', mecanismo);
    await persona.write('Medio de Contacto', valor);
    await persona.press('Guardar');
    await persona.press('Aceptar');
    await persona.waitForText('Se registró la información correctamente con el número de folio: BI-');
    await persona.look();
  };

  await test.step('ingresa con sus dos archivos', async () => {
    await persona.goto(`${portalUrl}/ingresar`);
    await persona.upload('Certificado', [key, cer]);
    await expect.poll(() => persona.valueOf('RFC')).toBe(rfc);
    await persona.write('Contraseña de la Llave privada', contrasena);
    await persona.press('Ingresar');
    await persona.waitForPath('/buzon');
    await persona.look();
  });
  await test.step('registra y valida su correo', async () => {
    await registrar('Correo Electrónico', correo);
    await persona.goto(await waitForEnlace(portalUrl, correo));
    await persona.waitForText('La validación de tu correo electrónico fue exitosa.');
  });
  await test.step('registra y valida su celular', async () => {
    await registrar('Teléfono', celular);
    await persona.press('Validar medio de contacto');
    await persona.write('Código de verificación', await waitForCodigo(portalUrl, celular));
    await persona.press('Aceptar');
    await persona.waitForText('La validación del número celular fue exitosa.');
  });
  await test.step('firma y descarga su acuse', async () => {
    await persona.goto(`${portalUrl}/buzon/activacion`);
    await persona.press('Aceptar');
    await persona.upload('Llave privada', [key]);
    await persona.write('Contraseña de la Llave privada', contrasena);
    await persona.look();
    await persona.press('Firmar');
    await persona.waitForPath('/buzon?activado=1');
    await persona.waitForText('Descargar acuse');
    await persona.look();
    const [estado, tipo] = await conductor.evaluate<unknown[]>(
      '(href) => fetch(href).then(({ status, headers }) => [status, headers.get("content-type")])',
      await persona.hrefOf('Descargar acuse'),
    );
    expect([estado, tipo]).toEqual([200, 'application/pdf']);
  });
}
