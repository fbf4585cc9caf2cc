import { canFirmar } from '#domain/representacion/estado.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { Acciones, Boton, BotonEnlace } from '#ui/components/boton/boton.tsx';
import { Formulario } from '#ui/components/formulario/formulario.tsx';
import type { Representacion } from './tabla-de-representaciones.tsx';

/** To whoever was proposed, after signing in: who proposes them, and the two answers. */
export function AvisoDePropuestas({ representaciones, terminar }: Props) {
  const propuestas = representaciones.filter(({ situacion }) => canFirmar(situacion));
  return propuestas.map(({ folio, titular }) => (
    <Aviso key={folio} tipo="informacion" titulo="Propuesta de representación">
      <p>{titular.nombre} te propone como su representante.</p>
      <Formulario action={terminar} ocultos={{ folio }}>
        <Acciones>
          <BotonEnlace href={`/buzon/representantes/${folio}`}>Leer y firmar</BotonEnlace>
          <Boton variante="secundario">No acepto</Boton>
        </Acciones>
      </Formulario>
    </Aviso>
  ));
}
interface Props {
  representaciones: readonly Representacion[];
  terminar: (formData: FormData) => Promise<void>;
}
