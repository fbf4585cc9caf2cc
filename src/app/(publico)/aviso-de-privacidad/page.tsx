import { TextoPorSecciones } from '#ui/components/texto-por-secciones/texto-por-secciones.tsx';
import { AVISO_DE_PRIVACIDAD_INTEGRAL } from '#ui/textos/aviso-de-privacidad.tsx';

export const metadata = { title: 'Aviso de privacidad' };

export default function AvisoDePrivacidadPage() {
  return (
    <TextoPorSecciones
      titulo="Aviso de privacidad"
      entradilla="Usamos tus datos sólo para activar y operar tu Buzón. Tu llave privada y su contraseña no salen de tu dispositivo."
      partes={AVISO_DE_PRIVACIDAD_INTEGRAL}
    />
  );
}
