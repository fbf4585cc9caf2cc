import { formatFecha } from '#domain/fecha.ts';
import { Acciones, Boton } from '../components/boton/boton.tsx';
import { Formulario } from '../components/formulario/formulario.tsx';
import { Seccion } from '../components/seccion/seccion.tsx';
import { Averia, type EstadoDeDemo } from './en-demo.tsx';
import estilos from './recorrido.module.css';

type Accion = (formData: FormData) => Promise<void>;

/** The last is long enough for what is asked once a year. */
const AVANCES = { '1': '+1 h', '24': '+24 h', '72': '+72 h', '8784': '+1 año' };

/** What time it is for the portal, and the buttons that move that. */
export function Reloj({ ahora, adelantoHoras, mover }: Omit<EstadoDeDemo, 'averias'> & { mover: Accion }) {
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
          {Object.entries(AVANCES).map(([horas, boton]) => (
            <Boton key={horas} name="horas" value={horas} variante="secundario">
              {boton}
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

/** The steps of the guide, each with where it is done and what is still to do while one is at it. */
const PASOS = [
  { texto: 'Elige una e.firma e ingresa', href: '#efirmas', ante: [null] },
  { texto: 'Registra tu correo y tu celular', href: '/buzon', ante: ['REGISTRAR'] },
  { texto: 'Lee el SMS y captura su código', href: '/buzon', ante: ['CAPTURAR_CODIGO'] },
  { texto: 'Abre el correo y presiona «aquí»', href: '/demo/bandeja', ante: ['ABRIR_ENLACE'] },
  { texto: 'Lee la solicitud y fírmala', href: '/buzon/activacion', ante: ['FIRMAR', 'ESPERAR'] },
  { texto: 'Descarga tu acuse', href: '/buzon/acuses', ante: ['DESCARGAR_ACUSE'] },
] as const;

type Siguiente = (typeof PASOS)[number]['ante'][number];

/** The guided tour: where one is, by what the Buzón says is next; null without a session. */
export function Recorrido({ siguiente }: { siguiente: Siguiente }) {
  const actual = PASOS.findIndex(({ ante }) => (ante as readonly Siguiente[]).includes(siguiente));
  return (
    <Seccion id="recorrido" titulo="Recorrido">
      <ol className={estilos.pasos}>
        {PASOS.map(({ texto, href }, lugar) => (
          <li key={texto} aria-current={lugar === actual ? 'step' : undefined}>
            <a href={href}>{texto}</a>
            {lugar < actual && ' — hecho'}
            {lugar === actual && ' — estás aquí'}
          </li>
        ))}
      </ol>
      <p>
        Después, <a href="/verificar">verifica el acuse</a> como quien lo recibe; registra otro medio, adelanta el reloj
        72 horas sin validarlo y mira qué le pasa; o descompón algo y sigue.
      </p>
    </Seccion>
  );
}
