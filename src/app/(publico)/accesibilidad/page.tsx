import type { Metadata } from 'next';
import { Encabezado } from '#ui/components/encabezado/encabezado.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { Prosa } from '#ui/components/prosa/prosa.tsx';
import { DeclaracionDeAccesibilidad } from '#ui/textos/declaracion-de-accesibilidad.tsx';

export const metadata: Metadata = { title: 'Accesibilidad' };

export default function AccesibilidadPage() {
  return (
    <Pila espacio="amplia">
      <Encabezado
        titulo="Accesibilidad"
        entradilla={
          <p>
            Queremos que cualquier persona pueda activar su Buzón. Este portal sigue las Pautas de Accesibilidad para el
            Contenido Web (WCAG) 2.2 en su nivel AA.
          </p>
        }
      />
      <Prosa>
        <DeclaracionDeAccesibilidad />
      </Prosa>
    </Pila>
  );
}
