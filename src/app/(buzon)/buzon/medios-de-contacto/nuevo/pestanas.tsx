import { Pestanas } from '#ui/components/pestanas/pestanas.tsx';

const RFC = { href: '/buzon/medios-de-contacto/nuevo', texto: 'Medio de Contacto de RFC' };
const REGISTROS = {
  href: '/buzon/medios-de-contacto/nuevo/registros-patronales',
  texto: 'Medio de Contacto de Registros Patronales',
};

/** The guide's two tabs (VI, step 3); who never had registros patronales sees the first alone, and who is not for the RFC the second. */
export function PestanasDeAlcance({ actual, hasRegistros, isSinRfc }: Props) {
  return (
    <Pestanas
      etiqueta="Alcance"
      pestanas={[...(isSinRfc ? [] : [RFC]), ...(hasRegistros ? [REGISTROS] : [])]}
      actual={actual === 'rfc' ? RFC.href : REGISTROS.href}
    />
  );
}
interface Props {
  actual: 'rfc' | 'registros';
  hasRegistros: boolean;
  isSinRfc?: boolean;
}
