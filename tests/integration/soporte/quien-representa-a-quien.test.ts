import { beforeEach, describe, expect, it } from 'vitest';
import { maskRfc } from '#domain/mascara.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { endRepresentacion } from '#tramites/representacion/end-representacion.ts';
import { consultFolio } from '#tramites/soporte/consult-folio.ts';
import { consultTitular } from '#tramites/soporte/consult-titular.ts';
import { showDatos } from '#tramites/soporte/show-datos.ts';
import { folioEnPalabras } from '#wording/soporte/folio-en-palabras.ts';
import { createEscenario, type Escenario, enterSoporte, type Titular } from '../../support/escenario.ts';
import { designar, firmarDesignacion, proponer } from '../../support/representar.ts';
import { RFC_DE_SOPORTE } from '../../support/soporte.ts';
import { testDb } from '../../support/test-db.ts';

const MORAL = 'EKU9003173C9';

let escenario: Escenario;
let titular: Titular;
let representante: Titular;
let ctx: ContextoDeSoporte;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter(MORAL);
  representante = await escenario.enter();
  ({ ctx } = await enterSoporte(escenario, 'CONSULTA', RFC_DE_SOPORTE.CONSULTA));
});

async function consult({ ctx: { actor } }: Titular, paginas = {}) {
  const found = await consultTitular(ctx, actor.titularId, paginas);
  if (!found) throw new Error('no titular');
  return found;
}

const rfcDe = ({ ctx: { actor } }: Titular) => actor.rfc;

describe('who represents whom, for support', () => {
  it('is told in both directions, with since when, until when and by which signatures, and the other covered', async () => {
    const folio = await designar(titular, representante);
    const vigenteDesde = escenario.ctx.now();
    const firmas = [
      { lado: 'TITULAR', fecha: vigenteDesde, serie: titular.ctx.actor.serie },
      { lado: 'REPRESENTANTE', fecha: vigenteDesde, serie: representante.ctx.actor.serie },
    ];
    const comun = { folio, situacion: 'VIGENTE', vigenteDesde, hasta: new Date('2027-07-01T06:00:00Z'), firmas };
    const [one, other] = [await consult(titular), await consult(representante)];
    expect(one.loRepresentan.filas).toMatchObject([{ ...comun, elOtro: maskRfc(rfcDe(representante)) }]);
    expect(other.representa.filas).toMatchObject([{ ...comun, elOtro: maskRfc(MORAL) }]);
    expect([one.representa.filas, other.loRepresentan.filas]).toEqual([[], []]);
    expect(JSON.stringify(one)).not.toContain(rfcDe(representante));
    expect(JSON.stringify(other)).not.toContain(MORAL);
    await endRepresentacion(titular.ctx, folio);
    expect((await consult(representante)).representa.filas).toMatchObject([
      { folio, situacion: 'REVOCADA', terminadaEn: vigenteDesde, firmas },
    ]);
  });

  it('what one alone signed is not among it', async () => {
    const folio = await proponer(titular, rfcDe(representante));
    await firmarDesignacion(titular.ctx, titular.efirma, folio);
    expect((await consult(titular)).loRepresentan.filas).toMatchObject([
      { folio, situacion: 'PRIMERA_FIRMA', vigenteDesde: null, firmas: [] },
    ]);
    expect(JSON.stringify(await consult(titular))).not.toContain(titular.ctx.actor.serie);
  });

  it('comes newest first, by pages', async () => {
    for (let n = 0; n < 27; n++) await proponer(titular, `XXXX9${String(n).padStart(5, '0')}AB1`);
    const first = (await consult(titular)).loRepresentan;
    const second = (await consult(titular, { representantes: first.filas.at(-1)?.folio })).loRepresentan;
    const folios = [...first.filas, ...second.filas].map(({ folio }) => folio);
    expect([first.hasMas, second.hasMas, folios.length]).toEqual([true, false, 27]);
    expect(folios).toEqual(folios.toSorted().reverse());
  });

  it('a folio says the same of its designation, and who it is after «Mostrar»', async () => {
    const folio = await designar(titular, representante);
    const read = async () => {
      const leido = await consultFolio(ctx, folio, { isCubierto: false });
      if (!leido) throw new Error('no folio');
      return folioEnPalabras(leido).datos.map(({ termino, valor }) => `${termino}: ${valor}`);
    };
    const covered = await read();
    expect(covered).toContain(`RFC del representante: ${maskRfc(rfcDe(representante))}`);
    expect(covered.join('\n')).toMatch(/Vigente desde: 24\/nov\/2026 06:00:00/);
    for (const [quien, { serie }] of [
      ['titular', titular.ctx.actor],
      ['representante', representante.ctx.actor],
    ] as const)
      expect(covered).toContain(`Firma del ${quien}: el 24/nov/2026 06:00:00, con la e.firma de serie ${serie}`);
    await showDatos(ctx, { folio, motivo: 'ACLARACION', detalle: 'Pregunta quién puede actuar por la empresa.' });
    expect(await read()).toContain(`RFC del representante: ${rfcDe(representante)}`);
  });
});
