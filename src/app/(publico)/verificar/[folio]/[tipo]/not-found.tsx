import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { Encabezado } from '#ui/components/encabezado/encabezado.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { MENSAJES_DE_VERIFICACION } from '#ui/mensajes-verificacion.ts';
import { FormularioDeVerificacion } from '#ui/verificar/formulario-de-verificacion.tsx';

/** The same for an unknown folio, another tipo and a wrong value: without the value a folio reveals nothing. */
export default function NotFound() {
  return (
    <Pila espacio="amplia">
      <Encabezado titulo="Verificación de un acuse" />
      <Aviso tipo="error" titulo="No se pudo verificar">
        <p>{MENSAJES_DE_VERIFICACION.ACUSE_NO_ENCONTRADO}</p>
      </Aviso>
      <FormularioDeVerificacion folio="" valor="" />
    </Pila>
  );
}
