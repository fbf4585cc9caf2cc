import { Enlace, SiAbre } from '#ui/components/enlace/enlace.tsx';
import { Icono } from '#ui/components/icono/icono.tsx';

interface Descarga {
  folio: string;
  tipo: string;
  describedBy: string;
  /** With the time stamp that came after the document, at its end. */
  isRevision?: boolean;
}

/** The link to an acuse, which says of what it is by the element of that id. */
export function DescargarAcuse({ folio, tipo, describedBy, isRevision = false }: Descarga) {
  const href = `/buzon/acuses/${folio}/${tipo}${isRevision ? '?sello-de-tiempo=si' : ''}`;
  return (
    <SiAbre href={href}>
      <Enlace href={href} aria-describedby={describedBy}>
        <Icono nombre="descargar" /> {isRevision ? 'Descargar con sello de tiempo' : 'Descargar'}
      </Enlace>
    </SiAbre>
  );
}
