import { AvisoDePrivacidadSimplificado } from '../textos/aviso-de-privacidad.tsx';
import estilos from './formulario-efirma.module.css';

/** The foot of every e.firma form (guide, section V, step 16). */
export function PieDePrivacidad() {
  return (
    <section className={estilos.privacidad} aria-labelledby="efirma-privacidad">
      <h2 id="efirma-privacidad">Aviso de privacidad simplificado</h2>
      <AvisoDePrivacidadSimplificado />
    </section>
  );
}
