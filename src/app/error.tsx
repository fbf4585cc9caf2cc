'use client';

import { PantallaDeError } from '#ui/components/pantalla-de-error/pantalla-de-error.tsx';

/** Next asks for 'use client' in this very file: the one place outside of ui/. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <PantallaDeError error={error} reintentar={reset} />;
}
