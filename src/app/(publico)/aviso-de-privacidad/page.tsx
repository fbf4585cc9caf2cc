import type { Metadata } from 'next';
import { Encabezado } from '#ui/components/encabezado/encabezado.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { Prosa } from '#ui/components/prosa/prosa.tsx';
import { AvisoDePrivacidadIntegral } from '#ui/textos/aviso-de-privacidad-integral.tsx';

export const metadata: Metadata = { title: 'Aviso de privacidad' };

export default function AvisoDePrivacidadPage() {
  return (
    <Pila espacio="amplia">
      <Encabezado
        titulo="Aviso de privacidad"
        entradilla={
          <p>
            En breve: usamos tus datos solo para activar y operar tu Buzón, tu llave privada y su contraseña no salen de
            tu dispositivo y nada se usa para publicidad.
          </p>
        }
      />
      <Prosa>
        <AvisoDePrivacidadIntegral />
      </Prosa>
    </Pila>
  );
}
