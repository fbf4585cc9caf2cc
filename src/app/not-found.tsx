import type { Metadata } from 'next';
import { PageNotFound } from './_frame/page-not-found.tsx';

export const metadata: Metadata = { title: 'Página no encontrada' };

export default function NotFound() {
  return <PageNotFound />;
}
