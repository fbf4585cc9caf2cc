import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ContextoDeEnvio } from '#tramites/aviso/compose-mensaje.ts';
import { sendAviso } from '#tramites/aviso/send-aviso.ts';
import { settleForgottenAvisos } from '#tramites/aviso/settle-forgotten-avisos.ts';
import { removeRegistrosDeMedio } from '#tramites/medio-de-contacto/remove-registros-de-medio.ts';
import { verifySolicitud } from '#tramites/solicitud/verify-solicitud.ts';
import { consultFolio } from '#tramites/soporte/consult-folio.ts';
import type { ContenidoDeCorreo } from '#wording/aviso/contenido.ts';
import { sucesoDe } from '#wording/soporte/folio-en-palabras.ts';
import { presentar, responder } from '../../support/aclaraciones.ts';
import { firmarSolicitud } from '../../support/activar.ts';
import {
  addMedioValidado,
  createEscenario,
  type Escenario,
  enterSoporte,
  type Titular,
} from '../../support/escenario.ts';
import { addRegistros } from '../../support/padron.ts';
import { registerForRegistros } from '../../support/registros.ts';
import { contextoDeEnvio, RFC_DE_SOPORTE } from '../../support/soporte.ts';
import { testDb } from '../../support/test-db.ts';

const CORREO = 'ana@correo.example';
const SISTEMA = { tipo: 'SISTEMA' } as const;

let escenario: Escenario;
let titular: Titular;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
  await addMedioValidado(titular, 'CORREO_ELECTRONICO', CORREO);
});

/** Hands over all that waits; answers each message with its text. */
async function sendAll(): Promise<{ tipo: string; folio: string | null; texto: string }[]> {
  const sent: Awaited<ReturnType<typeof sendAll>> = [];
  const waiting = await escenario.db.aviso.findMany({ where: { estado: 'PENDIENTE' }, orderBy: { id: 'asc' } });
  for (const { id, tipo, folio } of waiting) {
    const base = contextoDeEnvio(escenario.ctx, () => ({ aceptado: true, respuesta: '250', idDelProveedor: id }));
    const send: ContextoDeEnvio['correo']['send'] = async ({ contenido }) => {
      sent.push({ tipo, folio, texto: textOf(contenido) });
      return { aceptado: true, respuesta: '250', idDelProveedor: id };
    };
    await sendAviso({ ...base, correo: { ...base.correo, send } }, id, { isLast: false });
  }
  return sent;
}

function textOf({ parrafos }: ContenidoDeCorreo): string {
  return parrafos.map(({ tramos }) => tramos.map(({ texto }) => texto).join('')).join('\n');
}

/** Signs while nobody says whether the e.firma is revoked; answers the folio. */
async function signUnverified(): Promise<string> {
  escenario.setOcsp((now) => ({ resultado: 'BUENO', der: new Uint8Array([1]), vigenteHasta: now }));
  const { ctx, efirma } = await escenario.enter();
  escenario.setOcsp(() => ({ resultado: 'SIN_RESPUESTA', motivo: 'down' }));
  return firmarSolicitud({ ctx: { ...ctx, politicaOcsp: 'tolerante' }, efirma });
}

async function findRevoked(folio: string): Promise<void> {
  escenario.setOcsp((now) => ({ resultado: 'REVOCADO', der: new Uint8Array([1]), vigenteHasta: now }));
  const { id } = await escenario.db.solicitud.findUniqueOrThrow({ where: { folio } });
  await verifySolicitud({ ...escenario.ctx, actor: SISTEMA }, id, { isLast: false });
}

async function registerMedio(valor: string): Promise<string> {
  const registered = await registerForRegistros(titular, valor, 'todos');
  if (!registered.ok) throw new Error(registered.error);
  return registered.value.folio;
}

describe('messages that wait while another of their kind is caused', () => {
  it('name each its own solicitud, though all were found revoked before any was sent', async () => {
    await addMedioValidado(titular, 'TELEFONO', '+525512345678');
    const folios: string[] = [];
    for (let i = 0; i < 3; i++) {
      folios.push(await signUnverified());
      // In the same millisecond, and then by a clock that went back.
      if (i === 1) escenario.advance(-1000);
      await findRevoked(folios[i] as string);
    }
    const sent = (await sendAll()).filter(({ tipo }) => tipo === 'SOLICITUD_INVALIDA');
    expect(sent.map(({ folio }) => folio)).toEqual(folios);
    for (const [i, { texto }] of sent.entries()) {
      expect(texto).toContain(folios[i]);
      for (const other of folios.filter((folio) => folio !== folios[i])) expect(texto).not.toContain(other);
      const attempts = await escenario.db.bitacora.findMany({
        where: { folio: folios[i] ?? '', evento: { in: ['ENVIO_INTENTADO', 'ENVIO_RESUELTO'] } },
        select: { datos: true },
      });
      expect(attempts).toHaveLength(2);
    }
  });

  it('are each under its own folio for support, whatever the order in which things happened', async () => {
    const { ctx: soporte } = await enterSoporte(escenario, 'ATENCION', RFC_DE_SOPORTE.ATENCION);
    const numeros = await addRegistros(escenario.db, titular.ctx.actor.titularId, 9);
    const medios = [await registerMedio('uno@despacho.example'), await registerMedio('dos@despacho.example')];
    const aclaraciones = [await presentar(titular), await presentar(titular)];
    const left = medios.map(() => [...numeros]);
    const expected = new Map<string, number>(aclaraciones.map((folio) => [folio, 1]));
    const hechos = fc.array(fc.tuple(fc.constantFrom('baja', 'respuesta'), fc.constantFrom(0, 1), fc.boolean()), {
      minLength: 3,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(hechos, async (sequence) => {
        for (const [que, cual, isBack] of sequence) {
          escenario.advance(isBack ? -500 : 0);
          if (que === 'respuesta') {
            await responder(soporte, aclaraciones[cual] as string);
            expected.set(aclaraciones[cual] as string, (expected.get(aclaraciones[cual] as string) ?? 0) + 1);
          } else if ((left[cual]?.length ?? 0) > 1) {
            const numeros = [left[cual]?.pop() as string];
            const removed = await removeRegistrosDeMedio(titular.ctx, { folio: medios[cual] as string, numeros });
            if (removed.ok) expected.set(removed.value.folio, 1);
          }
        }
        for (const [folio, cuantos] of expected) {
          const leido = await consultFolio(soporte, folio, { isCubierto: true });
          const told =
            leido?.cronologia.filter((hecho) => sucesoDe(hecho).texto.startsWith('Se preparó el correo')) ?? [];
          expect(told.length, folio).toBe(cuantos);
        }
      }),
      { numRuns: 3, endOnFailure: true },
    );
    const sent = await sendAll();
    for (const { folio, texto } of sent.filter(({ tipo }) => /REGISTROS|ACLARACION/.test(tipo)))
      expect(texto).toContain(folio);
    const deMedios = new Set(medios);
    const deBajas = sent.filter(({ tipo }) => tipo === 'REGISTROS_ELIMINADOS');
    expect(deBajas.length).toBeGreaterThan(0);
    expect(
      deBajas.every(({ folio, texto }) => !deMedios.has(folio ?? '') && medios.some((each) => texto.includes(each))),
    ).toBe(true);
  });

  it('keep their folio when nobody takes them and the queue forgets them', async () => {
    await addMedioValidado(titular, 'TELEFONO', '+525512345678');
    const folio = await signUnverified();
    await findRevoked(folio);
    escenario.advance(4 * 24 * 3_600_000);
    await settleForgottenAvisos({ ...escenario.ctx, actor: SISTEMA });
    expect(await escenario.db.bitacora.count({ where: { folio, evento: 'ENVIO_RESUELTO' } })).toBe(1);
  });
});

describe('the database', () => {
  it('lets no message be without the key of what its tipo tells of, and names its folio', async () => {
    const { id: medioId, folio, valorComparable } = await escenario.db.medioDeContacto.findFirstOrThrow();
    const insert = (tipo: string, columns: string, values: string) =>
      escenario.db.$executeRawUnsafe(
        `INSERT INTO aviso (id, titular_id, tipo, mecanismo, destino, destino_comparable, estado, creado_en${columns})
         VALUES (gen_random_uuid(), '${titular.ctx.actor.titularId}', '${tipo}', 'TELEFONO', 'x', '${valorComparable}', 'PENDIENTE', now()${values})`,
      );
    const { TIPOS_DE_AVISO } = await import('#domain/aviso/tipo-de-aviso.ts');
    for (const tipo of TIPOS_DE_AVISO) await expect(insert(tipo, '', ''), tipo).rejects.toThrow(/aviso_/);
    await expect(insert('SOLICITUD_INVALIDA', ', medio_id', `, '${medioId}'`)).rejects.toThrow(/aviso_de_una_cosa/);
    await expect(insert('MEDIO_ELIMINADO', ', medio_id', `, '${medioId}'`)).rejects.toThrow(/aviso_lleva_su_acuse/);
    await insert('MEDIO_CANCELADO', ', medio_id, folio', `, '${medioId}', 'otro'`);
    expect(await escenario.db.aviso.findMany({ select: { folio: true } })).toEqual([{ folio }]);
    await expect(escenario.db.$executeRaw`UPDATE aviso SET folio = 'otro'`).rejects.toThrow(/never changes/);
  });

  it('lets no message tell a titular of what is another’s', async () => {
    const other = await escenario.enter('MEGL920721K30');
    const { id: medioId, valor } = await escenario.db.medioDeContacto.findFirstOrThrow();
    const data = {
      titularId: other.ctx.actor.titularId,
      medioId,
      tipo: 'MEDIO_CANCELADO',
      mecanismo: 'CORREO_ELECTRONICO',
      destino: valor,
      destinoComparable: valor,
      estado: 'PENDIENTE',
      creadoEn: escenario.ctx.now(),
    } as const;
    await expect(escenario.db.aviso.create({ data })).rejects.toThrow(/not theirs/);
  });
});
