import type { FolioLeido } from '#domain/soporte/folio-leido.ts';
import { Acciones, Boton, BotonEnlace } from '#ui/components/boton/boton.tsx';
import { Formulario } from '#ui/components/formulario/formulario.tsx';

/** What a member may do with a folio; what their role does not include is not offered. */
export function AccionesDelFolio({ leido, canReenviar, reenviar }: Props) {
  const { folio, mostradosHasta } = leido;
  const cubierto = mostradosHasta ? '' : '?cubierto=1';
  return (
    <Acciones>
      {!mostradosHasta && (
        <BotonEnlace href={`/soporte/folios/${folio}?mostrar=1`} variante="secundario">
          Mostrar
        </BotonEnlace>
      )}
      {canReenviar && (
        <Formulario action={reenviar}>
          <input type="hidden" name="folio" value={folio} />
          <Boton variante="secundario" icono="reenviar">
            Reenviar
          </Boton>
        </Formulario>
      )}
      <BotonEnlace href={`/soporte/folios/${folio}/folio.pdf${cubierto}`} variante="secundario" icono="descargar">
        Exportar en PDF
      </BotonEnlace>
      <BotonEnlace href={`/soporte/folios/${folio}/folio.csv${cubierto}`} variante="secundario" icono="descargar">
        Exportar en CSV
      </BotonEnlace>
    </Acciones>
  );
}
interface Props {
  leido: Pick<FolioLeido, 'folio' | 'mostradosHasta'>;
  canReenviar: boolean;
  reenviar: (formData: FormData) => Promise<void>;
}
