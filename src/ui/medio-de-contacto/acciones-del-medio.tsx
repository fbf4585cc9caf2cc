import type { EstadoDeMedio } from '#domain/medio-de-contacto/estado.ts';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { Boton } from '#ui/components/boton/boton.tsx';
import { Formulario } from '#ui/components/formulario/formulario.tsx';
import estilos from './acciones-del-medio.module.css';
import { BotonDeValidar } from './boton-de-validar.tsx';

export type AccionDeReenviar = (formData: FormData) => Promise<void>;

/** What may be done with a medio in the state it is in; each button says which by the folio of its row. */
export function AccionesDelMedio({ medio: { folio, estado, mecanismo }, reenviar }: Props) {
  const describedBy = `folio-${folio}`;
  const isEnProceso = estado === 'EN_PROCESO';
  if (!isEnProceso && estado !== 'VALIDADO') return null;
  return (
    <div className={estilos.acciones}>
      {isEnProceso && mecanismo === 'TELEFONO' && <BotonDeValidar folio={folio} describedBy={describedBy} discreto />}
      {isEnProceso && (
        <Formulario action={reenviar}>
          <input type="hidden" name="folio" value={folio} />
          <Boton variante="enlace" icono="reenviar" aria-describedby={describedBy}>
            Reenviar
          </Boton>
        </Formulario>
      )}
      <form method="get">
        <input type="hidden" name="eliminar" value={folio} />
        <Boton variante="enlace" icono="eliminar" aria-describedby={describedBy}>
          Eliminar medio de contacto
        </Boton>
      </form>
    </div>
  );
}
interface Props {
  medio: { folio: string; estado: EstadoDeMedio; mecanismo: Mecanismo };
  reenviar: AccionDeReenviar;
}
