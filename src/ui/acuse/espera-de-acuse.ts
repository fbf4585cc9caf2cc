import { formatCantidad, formatRegistros } from '#domain/cantidad.ts';
import { paginaSuelta } from '#ui/components/pagina-suelta/pagina-suelta.ts';

/** What is shown until the worker has made an acuse of many registros patronales. */
export function esperaDeAcuse({ hechos, total }: { hechos: number; total: number }): string {
  return paginaSuelta(
    'Estamos preparando tu acuse',
    `<p>Nombra ${formatRegistros(total)}, así que tarda un poco. Esta página se actualiza sola y lo descarga cuando está listo.</p>
<p><progress max="${total}" value="${hechos}" aria-label="Avance"></progress></p>
<p>${formatCantidad(hechos)} de ${formatCantidad(total)}</p>
<p>Puedes cerrarla y descargarlo después: <a href="../../medios-de-contacto">Regresar a mis medios de contacto</a>.</p>`,
  );
}
