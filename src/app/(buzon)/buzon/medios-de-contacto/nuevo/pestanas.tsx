import { Pestanas } from '#ui/components/pestanas/pestanas.tsx';

const RFC = { href: '/buzon/medios-de-contacto/nuevo', texto: 'Medio de Contacto de RFC' };
const REGISTROS = {
  href: '/buzon/medios-de-contacto/nuevo/registros-patronales',
  texto: 'Medio de Contacto de Registros Patronales',
};

/** The guide's two tabs (VI, step 3); who never had registros patronales sees the first alone. */
export function PestanasDeAlcance({ actual, hasRegistros }: { actual: 'rfc' | 'registros'; hasRegistros: boolean }) {
  return (
    <Pestanas
      etiqueta="Alcance"
      pestanas={hasRegistros ? [RFC, REGISTROS] : [RFC]}
      actual={actual === 'rfc' ? RFC.href : REGISTROS.href}
    />
  );
}
