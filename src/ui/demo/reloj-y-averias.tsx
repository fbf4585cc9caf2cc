import { formatFecha } from '#domain/fecha.ts';
import { Acciones, Boton } from '#ui/components/boton/boton.tsx';
import { Formulario } from '#ui/components/formulario/formulario.tsx';
import { Seccion } from '#ui/components/seccion/seccion.tsx';
import { Averia, type EstadoDeDemo } from './en-demo.tsx';

type Accion = (formData: FormData) => Promise<void>;

const AVANCES = ['1', '24', '72'];

/** What time it is for the portal, and the buttons that move that. */
export function Reloj({
  ahora,
  adelantoHoras,
  mover,
}: Pick<EstadoDeDemo, 'ahora' | 'adelantoHoras'> & { mover: Accion }) {
  const lejos = `${Math.abs(adelantoHoras).toLocaleString('es-MX')} h ${adelantoHoras < 0 ? 'atrás' : 'adelante'}`;
  return (
    <Seccion id="reloj" titulo="Reloj">
      <p role="status">
        En el portal son las <strong>{formatFecha(ahora)}</strong>
        {adelantoHoras === 0 ? ', la hora de verdad.' : `, ${lejos} de la hora de verdad.`} Al adelantarlo vence lo que
        tenía plazo, también tu sesión.
      </p>
      <Formulario action={mover}>
        <Acciones>
          {AVANCES.map((horas) => (
            <Boton key={horas} name="horas" value={horas} variante="secundario">
              +{horas} h
            </Boton>
          ))}
          {adelantoHoras !== 0 && (
            <Boton name="horas" value="0" variante="secundario">
              Volver a la hora de verdad
            </Boton>
          )}
        </Acciones>
      </Formulario>
    </Seccion>
  );
}

/** What may be broken: each with its button, which says on every page that it is. */
export function Averias({ averias, arreglar }: Pick<EstadoDeDemo, 'averias'> & { arreglar: Accion }) {
  return (
    <Seccion id="averias" titulo="Qué descomponer">
      <p>Presiona lo que quieres que pase. Al arreglarlo, lo que esperaba se intenta otra vez en menos de un minuto.</p>
      <Acciones>
        {averias.map((cada) => (
          <Averia key={cada.averia} {...cada} arreglar={arreglar} />
        ))}
      </Acciones>
    </Seccion>
  );
}
