import type { Metadata } from 'next';
import { PaginaNoEncontrada } from './_frame/pagina-no-encontrada.tsx';

export const metadata: Metadata = { title: 'Página no encontrada' };

export default function NotFound() {
  return <PaginaNoEncontrada />;
}
