import { Enlace, SiAbre } from '#ui/components/enlace/enlace.tsx';
/** The link to an acuse, which says of what it is by the element of that id. */
export function DescargarAcuse({ folio, tipo, describedBy }: { folio: string; tipo: string; describedBy: string }) {
  const href = `/buzon/acuses/${folio}/${tipo}`;
  return (
    <SiAbre href={href}>
      <Enlace href={href} aria-describedby={describedBy}>
        Descargar
      </Enlace>
    </SiAbre>
  );
}
