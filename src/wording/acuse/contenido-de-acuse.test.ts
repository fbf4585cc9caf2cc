import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { DatosDeAcuse } from '#domain/acuse/datos.ts';
import { TIPOS_DE_ACUSE } from '#domain/acuse/tipo-de-acuse.ts';
import { contenidoDeAcuse } from './contenido-de-acuse.ts';
import { plantillaDeVersion, plantillaVigente } from './plantillas.ts';

const FECHA = '2026-03-02T18:30:05.123Z';
const comun = { folio: 'BI-2026.00000001-52', fecha: FECHA, rfc: 'GODE561231GR8', nombre: 'EUGENIA {rfc} GÓMEZ' };
const telefono = { mecanismo: 'TELEFONO', valor: '+525512345678' } as const;
const solicitud: DatosDeAcuse = {
  tipo: 'SOLICITUD',
  ...comun,
  fechaDeFirma: '2026-03-02T18:29:00Z',
  textoVersion: 'solicitud/2022-09-22',
  textoSha256: 'ab'.repeat(32),
  serieDelFirmante: '30001000000500003415',
  cadenaFirmada: '||a:b||',
  firma: 'Zmlybh==',
};

const aclaracion: DatosDeAcuse = {
  tipo: 'ACLARACION',
  ...comun,
  asunto: 'ACTIVACION_BUZON_IMSS',
  texto: 'No me llega.\n\nAyuda.',
  textoSha256: 'cd'.repeat(32),
  medio: { folio: 'BI-2026.00000009-28', fechaDeRegistro: '2026-03-02T12:00:00Z', enPlazo: false },
  adjunto: { nombre: 'captura.pdf', bytes: 2048, sha256: 'ef'.repeat(32) },
  serieDelFirmante: '30001000000500003415',
};

function contenido(datos: DatosDeAcuse) {
  return contenidoDeAcuse(datos, plantillaVigente(datos.tipo, new Date(datos.fecha)));
}

describe('plantillas', () => {
  it('are frozen: what was issued never changes its words', () => {
    const hashOf = (versions: string[]) =>
      createHash('sha256')
        .update(JSON.stringify(versions.map(plantillaDeVersion)), 'utf8')
        .digest('hex');
    const first = ['registro', 'validacion', 'baja', 'solicitud'].map((tipo) => `${tipo}/2022-09-22`);
    expect(hashOf(first)).toBe('cec8fca804e1df2c9001777bf4c6de8b007fca2c70da128f915fa83371e9a606');
    const second = ['registro', 'validacion', 'baja'].map((tipo) => `${tipo}/2022-09-22/2`);
    expect(hashOf(second)).toBe('459e5e113cc2e3dc737e8b793446e3605b725ebc80454e486b05a1b23d35fabb');
    const third = first.slice(0, 3).map((version) => `${version}/3`);
    expect(hashOf(third)).toBe('a4df8e5e779e9c69d58883880ccc230ff3fc4ae190bc9ab649147fde6988d42c');
    expect(hashOf(['aclaracion/2022-09-22'])).toBe('03048920f705255a3435a5744ca82eef33deab606a33d37814c81c73d5d1df0f');
    expect(hashOf(['solicitud/2022-09-22/2'])).toBe('8f38b150b462847a3d38504938862dbb682b8f4edb5d2c34602354e35388b94b');
  });
  it.each(TIPOS_DE_ACUSE)('%s is found by date, also before the first, and by version', (tipo) => {
    const plantilla = plantillaVigente(tipo, new Date('2020-01-01T00:00:00Z'));
    expect(plantilla.tipo).toBe(tipo);
    expect(plantillaDeVersion(plantilla.version)).toBe(plantilla);
  });
  it('throw for a version that never was', () => expect(() => plantillaDeVersion('registro/1999')).toThrow(RangeError));
});

describe('contenidoDeAcuse', () => {
  it('of a medio for registros patronales says how many and the hash of their list, and under which medio they were', () => {
    const registros = { total: 50_000, sha256: 'ab'.repeat(32) };
    const datos = { ...comun, medio: telefono, registros, folioDelMedio: 'BI-2026.00000009-28', fechaDeBaja: FECHA };
    expect(contenido({ tipo: 'BAJA', ...datos }).secciones[1]?.filas.slice(2, 5)).toEqual([
      { etiqueta: 'Folio del medio de contacto:', valor: 'BI-2026.00000009-28' },
      { etiqueta: 'Registros Patronales:', valor: '50,000' },
      { etiqueta: 'SHA-256 de la relación de Registros Patronales:', valor: registros.sha256, isCodigo: true },
    ]);
    const old = plantillaDeVersion('baja/2022-09-22');
    expect(() => contenidoDeAcuse({ tipo: 'BAJA', ...datos }, old)).toThrow(RangeError);
  });
  it('names the first registros, or all where they are few', () => {
    const datos = (total: number) => ({ ...comun, medio: telefono, registros: { total, sha256: 'ab'.repeat(32) } });
    const relacion = (total: number, primeros: string[], version = 'registro/2022-09-22/3') =>
      contenidoDeAcuse({ tipo: 'REGISTRO', ...datos(total) }, plantillaDeVersion(version), primeros).secciones[1]
        ?.filas[2]?.valor;
    const dos = ['Y6000001101', 'Y6000002101'];
    expect(relacion(2, dos)).toBe('2: Y60-00001-10-1, Y60-00002-10-1');
    expect(relacion(5_000, dos)).toBe('5,000: Y60-00001-10-1, Y60-00002-10-1 y 4,998 más, que nombra el anexo');
    expect(relacion(5_000, dos, 'registro/2022-09-22/2')).toBe('5,000');
  });
  it('of a registro says what the guide’s receipt says', () => {
    const acuse = contenido({ tipo: 'REGISTRO', ...comun, medio: telefono });
    expect(acuse).toMatchObject({
      titulo: 'Acuse de registro o actualización de mecanismos de comunicación',
      fecha: '02/mar/2026 12:30',
      folio: comun.folio,
      firmado: null,
    });
    expect(acuse.cuerpo).toMatch(/^De conformidad con los "Lineamientos .* conforme a la siguiente información:$/);
    expect(acuse.cierre).toContain('El particular se encuentra obligado');
    expect(acuse.secciones[1]).toEqual({
      titulo: 'Información del mecanismo de comunicación registrado y/o actualizado',
      filas: [
        { etiqueta: 'Teléfono celular:', valor: '55 1234 5678' },
        { etiqueta: 'Estatus de registro:', valor: 'En proceso' },
      ],
    });
  });
  it('of a validación names the medio as registered', () => {
    const { secciones } = contenido({ tipo: 'VALIDACION', ...comun, medio: telefono });
    expect(secciones[1]?.filas).toEqual([
      { etiqueta: 'Teléfono celular registrado:', valor: '55 1234 5678' },
      { etiqueta: 'Estatus de registro:', valor: 'Validado' },
    ]);
  });
  it('of a baja has its date', () => {
    const { secciones } = contenido({ tipo: 'BAJA', ...comun, medio: telefono, fechaDeBaja: FECHA });
    expect(secciones[1]?.filas.at(-1)).toEqual({ etiqueta: 'Fecha de Baja:', valor: '02/mar/2026 12:30' });
  });
  it('of a baja that the padrón caused says so, in the edition that knows of it', () => {
    const registros = { total: 2, sha256: 'ab'.repeat(32) };
    const datos = { ...comun, medio: telefono, registros, fechaDeBaja: FECHA, causa: 'PADRON' as const };
    expect(contenido({ tipo: 'BAJA', ...datos }).secciones[1]?.filas.at(-1)).toEqual({
      etiqueta: 'Causa de la baja:',
      valor: 'Los Registros Patronales dejaron de estar a nombre del particular en el padrón del Instituto.',
    });
    const old = plantillaDeVersion('baja/2022-09-22/3');
    expect(() => contenidoDeAcuse({ tipo: 'BAJA', ...datos }, old)).toThrow(RangeError);
  });
  it('of a solicitud fills in who signed, once: a mark inside a name stays a name', () => {
    expect(contenido(solicitud).cuerpo).toBe(
      'Se hace constar que EUGENIA {rfc} GÓMEZ, con RFC GODE561231GR8, firmó el 02/mar/2026 12:29 (Tiempo del Centro de México), con la e.firma cuyo certificado tiene el número de serie 30001000000500003415, el texto que sigue.',
    );
    expect(contenido({ ...solicitud, rfcRepresentante: 'VADA800927DJ3' }).cuerpo).toContain(
      'por conducto de su representante legal, con RFC VADA800927DJ3, firmó',
    );
    expect(contenido(solicitud).firmado?.texto.version).toBe('solicitud/2022-09-22');
  });
  it('of an aclaración prints what was written, and says whether it came within 24 hours', () => {
    const { cuerpo, secciones } = contenido(aclaracion);
    expect(cuerpo).toMatch(
      /^Se hace constar que EUGENIA \{rfc\} GÓMEZ, con RFC GODE561231GR8, presentó el 02\/mar\/2026 12:30/,
    );
    expect(secciones[1]?.filas.map(({ etiqueta, valor }) => `${etiqueta} ${valor}`)).toEqual([
      'Asunto: Activación Buzón IMSS',
      'Folio del medio de contacto: BI-2026.00000009-28',
      'Fecha de registro del medio de contacto: 02/mar/2026 06:00',
      'Presentada dentro de las 24 horas del registro: No',
      'Archivo adjunto: captura.pdf (2 KB)',
      `SHA-256 del archivo adjunto: ${'ef'.repeat(32)}`,
    ]);
    expect(secciones[2]).toMatchObject({ titulo: 'Planteamiento', parrafos: ['No me llega.', 'Ayuda.'] });
    const sinMas = contenido({ ...aclaracion, medio: null, adjunto: null });
    expect(sinMas.secciones[1]?.filas).toHaveLength(1);
  });
  it('throws when the plantilla is of another type', () => {
    expect(() => contenidoDeAcuse(solicitud, plantillaDeVersion('registro/2022-09-22'))).toThrow(RangeError);
    const registro: DatosDeAcuse = { tipo: 'REGISTRO', ...comun, medio: telefono };
    expect(() => contenidoDeAcuse(registro, plantillaDeVersion('validacion/2022-09-22'))).toThrow(RangeError);
  });
});
