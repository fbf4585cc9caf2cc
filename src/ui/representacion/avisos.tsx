import { paresDeDesignacion } from '#domain/representacion/designacion.ts';
import { canFirmar } from '#domain/representacion/estado.ts';
import { ETIQUETA_DE_REPRESENTACION } from '#wording/etiquetas.ts';
import { Aviso } from '../components/aviso/aviso.tsx';
import { Acciones, Boton, BotonEnlace } from '../components/boton/boton.tsx';
import { Formulario } from '../components/formulario/formulario.tsx';
import type { Representacion } from './tabla-de-representaciones.tsx';

/** To whoever was proposed, after signing in: who proposes them, and the two answers. `isSecundario`: the page has a next step of its own. */
export function AvisoDePropuestas({ representaciones, terminar, isSecundario }: Props) {
  const propuestas = representaciones.filter(({ situacion }) => canFirmar(situacion));
  return propuestas.map(({ folio, titular }) => (
    <Aviso key={folio} tipo="informacion" titulo="Propuesta de representación">
      <p>{titular.nombre} te propone como su representante.</p>
      <Formulario action={terminar} ocultos={{ folio }}>
        <Acciones>
          <BotonEnlace href={`/buzon/representantes/${folio}`} variante={isSecundario ? 'secundario' : 'principal'}>
            Leer y firmar
          </BotonEnlace>
          <Boton variante="secundario">No acepto</Boton>
        </Acciones>
      </Formulario>
    </Aviso>
  ));
}
interface Props {
  representaciones: readonly Representacion[];
  terminar: (formData: FormData) => Promise<void>;
  isSecundario?: boolean;
}

type Facultades = Omit<Parameters<typeof paresDeDesignacion>[0], 'hasta'>;

/** On the pages of a client, to a representative who asked for what their designation does not give. */
export function AvisoSinFacultad({ folio, ...facultades }: Facultades & { folio: string }) {
  const pares = paresDeDesignacion({ ...facultades, hasta: new Date() }).slice(0, 2);
  return (
    <Aviso tipo="error" titulo="No se hizo nada">
      <p>La designación con el número de folio {folio} no te permite eso. Te permite:</p>
      {pares.map(([termino, valor]) => (
        <p key={termino}>
          {termino}: {valor}.
        </p>
      ))}
      <p>Si necesitas más, pide al titular que termine esta designación y te nombre de nuevo.</p>
    </Aviso>
  );
}

/** To whoever was in the Buzón of a client by a designation that is not, or no longer, in force. */
export function AvisoDeRepresentacionCerrada({ designacion }: { designacion: Representacion | null }) {
  return (
    <Aviso tipo="error" titulo="No se hizo nada">
      {designacion ? (
        <p>
          La designación con el número de folio {designacion.folio}, de {designacion.titular.nombre}, no está vigente.
          Su estado: {ETIQUETA_DE_REPRESENTACION[designacion.situacion]}. Ya no puedes actuar por su cuenta; lo que
          hiciste mientras estuvo vigente conserva su validez.
        </p>
      ) : (
        <p>No tienes una designación con ese número de folio. Revisa con qué e.firma ingresaste.</p>
      )}
      <p>Para actuar por alguien, elige abajo a quien te haya nombrado, o pídele que te nombre de nuevo.</p>
    </Aviso>
  );
}
