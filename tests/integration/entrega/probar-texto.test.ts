import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import nodemailer from 'nodemailer';
import { beforeEach, describe, expect, it } from 'vitest';
import { createClaves } from '#infra/claves/claves.ts';
import { layoutHtml, layoutText } from '#infra/correo/layout.ts';
import { VARIABLES } from '#infra/env/variables.ts';
import { readCorreo } from '#infra/rebotes/read-correo.ts';
import { verifyTexto } from '#tramites/entrega/verify-texto.ts';
import { type ContenidoDeCorreo, textoEnviado } from '#wording/aviso/contenido.ts';
import { makeTempDir } from '../../support/efirma/autoridad-de-prueba.ts';
import { enviar } from '../../support/enviar.ts';
import { createEscenario, type Escenario } from '../../support/escenario.ts';
import { registrar } from '../../support/soporte.ts';
import { testDatabaseUrl, testDb } from '../../support/test-db.ts';

const CORREO = 'ana@correo.example';
const [AUTH, OTRO_AUTH, MENSAJES] = ['de sesiones', 'de sesiones nuevo', 'de mensajes'].map((de) =>
  `un secreto ${de} `.padEnd(40, 'x'),
) as [string, string, string];

let escenario: Escenario;
let avisoId: string;
let sent: ContenidoDeCorreo;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  escenario.ctx.claves = createClaves([AUTH], [MENSAJES]);
  const folio = await registrar(await escenario.enter(), CORREO);
  ({ id: avisoId } = await escenario.db.aviso.findFirstOrThrow({ where: { folio } }));
  sent = await enviar(escenario.ctx, avisoId);
});

describe('whether a text is the one that was sent', () => {
  const prove = async (texto: string, claves = escenario.ctx.claves) => {
    const probados = await verifyTexto({ ...escenario.ctx, claves }, { avisoId, texto });
    return probados?.map(({ prueba }) => prueba) ?? null;
  };

  it('is told letter for letter, after AUTH_SECRET is another as well', async () => {
    const texto = textoEnviado(sent);
    expect(await prove(texto)).toEqual(['ES']);
    expect(await prove(texto.replace('72', '73'))).toEqual(['NO_ES']);
    expect(await prove(texto, createClaves([OTRO_AUTH], ['uno más nuevo '.padEnd(40, 'x'), MENSAJES]))).toEqual(['ES']);
    expect(await prove(texto, createClaves([AUTH]))).toEqual(['SIN_CLAVE']);
    expect(await verifyTexto(escenario.ctx, { avisoId: randomUUID(), texto })).toBeNull();
  });

  /** As a mail program saves it. */
  async function save(): Promise<string> {
    const transport = nodemailer.createTransport({ streamTransport: true, buffer: true });
    const mail = {
      from: 'a@b.example',
      to: CORREO,
      subject: sent.asunto,
      html: layoutHtml(sent),
      text: layoutText(sent),
    };
    const { message } = await transport.sendMail(mail);
    const archivo = join(makeTempDir(), 'correo.eml');
    writeFileSync(archivo, message as Buffer);
    return archivo;
  }

  it('is read back from the mail as it was saved', async () => {
    expect(await readCorreo(readFileSync(await save()))).toBe(textoEnviado(sent));
    expect(await readCorreo(Buffer.from('Buzon IMSS. Hola'))).toBeNull();
  });

  it('npm run entrega:probar says so', async () => {
    const archivo = await save();
    const nothing = Object.fromEntries(Object.keys(VARIABLES).map((name) => [name, '']));
    const probar = (...args: string[]) =>
      promisify(execFile)(process.execPath, ['src/cli/entrega-probar.mjs', ...args], {
        env: {
          ...process.env,
          ...nothing,
          NODE_OPTIONS: '',
          BUZON_DATOS: makeTempDir(),
          DATABASE_URL: testDatabaseUrl(),
          AUTH_SECRET: OTRO_AUTH,
          MENSAJES_SECRET: MENSAJES,
        },
      });
    expect((await probar(avisoId, archivo)).stdout).toMatch(
      /^Intento 1, .+ \(valida-correo\/\d+\): es, letra por letra,/m,
    );
    const otro = join(makeTempDir(), 'otro.txt');
    writeFileSync(otro, 'Otro texto\n');
    await expect(probar(avisoId, otro)).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringContaining('no es lo que se envió'),
    });
    await expect(probar('x', otro)).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('constancia') });
    expect((await probar('--help')).stdout).toContain('npm run entrega:probar');
  });
});
