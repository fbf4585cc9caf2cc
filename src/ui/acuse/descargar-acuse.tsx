import { BotonEnlace } from '#ui/components/boton/boton.tsx';

interface Descarga {
  folio: string;
  tipo: string;
  /** Left out where there is no other acuse on the page. */
  describedBy?: string;
  /** With the time stamp that came after the document, at its end. */
  isRevision?: boolean;
}

/** The link to an acuse, which says of what it is by the element of that id. */
export function DescargarAcuse({ folio, tipo, describedBy, isRevision = false }: Descarga) {
  const href = `/buzon/acuses/${folio}/${tipo}${isRevision ? '?sello-de-tiempo=si' : ''}`;
  return (
    <BotonEnlace href={href} variante="enlace" icono="descargar" aria-describedby={describedBy}>
      {isRevision ? 'Descargar con sello de tiempo' : 'Descargar'}
    </BotonEnlace>
  );
}
