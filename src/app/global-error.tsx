'use client';

import { PantallaDeError } from '#ui/components/pantalla-de-error/pantalla-de-error.tsx';
import '#ui/tokens.css';
import '#ui/base.css';

/** Stands in for the whole document when even the root layout failed. Next asks for 'use client' in this file. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="es-MX">
      <body>
        <title>Algo falló · Buzón</title>
        <PantallaDeError error={error} reintentar={reset} />
      </body>
    </html>
  );
}
