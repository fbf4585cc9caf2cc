import { writeFileSync } from 'node:fs';
import { parseTipoDeAcuse, type TipoDeAcuse } from '#domain/acuse/tipo-de-acuse.ts';
import { formatCantidad } from '#domain/cantidad.ts';
import { type Folio, parseFolio } from '#domain/folio.ts';
import { onClose } from '#infra/env/closers.ts';
import { createParts } from '#infra/parts/create-parts.ts';
import { renderAcuse } from '#infra/pdf/render-acuse.ts';
import { Fault } from '#server/fault.ts';
import { exportAcuse } from '#tramites/acuse/download-acuse.ts';
import { openPortalSettings } from './open-portal-database.ts';
import { commandOf } from './shutdown.ts';

export const writeAcuseCommand = commandOf(async (args: readonly string[], salida?: string) => {
  const { folio, tipo, slug } = parseArgs(args);
  const archivo = salida ?? `${folio}-${slug}.pdf`;
  const parts = createParts(await openPortalSettings(), { trabajo: 'CARGA', conexiones: 2 });
  onClose(() => parts.db.$disconnect());
  const pdf = await exportAcuse({ ...parts, actor: { tipo: 'SISTEMA' }, renderAcuse }, folio, tipo);
  if (!pdf) throw new Fault('No hay un acuse de ese tipo con ese folio. Revisa los dos; están impresos en el acuse.');
  write(archivo, pdf);
  console.log(`${archivo}: ${formatCantidad(pdf.length)} bytes.`);
});

function parseArgs([folio, slug, ...others]: readonly string[]): { folio: Folio; tipo: TipoDeAcuse; slug: string } {
  if (!folio || !slug || others.length > 0) throw new Fault('Di cuál: npm run acuse -- FOLIO TIPO');
  const parsed = parseFolio(folio);
  if (!parsed.ok) throw new Fault(`${folio}: no es un folio; cópialo completo, como BI-2026.00000001-52.`);
  const tipo = parseTipoDeAcuse(slug);
  if (!tipo) throw new Fault('El tipo es registro, validacion, baja, solicitud o aclaracion.');
  return { folio: parsed.value, tipo, slug };
}

/** For its owner alone: it holds personal data. Throws Fault when it cannot be written, and where one is already. */
function write(archivo: string, pdf: Buffer): void {
  try {
    writeFileSync(archivo, pdf, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === 'EEXIST';
    throw new Fault(
      exists
        ? `${archivo}: ya existe y no lo cambio; bórralo o di otro nombre con --salida.`
        : `${archivo}: no se puede escribir; revisa la carpeta y sus permisos, o di otro nombre con --salida.`,
    );
  }
}
