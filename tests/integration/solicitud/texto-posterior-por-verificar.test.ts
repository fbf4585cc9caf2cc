import { beforeEach, describe, expect, it, vi } from 'vitest';
import { findEstadoDeActivacion } from '#tramites/solicitud/estado-de-activacion.ts';
import { verifySolicitud } from '#tramites/solicitud/verify-solicitud.ts';
import { consultFolio } from '#tramites/soporte/consult-folio.ts';
import type { TextoDeSolicitud } from '#wording/solicitud/texto-de-solicitud.ts';
import { folioEnPalabras } from '#wording/soporte/folio-en-palabras.ts';
import { activar } from '../../support/activar.ts';
import { AHORA } from '../../support/efirma/autoridad-de-prueba.ts';
import { createEscenario, type Escenario, enterSoporte, type Titular } from '../../support/escenario.ts';
import { lastMessage, sign, verificar } from '../../support/firmar-texto.ts';
import { testDb } from '../../support/test-db.ts';
import { textosFicticios } from '../../support/textos-ficticios.ts';

const DAY_MS = 86_400_000;
const NOT_LAST = { isLast: false };
const [PIDE] = textosFicticios(new Date(AHORA.getTime() + DAY_MS));

const publicados = vi.hoisted((): unknown[] => []);
vi.mock('#wording/solicitud/textos-publicados.ts', async (original) => {
  const { TEXTOS_PUBLICADOS } = await original<{ TEXTOS_PUBLICADOS: readonly TextoDeSolicitud[] }>();
  publicados.push(...TEXTOS_PUBLICADOS);
  return { TEXTOS_PUBLICADOS: publicados };
});

let escenario: Escenario;
let titular: Titular;
beforeEach(async () => {
  publicados.splice(1, Number.POSITIVE_INFINITY, PIDE);
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
});

const estado = () => findEstadoDeActivacion(titular.ctx);
const signings = () => escenario.db.solicitud.findMany({ orderBy: { fecha: 'asc' } });

describe('a later text signed while the revocation service is down, under «tolerante»', () => {
  let primero: string;
  beforeEach(async () => {
    primero = await activar(titular);
    escenario.advance(2 * DAY_MS);
    escenario.setOcsp(() => ({ resultado: 'SIN_RESPUESTA', motivo: 'down' }));
    expect((await sign({ ...titular, ctx: { ...titular.ctx, politicaOcsp: 'tolerante' } }, PIDE.version)).ok).toBe(
      true,
    );
  });
  const pendiente = async () => (await signings()).at(-1) ?? ({} as never);

  it('leaves the one before in force until it is verified', async () => {
    const { folio, id } = await pendiente();
    expect(await estado()).toMatchObject({
      solicitud: { folio: primero },
      pendiente: { folio },
      porFirmar: null,
      avance: { paso: 'hecho', falta: expect.stringContaining('sigue en vigor la anterior') },
    });
    expect((await verificar(titular, primero)).verificacion.estadoActual).toMatchObject({ estado: 'FIRMADA' });
    escenario.setOcsp((now) => ({ resultado: 'BUENO', der: new Uint8Array([1]), vigenteHasta: now }));
    await verifySolicitud(escenario.ctx, id, NOT_LAST);
    expect(await estado()).toMatchObject({ solicitud: { folio }, pendiente: null });
  });

  it('leaves it in force when the e.firma turns out revoked, and asks again', async () => {
    escenario.setOcsp((now) => ({ resultado: 'REVOCADO', der: new Uint8Array([1]), vigenteHasta: now }));
    await verifySolicitud(escenario.ctx, (await pendiente()).id, NOT_LAST);
    expect(await estado()).toMatchObject({
      solicitud: { folio: primero },
      porFirmar: { version: PIDE.version },
      avance: { paso: 'hecho' },
    });
    expect(await lastMessage(escenario, 'SOLICITUD_INVALIDA')).toContain('Tu Buzón IMSS sigue activo');
    escenario.setOcsp((now) => ({ resultado: 'BUENO', der: new Uint8Array([1]), vigenteHasta: now }));
    const { ctx } = await enterSoporte(escenario, 'CONSULTA', 'LOVC900412QX8');
    const leido = await consultFolio(ctx, (await pendiente()).folio, { isCubierto: true });
    const resumen = leido && folioEnPalabras(leido).resumen;
    expect(resumen?.frases.join(' ')).toContain(`con el folio ${primero}: el Buzón está activo`);
    expect(resumen?.queHacer).toContain('puede firmar otra vez');
  });
});
