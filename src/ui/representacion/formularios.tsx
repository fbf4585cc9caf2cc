'use client';

import type { ResultadoDePeticion } from '#domain/representacion/peticion.ts';
import { PODER_EN_PALABRAS, PODERES } from '#domain/representacion/poder.ts';
import type { PropuestaEscrita } from '#domain/representacion/propuesta.ts';
import { Boton } from '../components/boton/boton.tsx';
import { CampoDeParrafos, CampoDeTexto, Casilla } from '../components/campo/campo.tsx';
import { type AccionDeCampos, useLlenado } from '../components/campo/campo-llenado.ts';
import { FormularioDeCampos } from '../components/formulario/formulario-de-campos.tsx';
import { ResultadoDePeticiones } from './peticiones.tsx';

const RFC = { corto: true, maxLength: 40, autoComplete: 'off', spellCheck: false } as const;
const VACIA: PropuestaEscrita = { rfc: '', poderes: [], registros: '', hasta: '' };

/** Whom to name, for what and until when. Without script it is sent and shown again by the server. */
export function FormularioDePropuesta({ proponer, ultimoDia, rfc = '' }: Props) {
  const { form, campos, error, de } = useLlenado(proponer, { ...VACIA, rfc });
  const enviar = (
    <Boton variante="secundario" name="como" value="enviar">
      Enviar la propuesta
    </Boton>
  );
  return (
    <FormularioDeCampos
      {...form}
      error={error}
      borrador="representante"
      boton="Firmar en este equipo, los dos"
      cancelar={enviar}
    >
      <CampoDeTexto
        {...de('rfc')}
        {...RFC}
        requerido
        etiqueta="RFC del representante"
        pista="De una persona física, con 13 caracteres. Firmará con su propia e.firma."
      />
      <fieldset id="poderes">
        <legend>
          <strong>Facultades</strong>
        </legend>
        {PODERES.map((poder) => (
          <Casilla
            key={poder}
            name="poderes"
            value={poder}
            etiqueta={PODER_EN_PALABRAS[poder]}
            defaultChecked={campos.poderes.includes(poder)}
          />
        ))}
      </fieldset>
      <CampoDeParrafos
        {...de('registros')}
        rows={3}
        maxLength={4000}
        etiqueta="Registros Patronales"
        pista="Uno por renglón. Vacío: todos, también los que se agreguen después."
      />
      <CampoDeTexto {...de('hasta')} type="date" requerido corto max={ultimoDia} etiqueta="Último día" />
    </FormularioDeCampos>
  );
}
interface Props {
  proponer: AccionDeCampos<PropuestaEscrita>;
  rfc?: string | undefined;
  /** The last that may be chosen, as `2028-11-29`. */
  ultimoDia: string;
}

/** The file is not shown again. */
export type CamposDePeticion = { rfc: string; adjunto?: string };

/** What became of each line, in its order. */
export type Pedidos = readonly { texto: string; resultado: ResultadoDePeticion }[];

/** One RFC, or a file of them; the browser's own button for it, so that it works without script. */
export function FormularioDePeticiones({ pedir }: { pedir: AccionDeCampos<CamposDePeticion, Pedidos> }) {
  const { form, error, de, ademas: pedidos } = useLlenado(pedir, { rfc: '' });
  return (
    <>
      {pedidos && <ResultadoDePeticiones pedidos={pedidos} />}
      <FormularioDeCampos {...form} error={error} borrador="pedir" boton="Pedir">
        <CampoDeTexto {...de('rfc')} {...RFC} etiqueta="RFC del titular" pista="De quien quieres representar." />
        <CampoDeTexto
          {...de('adjunto')}
          type="file"
          etiqueta="O un archivo CSV"
          pista="Con un RFC en la primera columna de cada renglón: hasta 1,000 renglones."
        />
      </FormularioDeCampos>
    </>
  );
}
