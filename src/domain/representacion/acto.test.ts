import { describe, expect, it } from 'vitest';
import { ACTOS, type Acto, canAbrir, canActuar } from './acto.ts';
import { PODERES, type Poder } from './poder.ts';

describe('what each power opens', () => {
  const ABRE: Record<Poder, readonly Acto[]> = {
    ACTIVAR: ['ACTIVAR'],
    MEDIOS: [
      'VER_MEDIOS',
      'REGISTRAR_MEDIO',
      'REGISTRAR_MEDIO_DE_REGISTROS',
      'VALIDAR_MEDIO',
      'REENVIAR_MENSAJE',
      'ELIMINAR_MEDIO',
    ],
    ACLARACIONES: ['VER_ACLARACIONES', 'PRESENTAR_ACLARACION', 'RESPONDER_ACLARACION'],
    CONSULTAR: ['VER_ACUSES', 'DESCARGAR_ACUSE'],
  };
  const DEL_RFC: readonly Acto[] = ['ACTIVAR', 'REGISTRAR_MEDIO'];
  const actos = Object.keys(ACTOS) as Acto[];
  const combinaciones = Array.from({ length: 2 ** PODERES.length }, (_, bits) =>
    PODERES.filter((_, lugar) => bits & (1 << lugar)),
  );
  const celdas = combinaciones.flatMap((poderes) =>
    [[], ['A1234567891']].flatMap((registrosPatronales) =>
      actos.map((acto) => ({ poderes, registrosPatronales, acto })),
    ),
  );

  it('every combination of powers, for all registros and for chosen ones, against every act', () => {
    expect(celdas).toHaveLength(16 * 2 * actos.length);
    for (const { poderes, registrosPatronales, acto } of celdas) {
      const isDado = acto === 'ENTRAR' || poderes.some((poder) => ABRE[poder].includes(acto));
      const isDeOtros = registrosPatronales.length > 0 && DEL_RFC.includes(acto);
      expect(canActuar({ poderes, registrosPatronales }, acto), `${poderes} ${registrosPatronales} ${acto}`).toBe(
        isDado && !isDeOtros,
      );
    }
  });

  it('the titular does all of it; and nobody else what names representatives or takes data away', () => {
    expect(actos.filter((acto) => !canActuar(undefined, acto))).toEqual([]);
    const todo = { poderes: PODERES, registrosPatronales: [] };
    expect(actos.filter((acto) => !canActuar(todo, acto))).toEqual([
      'ELIMINAR_ULTIMO_MEDIO',
      'ETIQUETAR_MEDIO',
      'VER_COMUNICADOS',
      'ABRIR_EVIDENCIA',
      'VER_SESIONES',
      'DESCARGAR_MIS_DATOS',
      'NOMBRAR_REPRESENTANTE',
      'REPRESENTAR',
    ]);
  });

  it('a link leads somewhere where its page may be opened, whatever comes behind the address', () => {
    const deMedios = { poderes: ['MEDIOS'] as const, registrosPatronales: ['A1234567891'] as string[] };
    const abre = (ruta: string, facultades = deMedios) => canAbrir(facultades, ruta);
    expect(
      ['/buzon', '/ayuda', '/buzon/medios-de-contacto?validar=x#y', '/buzon/acusesx'].every((ruta) => abre(ruta)),
    ).toBe(true);
    expect(abre('/buzon/acuses/BI-2026.00000001-52/registro')).toBe(false);
    expect(abre('/buzon/medios-de-contacto/nuevo#por-validar')).toBe(false);
    expect(abre('/buzon/medios-de-contacto/nuevo', { ...deMedios, registrosPatronales: [] })).toBe(true);
    expect(abre('/buzon/medios-de-contacto/nuevo/registros-patronales?como=x')).toBe(true);
    expect(canAbrir(undefined, '/buzon/activacion')).toBe(true);
  });
});
