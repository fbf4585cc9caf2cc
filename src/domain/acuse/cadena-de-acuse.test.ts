import { describe, expect, it } from 'vitest';
import { cadenaDeAcuse } from './cadena-de-acuse.ts';
import { type DatosDeAcuse, type DatosDeAcuseDeAclaracion, parseDatosDeAcuse } from './datos.ts';

const comun = {
  folio: 'BI-2026.00000001-52',
  fecha: '2026-03-02T18:30:05.123Z',
  rfc: 'GODE561231GR8',
  nombre: 'EUGENIA GÓMEZ DÍAZ',
};
const medio = { mecanismo: 'CORREO_ELECTRONICO', valor: 'Ana.Gomez@correo.example' } as const;
const solicitud: DatosDeAcuse = {
  tipo: 'SOLICITUD',
  ...comun,
  rfcRepresentante: 'VADA800927DJ3',
  fechaDeFirma: '2026-03-02T18:29:00Z',
  textoVersion: 'solicitud/2022-09-22',
  textoSha256: 'ab'.repeat(32),
  serieDelFirmante: '30001000000500003415',
  cadenaFirmada: '||a:b||',
  firma: 'Zmlybh==',
};
const aclaracion: DatosDeAcuseDeAclaracion = {
  tipo: 'ACLARACION',
  ...comun,
  asunto: 'ACTIVACION_BUZON_IMSS',
  texto: 'No me llega el correo.',
  textoSha256: 'cd'.repeat(32),
  medio: { folio: 'BI-2026.00000009-28', fechaDeRegistro: '2026-03-02T12:00:00Z', enPlazo: true },
  adjunto: { nombre: 'captura|1.pdf', bytes: 2048, sha256: 'ef'.repeat(32) },
  serieDelFirmante: '30001000000500003415',
};
const INICIO =
  'Folio del trámite:BI-2026.00000001-52|Fecha de elaboración:2026-03-02T12:30:05-06:00|RFC:GODE561231GR8|Nombre, denominación o Razón social:EUGENIA GÓMEZ DÍAZ';

describe('cadenaDeAcuse', () => {
  it('of a registro', () => {
    expect(cadenaDeAcuse({ tipo: 'REGISTRO', ...comun, medio })).toBe(
      `||Invocante:Buzón IMSS|Tipo de trámite:Registro Medio Contacto|${INICIO}|Correo electrónico:Ana.Gomez@correo.example|Estatus de registro:En proceso||`,
    );
  });
  it('of a validación', () => {
    const telefono = { mecanismo: 'TELEFONO', valor: '+525512345678' } as const;
    expect(cadenaDeAcuse({ tipo: 'VALIDACION', ...comun, medio: telefono, serieDelFirmante: '3000' })).toBe(
      `||Invocante:Buzón IMSS|Tipo de trámite:Medios Contacto Validado|${INICIO}|Teléfono celular:+525512345678|Estatus de registro:Validado|Número de serie del certificado de la e.firma:3000||`,
    );
  });
  it('of a baja', () => {
    expect(cadenaDeAcuse({ tipo: 'BAJA', ...comun, medio, fechaDeBaja: '2026-03-02T18:30:05Z' })).toBe(
      `||Invocante:Buzón IMSS|Tipo de trámite:Baja Medio Contacto|${INICIO}|Correo electrónico:Ana.Gomez@correo.example|Estatus de registro:Baja|Fecha de Baja:2026-03-02T12:30:05-06:00||`,
    );
  });
  it('of some registros that the padrón took from a medio', () => {
    const registros = { total: 3, sha256: 'ab'.repeat(32) };
    const baja = {
      fechaDeBaja: '2026-03-02T18:30:05Z',
      folioDelMedio: 'BI-2026.00000009-28',
      causa: 'PADRON',
    } as const;
    expect(cadenaDeAcuse({ tipo: 'BAJA', ...comun, medio, registros, ...baja })).toBe(
      `||Invocante:Buzón IMSS|Tipo de trámite:Baja Medio Contacto|${INICIO}|Correo electrónico:Ana.Gomez@correo.example|Estatus de registro:Baja|Folio del medio de contacto:BI-2026.00000009-28|Registros Patronales:3|SHA-256 de la relación de Registros Patronales:${'ab'.repeat(32)}|Fecha de Baja:2026-03-02T12:30:05-06:00|Causa de la baja:Los Registros Patronales dejaron de estar a nombre del particular en el padrón||`,
    );
  });
  it('of a solicitud, with the signature that was received', () => {
    expect(cadenaDeAcuse(solicitud)).toBe(
      `||Invocante:Buzón IMSS|Tipo de trámite:Activación de Buzón IMSS|${INICIO}|RFC del representante legal:VADA800927DJ3|Fecha de firma:2026-03-02T12:29:00-06:00|Versión del texto:solicitud/2022-09-22|SHA-256 del texto:${'ab'.repeat(32)}|Número de serie del certificado de la e.firma:30001000000500003415|Firma electrónica avanzada:Zmlybh==||`,
    );
  });
});

describe('cadenaDeAcuse of an aclaración', () => {
  const cadena = (resto: string) =>
    `||Invocante:Buzón IMSS|Tipo de trámite:Aclaraciones u Orientaciones|${INICIO}|Asunto:Activación Buzón IMSS${resto}|Número de serie del certificado de la e.firma:30001000000500003415||`;

  it('has the hashes of what was written and of the file that came with it', () => {
    expect(cadenaDeAcuse(aclaracion)).toBe(
      cadena(
        `|Folio del medio de contacto:BI-2026.00000009-28|Fecha de registro del medio de contacto:2026-03-02T06:00:00-06:00|Presentada dentro de las 24 horas del registro:Sí|SHA-256 del planteamiento:${'cd'.repeat(32)}|Archivo adjunto:captura\\p1.pdf|SHA-256 del archivo adjunto:${'ef'.repeat(32)}`,
      ),
    );
  });
  it('says that it was late', () => {
    const { medio } = aclaracion;
    const late = cadenaDeAcuse({ ...aclaracion, medio: medio && { ...medio, enPlazo: false } });
    expect(late).toContain('|Presentada dentro de las 24 horas del registro:No|');
  });
  it('leaves out what it has not', () => {
    expect(cadenaDeAcuse({ ...aclaracion, medio: null, adjunto: null })).toBe(
      cadena(`|SHA-256 del planteamiento:${'cd'.repeat(32)}`),
    );
  });
});

describe('parseDatosDeAcuse', () => {
  it('reads back what was stored as JSON', () => {
    for (const datos of [solicitud, aclaracion])
      expect(parseDatosDeAcuse(JSON.parse(JSON.stringify(datos)))).toEqual(datos);
  });
  it.each([
    { ...solicitud, tipo: 'OTRO' },
    { ...solicitud, firma: 'no es base64' },
    { ...solicitud, fecha: 'ayer' },
    { tipo: 'BAJA', ...comun, medio },
    { ...aclaracion, asunto: 'CUALQUIERA' },
    { tipo: 'REGISTRO', ...comun, medio: { mecanismo: 'FAX', valor: '1' } },
    null,
  ])('throws for %j', (json) => expect(() => parseDatosDeAcuse(json)).toThrow());
});
