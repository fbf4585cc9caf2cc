import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { buildCms } from '#infra/firma/build-cms.ts';
import { renderAcuse } from '#infra/pdf/render-acuse.ts';
import { collectEvidencia } from '#tramites/acuse/collect-evidencia.ts';
import { downloadAcuse } from '#tramites/acuse/download-acuse.ts';
import { findAcusePropio } from '#tramites/acuse/find-acuse-verificable.ts';
import { verifyAcuse } from '#tramites/acuse/verify-acuse.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { findEstadoDeActivacion } from '#tramites/solicitud/estado-de-activacion.ts';
import type { PlantillaDeAcuse } from '#wording/acuse/plantilla.ts';
import type { TextoDeSolicitud } from '#wording/solicitud/texto-de-solicitud.ts';
import { textoDeVersion } from '#wording/solicitud/textos.ts';
import { activar } from '../../support/activar.ts';
import { hasPoppler, textOf } from '../../support/acuse/leer-pdf.ts';
import { AHORA } from '../../support/efirma/autoridad-de-prueba.ts';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { testDb } from '../../support/test-db.ts';

const DAY_MS = 86_400_000;
const MANANA = vi.hoisted(() => ({ desde: new Date(0) }));

// What a new version of the portal brings: editions at the end of the lists, in force from tomorrow.
vi.mock('#wording/acuse/plantillas-publicadas.ts', async (original) => {
  const { PLANTILLAS_PUBLICADAS } = await original<{ PLANTILLAS_PUBLICADAS: readonly PlantillaDeAcuse[] }>();
  const nuevas = PLANTILLAS_PUBLICADAS.map((plantilla) => ({
    ...plantilla,
    version: `${plantilla.version}-nueva`,
    vigenteDesde: MANANA.desde,
    titulo: `${plantilla.titulo} (edición nueva)`,
  }));
  return { PLANTILLAS_PUBLICADAS: [...PLANTILLAS_PUBLICADAS, ...nuevas] };
});
vi.mock('#wording/solicitud/textos-publicados.ts', async (original) => {
  const { TEXTOS_PUBLICADOS } = await original<{ TEXTOS_PUBLICADOS: readonly [TextoDeSolicitud] }>();
  const [viejo] = TEXTOS_PUBLICADOS;
  const bloques = [{ ...viejo.bloques[0], texto: 'Texto nuevo de la solicitud.' }];
  return { TEXTOS_PUBLICADOS: [viejo, { ...viejo, version: 'nueva', vigenteDesde: MANANA.desde, bloques }] };
});

let escenario: Escenario;
let titular: Titular;
beforeEach(async () => {
  MANANA.desde.setTime(AHORA.getTime() + DAY_MS);
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
});

type Tipo = 'REGISTRO' | 'SOLICITUD';

async function download(of: Titular, folio: string, tipo: Tipo): Promise<Buffer> {
  const descarga = await downloadAcuse({ ...of.ctx, renderAcuse, esDemo: true }, folio, tipo);
  if (descarga?.situacion !== 'LISTO') throw new Error(`${folio} ${tipo}`);
  return descarga.pdf;
}

async function find(of: Titular, folio: string, tipo: Tipo) {
  const acuse = await findAcusePropio(of.ctx, of.ctx.actor.titularId, folio as never, tipo);
  if (!acuse) throw new Error(`${folio} ${tipo}`);
  return acuse;
}

async function register(valor: string): Promise<string> {
  const result = await registerMedioDeContacto(titular.ctx, {
    mecanismo: 'CORREO_ELECTRONICO',
    valor,
    peticionId: randomUUID(),
  });
  if (!result.ok) throw new Error(result.error);
  return result.value.folio;
}

describe.skipIf(!hasPoppler)(
  'when new plantillas and a new text come into force (skipped without poppler-utils)',
  () => {
    it('an acuse that was issued is served byte for byte, and one of tomorrow has the new wording', async () => {
      const folio = await register('ana@correo.example');
      const issued = await download(titular, folio, 'REGISTRO');
      escenario.advance(2 * DAY_MS);
      expect((await download(titular, folio, 'REGISTRO')).equals(issued)).toBe(true);
      const next = await register('otra@correo.example');
      const versions = await escenario.db.acuse.findMany({
        where: { folio: { in: [folio, next] } },
        orderBy: { fecha: 'asc' },
        select: { plantilla: true },
      });
      expect(versions.map(({ plantilla }) => plantilla.endsWith('-nueva'))).toEqual([false, true]);
      for (const each of [folio, next])
        expect((await verifyAcuse(titular.ctx, await find(titular, each, 'REGISTRO'), null)).fallas).toEqual([]);
    });

    it('an acuse whose PDF was not yet made is made with the wording of its day', async () => {
      const folio = await register('ana@correo.example');
      escenario.advance(2 * DAY_MS);
      const old = textOf(await download(titular, folio, 'REGISTRO')).words;
      const next = textOf(await download(titular, await register('otra@correo.example'), 'REGISTRO')).words;
      expect(old).toContain('Acuse de registro o actualización de mecanismos de comunicación');
      expect(old).not.toContain('edición nueva');
      expect(next).toContain('(edición nueva)');
    });

    it('the text that was signed is still what is read, printed, proved and verified', async () => {
      const folio = await activar(titular);
      escenario.advance(2 * DAY_MS);
      const { solicitud } = await findEstadoDeActivacion(titular.ctx);
      const signed = textoDeVersion(solicitud?.textoVersion ?? '');
      expect(signed.bloques.length).toBeGreaterThan(5);
      const { words } = textOf(await download(titular, folio, 'SOLICITUD'));
      expect(words).toContain('De conformidad con los artículos 40 y 286 M');
      const acuse = await find(titular, folio, 'SOLICITUD');
      const evidencia = await collectEvidencia({ ...titular.ctx, buildCms }, acuse, { isCompleta: true });
      const texto = Buffer.from(evidencia.get('texto-de-la-solicitud.txt') ?? []).toString('utf8');
      expect(texto).toContain('De conformidad con los artículos 40 y 286 M');
      expect((await verifyAcuse(titular.ctx, acuse, null)).fallas).toEqual([]);
    });

    it('whoever signs afterwards signs the new text', async () => {
      escenario.advance(2 * DAY_MS);
      const other = await escenario.enter('MEGL920721K30');
      const folio = await activar(other);
      const { words } = textOf(await download(other, folio, 'SOLICITUD'));
      expect(words).toContain('Texto nuevo de la solicitud.');
      expect(words).not.toContain('artículos 40 y 286 M');
      expect((await verifyAcuse(other.ctx, await find(other, folio, 'SOLICITUD'), null)).fallas).toEqual([]);
    });
  },
);
