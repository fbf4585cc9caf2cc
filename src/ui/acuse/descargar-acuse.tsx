import { Enlace } from '#ui/components/enlace/enlace.tsx';
/** The link to an acuse, which says of what it is by the element of that id. */
export function DescargarAcuse({ folio, tipo, describedBy }: { folio: string; tipo: string; describedBy: string }) {
  return (
    <Enlace href={`/buzon/acuses/${folio}/${tipo}`} aria-describedby={describedBy}>
      Descargar
    </Enlace>
  );
}
