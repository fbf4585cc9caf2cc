import { Inicio } from '#ui/components/inicio/inicio.tsx';

export const metadata = { title: { absolute: 'Buzón · Activa tu Buzón IMSS con tu e.firma' } };

export default function InicioPage() {
  return <Inicio />;
}
