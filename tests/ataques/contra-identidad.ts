import { ROUTES } from '../architecture/routes.ts';
import { createVisitante } from '../support/visitante.ts';
import { type Directo, firstFalta } from './ataque.ts';

const FOLIO = 'BI-2026-0000000001';

const rutasDe = (quien: 'titular' | 'soporte') =>
  Object.entries(ROUTES)
    .filter(([, acceso]) => acceso.quien === quien)
    .map(([ruta]) =>
      ruta
        .replace('[folio]', FOLIO)
        .replace('[tipo]', 'registro')
        .replace(/\[\w+\]/g, '1'),
    );

/** Off to sign in, not there, or an answer that holds nothing. */
const isRefused = (status: number, location: string | null) =>
  status === 204 ||
  status === 404 ||
  status === 405 ||
  (status >= 300 && status < 400 && /\/ingresar/.test(location ?? ''));

export const CONTRA_IDENTIDAD: readonly Directo[] = [
  {
    nombre: 'entrar a cada página del Buzón y de soporte sin sesión',
    intentar: ({ nuevo }) =>
      firstFalta([...rutasDe('titular'), ...rutasDe('soporte')], async (ruta) => {
        const { status, headers } = await nuevo().ask(ruta);
        return isRefused(status, headers.get('location')) ? null : `${ruta} contestó ${status}`;
      }),
  },
  {
    nombre: 'entrar a cada página de soporte con la sesión de un titular',
    intentar: async ({ titular }) => {
      const suya = await titular();
      return firstFalta(rutasDe('soporte'), async (ruta) => {
        const { status, headers } = await suya.ask(ruta);
        return isRefused(status, headers.get('location')) ? null : `${ruta} contestó ${status}`;
      });
    },
  },
  {
    nombre: 'folio ajeno o adivinado, en toda dirección que lo lleva',
    intentar: async ({ titular }) => {
      const suya = await titular();
      const rutas = rutasDe('titular').filter((ruta) => ruta.includes(FOLIO));
      return firstFalta(rutas, async (ruta) => {
        const { status } = await suya.ask(ruta);
        return status === 404 ? null : `${ruta} contestó ${status}`;
      });
    },
  },
  {
    nombre: 'una cookie de sesión hecha a mano: sin firma, de otra llave, alterada',
    intentar: async ({ url, titular }) => {
      const real = (await titular()).cookie();
      const name = /([^=;\s]*session-token)=/.exec(real)?.[1] ?? 'next-auth.session-token';
      const value = new RegExp(`${name}=([^;]+)`).exec(real)?.[1] ?? '';
      const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');
      const unsigned = `${part({ alg: 'none' })}.${part({ sesionId: '00000000-0000-4000-8000-000000000000' })}.`;
      const altered = value.slice(0, -8) + [...value.slice(-8)].reverse().join('');
      return firstFalta([unsigned, altered, value.slice(0, 40), 'x'.repeat(4_000)], async (forged) => {
        const { status, headers } = await createVisitante(url).ask('/buzon', {
          headers: { cookie: `${name}=${forged}` },
        });
        return isRefused(status, headers.get('location')) ? null : `«${forged.slice(0, 30)}…» contestó ${status}`;
      });
    },
  },
  {
    nombre: 'repetir la respuesta a un reto, y usarla en otro navegador',
    intentar: async ({ nuevo, efirma }) => {
      const quien = await efirma('fisica-un-registro');
      const [one, other] = [nuevo(), nuevo()];
      const answer = await one.answerReto(quien);
      const { csrfToken } = await other.answerReto(quien);
      const inOther = await other.sendRespuesta({ ...answer, csrfToken });
      if (inOther === null) return 'otro navegador entró con ella';
      const first = await one.sendRespuesta(answer);
      if (first === null) return 'sirvió después de que otro la usó';
      const again = await one.answerReto(quien);
      if ((await one.sendRespuesta(again)) !== null) return 'no se pudo entrar de verdad';
      return (await one.sendRespuesta(again)) === null ? 'la misma respuesta sirvió dos veces' : null;
    },
  },
  {
    nombre: 'una respuesta a un reto con otra firma, otro RFC u otro certificado',
    intentar: async ({ nuevo, efirma }) => {
      const [suya, ajena] = [await efirma('fisica-un-registro'), await efirma('moral-tres-registros')];
      return firstFalta(
        [
          { rfc: ajena.rfc },
          { certificado: ajena.cer.buffer.toString('base64') },
          { firma: Buffer.alloc(256, 1).toString('base64') },
          { firma: '' },
          { certificado: suya.cer.buffer.subarray(0, 500).toString('base64') },
        ],
        async (mentira) => {
          const visitante = nuevo();
          const answer = { ...(await visitante.answerReto(suya)), ...mentira };
          return (await visitante.sendRespuesta(answer)) === null ? `entró con otra ${Object.keys(mentira)}` : null;
        },
      );
    },
  },
  {
    nombre: 'e.firmas vencida, revocada, de otra autoridad, CSD y aún no vigente',
    intentar: ({ nuevo, efirma }) =>
      firstFalta(
        ['vencida', 'revocada', 'otra-autoridad', 'par-que-no-corresponde', 'csd', 'aun-no-vigente'],
        async (slug) => {
          const visitante = nuevo();
          const answer = await visitante.answerReto(await efirma(slug));
          return (await visitante.sendRespuesta(answer)) === null ? `entró con ${slug}` : null;
        },
      ),
  },
  {
    nombre: 'una copia de la cookie después de «Salir»',
    intentar: async ({ url, nuevo, efirma }) => {
      const visitante = nuevo();
      await visitante.ingresar(await efirma('fisica-con-enie'));
      const copia = visitante.cookie();
      const marca = /name="marca" value="([^"]+)"/.exec((await visitante.ask('/buzon')).texto)?.[1] ?? '';
      await visitante.ask('/salir', { method: 'POST', body: new URLSearchParams({ marca }) });
      const { status, headers } = await createVisitante(url).ask('/buzon', { headers: { cookie: copia } });
      return isRefused(status, headers.get('location')) ? null : `la copia contestó ${status}`;
    },
  },
  {
    nombre: 'leer la cookie desde un guion o mandarla desde otro sitio; guardar en caché lo personal',
    intentar: async ({ nuevo, efirma }) => {
      const visitante = nuevo();
      await visitante.ingresar(await efirma('fisica-con-enie'));
      const loose = visitante
        .lines()
        .filter((line) => !/;\s*httponly/i.test(line) || !/;\s*samesite=(lax|strict)/i.test(line));
      if (loose.length > 0) return `sin HttpOnly o SameSite: ${loose[0]?.split('=')[0]}`;
      const { headers } = await visitante.ask('/buzon');
      return /no-store/.test(headers.get('cache-control') ?? '') ? null : '/buzon se puede guardar';
    },
  },
  {
    nombre: 'ingresar sin el csrf de next-auth; avisos de Twilio sin firma',
    intentar: async ({ nuevo, efirma }) => {
      const visitante = nuevo();
      const answer = { ...(await visitante.answerReto(await efirma('fisica-un-registro'))), csrfToken: 'x' };
      if ((await visitante.sendRespuesta(answer)) === null) return 'entró sin el csrf';
      const body = new URLSearchParams({ MessageSid: 'SM1', MessageStatus: 'delivered' });
      const { status } = await nuevo().ask('/api/twilio/estado', { method: 'POST', body });
      return status === 403 ? null : `Twilio sin firma contestó ${status}`;
    },
  },
  {
    nombre: 'probar valores de verificación hasta acertar',
    intentar: async ({ nuevo }) => {
      const visitante = nuevo();
      for (let vez = 0; vez < 140; vez++) {
        const { status, texto } = await visitante.ask(`/verificar/${FOLIO}/registro?v=AAAA-AAAA-${vez}`);
        if (status === 429 || /demasiad|más tarde|minutos/i.test(texto)) return null;
      }
      return '140 intentos seguidos y ninguno se rechazó';
    },
  },
];
