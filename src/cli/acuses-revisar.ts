import type { ParteDeAcuse } from '#domain/acuse/texto-copiado.ts';
import { slugDeTipo } from '#domain/acuse/tipo-de-acuse.ts';
import { formatCantidad } from '#domain/cantidad.ts';
import { readTexto } from '#infra/pdf/read-texto.ts';
import { type DocumentoConFalla, reviewDocumentos } from '#tramites/acuse/review-documentos.ts';
import { openContexto, openPortalDatabase } from './open-portal-database.ts';
import { commandOf } from './shutdown.ts';

const PASO = 1_000;

const PARTES = {
  rfc: 'RFC',
  nombre: 'nombre',
  folio: 'folio',
  cadenaOriginal: 'cadena original',
  sello: 'sello digital',
} satisfies Record<ParteDeAcuse, string>;

export const reviewDocumentosCommand = commandOf(async () => {
  const { db } = openContexto(await openPortalDatabase());
  let fallas = 0;
  const onFalla = (documento: DocumentoConFalla) => {
    fallas += 1;
    console.log(describeFalla(documento));
  };
  const leidos = await reviewDocumentos({ db, readTexto }, onFalla, showProgress);
  console.log(describeTotal(leidos, fallas));
  return fallas === 0;
});

function showProgress(hechos: number, total: number): void {
  if (hechos % PASO === 0) console.log(`  ${formatCantidad(hechos)} de ${formatCantidad(total)} acuses…`);
}

function describeFalla({ folio, tipo, letras, partes }: DocumentoConFalla): string {
  const que = [
    ...(letras > 0 ? [`${formatCantidad(letras)} letras sin texto`] : []),
    ...(partes.length > 0 ? [`no se copia completo: ${partes.map((parte) => PARTES[parte]).join(', ')}`] : []),
  ];
  return `${folio} ${slugDeTipo(tipo)}: ${que.join('; ')}`;
}

function describeTotal(leidos: number, fallas: number): string {
  const total = `Acuses leídos: ${formatCantidad(leidos)}. Con texto incompleto: ${formatCantidad(fallas)}.`;
  if (fallas === 0) return total;
  return [
    total,
    'Se ven y se imprimen bien, y su sello y su cadena original son válidos; no se vuelven a emitir. El texto está en /verificar',
    'y en cadena-original.txt, dentro de la evidencia que ahí se descarga.',
  ].join('\n');
}
