import { Seccion } from '#ui/components/seccion/seccion.tsx';
import estilos from './recorrido.module.css';

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
