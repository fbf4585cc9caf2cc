import { beforeEach, describe, expect, it } from 'vitest';
import { buildIdDeMensaje } from '#tramites/aviso/id-de-mensaje.ts';
import { sendAviso } from '#tramites/aviso/send-aviso.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { listMedios } from '#tramites/medio-de-contacto/list-medios.ts';
import { removeMedioDeContacto } from '#tramites/medio-de-contacto/remove-medio-de-contacto.ts';
import { consultFolio } from '#tramites/soporte/consult-folio.ts';
import { showDatos } from '#tramites/soporte/show-datos.ts';
import { folioEnPalabras } from '#wording/soporte/folio-en-palabras.ts';
import { presentar } from '../../support/aclaraciones.ts';
import { activar } from '../../support/activar.ts';
import { createEscenario, type Escenario, enterSoporte, type Titular } from '../../support/escenario.ts';
import { recordRebote } from '../../support/rebotes/record-rebote.ts';
import { contextoDeEnvio, RFC_DE_SOPORTE } from '../../support/soporte.ts';
import { testDb } from '../../support/test-db.ts';

const CORREO = 'ana@correo.example';
const YA_NO_LLEGAN = 'Los avisos ya no llegan a este correo';

let escenario: Escenario;
let titular: Titular;
let ctx: ContextoDeSoporte;
let folio: string;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
  ({ ctx } = await enterSoporte(escenario, 'ATENCION', RFC_DE_SOPORTE.ATENCION));
  await activar(titular);
  const medios = await listMedios(titular.ctx);
  folio = medios.find(({ valor }) => valor === CORREO)?.folio ?? '';
});

/** Sends the message of this kind to the address; gives its id. */
async function send(tipo: 'BUZON_ACTIVADO' | 'ACLARACION_PRESENTADA'): Promise<string> {
  const { id } = await escenario.db.aviso.findFirstOrThrow({ where: { tipo, destino: CORREO, estado: 'PENDIENTE' } });
  const accept = () => ({ aceptado: true, respuesta: '250 Ok', idDelProveedor: id }) as const;
  await sendAviso(contextoDeEnvio(escenario.ctx, accept), id, { isLast: false });
  return id;
}

async function bounce(avisoId: string): Promise<void> {
  const { claves } = escenario.ctx;
  const idDeMensaje = buildIdDeMensaje(claves, claves.idVigente, avisoId);
  await recordRebote(escenario.ctx, { idDeMensaje, codigo: '5.1.1', diagnostico: `550 <${CORREO}> no such user` });
}

async function consult() {
  const leido = await consultFolio(ctx, folio, { isCubierto: false });
  if (!leido) throw new Error(`no folio ${folio}`);
  const { resumen, cronologia } = folioEnPalabras(leido);
  const textos = cronologia.map(({ texto, detalle }) => `${texto} ${detalle ?? ''}`);
  return { ...resumen, textos };
}

describe('the folio of an address that was proved', () => {
  it('tells support what the titular sees: that notices about other folios came back from it', async () => {
    expect((await consult()).frases).toHaveLength(1);
    await bounce(await send('BUZON_ACTIVADO'));
    escenario.advance(60_000);
    await presentar(titular);
    await bounce(await send('ACLARACION_PRESENTADA'));
    expect(await listMedios(titular.ctx)).toContainEqual(expect.objectContaining({ folio, entrega: 'REBOTADO' }));
    const { frases, queHacer, textos } = await consult();
    expect(frases[1]).toContain(`${YA_NO_LLEGAN}: el último se devolvió el `);
    expect(frases[1]).toContain('porque esa dirección no existe');
    expect(queHacer).toContain('registre otro correo');
    const returned = textos.filter((texto) => texto.startsWith('Se devolvió '));
    expect(returned).toHaveLength(2);
    expect(returned[0]).toContain('el correo que avisa de la activación del Buzón, porque esa dirección no existe');
    expect(returned[1]).toContain('el correo que confirma la aclaración');
    expect(textos.join()).not.toContain(CORREO);
  });

  it('stops saying so once a later notice was accepted, and keeps the bounce in its history', async () => {
    await bounce(await send('BUZON_ACTIVADO'));
    escenario.advance(60_000);
    await presentar(titular);
    await send('ACLARACION_PRESENTADA');
    const { frases, queHacer, textos } = await consult();
    expect(frases).toHaveLength(1);
    expect(queHacer).toBeNull();
    expect(textos.filter((texto) => texto.startsWith('Se devolvió '))).toHaveLength(1);
  });

  it('shows the address of what came back with the rest of the folio, and keeps it when the medio is removed', async () => {
    await bounce(await send('BUZON_ACTIVADO'));
    await showDatos(ctx, { folio, motivo: 'OTRO', detalle: 'Porque hace falta verlo' });
    expect((await consult()).textos.join()).toContain(
      `Se preparó el correo que avisa de la activación del Buzón, para ${CORREO}`,
    );
    escenario.advance(60_000);
    await removeMedioDeContacto(titular.ctx, folio);
    const { frases, textos } = await consult();
    expect(frases.join()).not.toContain(YA_NO_LLEGAN);
    expect(textos.some((texto) => texto.startsWith('Se devolvió '))).toBe(true);
  });
});
