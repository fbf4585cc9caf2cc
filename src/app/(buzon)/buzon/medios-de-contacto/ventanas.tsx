import { formatMedio } from '#domain/medio-de-contacto/telefono.ts';
import type { listMedios } from '#tramites/medio-de-contacto/list-medios.ts';
import type { checkRemoval } from '#tramites/medio-de-contacto/remove-medio-de-contacto.ts';
import { VentanaDeBaja } from '#ui/medio-de-contacto/ventana-de-baja.tsx';
import { VentanaDeCodigo, VentanaDeEtiqueta } from '#ui/medio-de-contacto/ventanas-de-medio.tsx';
import { labelMedioAction, removeMedioDeContactoAction, validateCelularAction } from './actions.ts';

/** The window that the address asks for, over the table: of a code, of a label or of a removal. */
export function Ventanas({ medios, busqueda, canEtiquetar, porEliminar }: Props) {
  const find = (folio?: string) => medios.find((medio) => medio.folio === folio);
  const porValidar = find(busqueda.validar);
  const porEtiquetar = canEtiquetar && find(busqueda.etiquetar);
  if (porValidar?.estado === 'EN_PROCESO' && porValidar.mecanismo === 'TELEFONO')
    return (
      <VentanaDeCodigo
        validar={validateCelularAction}
        folio={porValidar.folio}
        celular={formatMedio(porValidar)}
        regresarA="/buzon/medios-de-contacto"
      />
    );
  if (porEtiquetar)
    return (
      <VentanaDeEtiqueta
        etiquetar={labelMedioAction}
        folio={porEtiquetar.folio}
        mostrado={formatMedio(porEtiquetar)}
        etiqueta={porEtiquetar.etiqueta}
      />
    );
  return porEliminar && <VentanaDeBaja medio={porEliminar} eliminar={removeMedioDeContactoAction} />;
}
interface Props {
  medios: Awaited<ReturnType<typeof listMedios>>;
  busqueda: Partial<Record<'validar' | 'etiquetar', string>>;
  /** The titular alone. */
  canEtiquetar: boolean;
  porEliminar: Awaited<ReturnType<typeof checkRemoval>>;
}
