import { writeFileSync } from 'node:fs';
import { parseTipoDeAcuse, type TipoDeAcuse } from '#domain/acuse/tipo-de-acuse.ts';
import { type Folio, parseFolio } from '#domain/folio.ts';
import { onCierre, runCierre } from '#infra/env/cierre.ts';
import { createPartes } from '#infra/partes/create-partes.ts';
import { renderAcuse } from '#infra/pdf/render-acuse.ts';
import { Averia } from '#server/averia.ts';
import { exportAcuse } from '#tramites/acuse/export-acuse.ts';
import { MENSAJES_DE_ACUSE } from '#wording/mensajes/mensajes-acuse.ts';
import { openAjustesDelPortal } from './ajustes-del-portal.ts';
import { exitOnAveria, stopOnSignals } from './parada.ts';

/** `npm run acuse -- FOLIO TIPO`: writes the PDF of an acuse. Ends the process. */
export async function escribirAcuse(args: readonly string[], salida?: string): Promise<void> {
  stopOnSignals();
  await exitOnAveria(async () => {
    const { folio, tipo, slug } = parseArgs(args);
    const archivo = salida ?? `${folio}-${slug}.pdf`;
    const partes = createPartes(await openAjustesDelPortal(), { trabajo: 'CARGA', conexiones: 2 });
    onCierre(() => partes.db.$disconnect());
    const exported = await exportAcuse({ ...partes, actor: { tipo: 'SISTEMA' }, renderAcuse }, folio, tipo);
    if (!exported.ok) throw new Averia(MENSAJES_DE_ACUSE[exported.error]);
    write(archivo, exported.value);
    console.log(`${archivo}: ${exported.value.length.toLocaleString('es-MX')} bytes.`);
    await runCierre();
    process.exit(0);
  });
}

function parseArgs([folio, slug, ...others]: readonly string[]): { folio: Folio; tipo: TipoDeAcuse; slug: string } {
  if (!folio || !slug || others.length > 0) throw new Averia('Di cuál: npm run acuse -- FOLIO TIPO');
  const parsed = parseFolio(folio);
  if (!parsed.ok) throw new Averia(`${folio}: no es un folio; cópialo completo, como BI-2026.00000001-52.`);
  const tipo = parseTipoDeAcuse(slug);
  if (!tipo) throw new Averia('El tipo es registro, validacion, baja, solicitud o aclaracion.');
  return { folio: parsed.value, tipo, slug };
}

/** For its owner alone: it holds personal data. Throws Averia when it cannot be written, and where one is already. */
function write(archivo: string, pdf: Buffer): void {
  try {
    writeFileSync(archivo, pdf, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === 'EEXIST';
    throw new Averia(
      exists
        ? `${archivo}: ya existe y no lo cambio; bórralo o di otro nombre con --salida.`
        : `${archivo}: no se puede escribir; revisa la carpeta y sus permisos, o di otro nombre con --salida.`,
    );
  }
}
