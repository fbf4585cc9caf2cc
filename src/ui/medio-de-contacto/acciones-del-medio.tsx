import { Boton } from '#ui/components/boton/boton.tsx';
import { FormularioQueVa } from '#ui/components/enlace/enlace.tsx';
import { Formulario } from '#ui/components/formulario/formulario.tsx';
import { BotonDeVentana } from '#ui/components/ventana/ventana.tsx';
import estilos from './acciones-del-medio.module.css';
import type { MedioMostrado } from './medio-mostrado.ts';
import { reemplazoEnPalabras } from './reemplazo.tsx';

export type AccionDeReenviar = (formData: FormData) => Promise<void>;

/** What a medio needs in the state it is in, the main thing first; each button says which by the folio of its row. */
export function AccionesDelMedio({ medio, puede, reenviar }: Props) {
  const { folio, estado, mecanismo } = medio;
  const deLaFila = { 'aria-describedby': `folio-${folio}` } as const;
  if (estado !== 'EN_PROCESO')
    return <div className={estilos.acciones}>{isEnfermo(medio) && <Reemplazar medio={medio} puede={puede} />}</div>;
  return (
    <div className={estilos.acciones}>
      {mecanismo === 'TELEFONO' && (
        <BotonDeVentana
          {...deLaFila}
          campos={{ validar: folio }}
          variante="secundario"
          tamano="compacto"
          icono="validar"
        >
          Validar medio de contacto
        </BotonDeVentana>
      )}
      <Formulario action={reenviar} ocultos={{ folio }}>
        <Boton
          variante={mecanismo === 'TELEFONO' ? 'enlace' : 'secundario'}
          tamano={mecanismo === 'TELEFONO' ? undefined : 'compacto'}
          icono="reenviar"
          {...deLaFila}
        >
          Reenviar
        </Boton>
      </Formulario>
    </div>
  );
}

/** What may be done with it at any time: on a card, among its details. */
export function OtrasAcciones({ medio, puede }: Omit<Props, 'reenviar'>) {
  const { folio, estado } = medio;
  return (
    isActivo(estado) && (
      <div data-tarjeta="detalle" className={estilos.acciones}>
        {!isEnfermo(medio) && <Reemplazar medio={medio} puede={puede} />}
        {puede.etiquetar && (
          <BotonDeVentana
            campos={{ etiquetar: folio }}
            variante="enlace"
            icono="etiqueta"
            aria-describedby={`folio-${folio}`}
          >
            Etiqueta
          </BotonDeVentana>
        )}
      </div>
    )
  );
}

/** Another for the same, where none is on its way. */
function Reemplazar({ medio: { folio, estado, registros, reemplazadoPor }, puede }: Omit<Props, 'reenviar'>) {
  const isReemplazable = estado === 'VALIDADO' && registros === null && !reemplazoEnPalabras(reemplazadoPor);
  return (
    puede.reemplazar &&
    isReemplazable && (
      <FormularioQueVa action="/buzon/medios-de-contacto/nuevo">
        <input type="hidden" name="reemplaza" value={folio} />
        <Boton variante="enlace" icono="reemplazar" aria-describedby={`folio-${folio}`}>
          Reemplazar
        </Boton>
      </FormularioQueVa>
    )
  );
}

const isEnfermo = ({ salud }: Pick<MedioMostrado, 'salud'>) => salud !== null && salud !== 'FUNCIONA';

/** The icon at the left of the row (guide V, step 19), and its words on a card. */
export function EliminarMedio({ medio: { folio, estado } }: Pick<Props, 'medio'>) {
  return (
    isActivo(estado) && (
      <div className={estilos.eliminar}>
        <BotonDeVentana
          campos={{ eliminar: folio }}
          variante="enlace"
          icono="eliminar"
          title="Eliminar medio de contacto"
          aria-describedby={`folio-${folio}`}
        >
          <span>Eliminar medio de contacto</span>
        </BotonDeVentana>
      </div>
    )
  );
}

function isActivo(estado: MedioMostrado['estado']): boolean {
  return estado === 'EN_PROCESO' || estado === 'VALIDADO';
}
export interface QuePuede {
  reemplazar: boolean;
  /** The titular alone: it is a word of theirs. */
  etiquetar: boolean;
}
interface Props {
  medio: Pick<MedioMostrado, 'folio' | 'estado' | 'mecanismo' | 'registros' | 'reemplazadoPor' | 'salud'>;
  puede: QuePuede;
  reenviar: AccionDeReenviar;
}
