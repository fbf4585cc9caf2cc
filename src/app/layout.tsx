import type { Metadata, Viewport } from 'next';
import localFont from 'next/font/local';
import type { ReactNode } from 'react';
import { EnDemo } from '#ui/demo/en-demo.tsx';
import { estadoDeDemo } from './_server/estado-de-demo.ts';
import { setAveriaDeDemoAction } from './demo/actions.ts';
import '#ui/tokens.css';
import '#ui/base.css';

/** Rendered on each request: the nonces of the security policy are new every time. */
export const dynamic = 'force-dynamic';

export const metadata: Metadata = {
  title: { default: 'Buzón', template: '%s · Buzón' },
  description:
    'Registra y valida tus medios de contacto y activa el Buzón IMSS con tu e.firma. No es un servicio oficial.',
  applicationName: 'Buzón',
  icons: { icon: { url: '/icono.svg', type: 'image/svg+xml' } },
  formatDetection: { telephone: false, email: false, address: false },
};

export const viewport: Viewport = { themeColor: '#611232', colorScheme: 'light' };

const notoSans = localFont({
  src: [
    { path: '../../public/fonts/noto-sans-400.woff2', weight: '400' },
    { path: '../../public/fonts/noto-sans-700.woff2', weight: '700' },
  ],
  variable: '--fuente-noto',
  display: 'swap',
});

/** The document around every page; each page brings its own frame (`Marco`). In demo, what somebody moved or broke stands above. */
export default function RootLayout({ children }: { children: ReactNode }) {
  const demo = estadoDeDemo();
  return (
    <html lang="es-MX" className={notoSans.variable}>
      <body>
        {demo && <EnDemo {...demo} arreglar={setAveriaDeDemoAction} />}
        {children}
      </body>
    </html>
  );
}
