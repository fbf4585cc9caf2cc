import { describe, expect, it } from 'vitest';
import type { DatosDeAcuse } from '#domain/acuse/datos.ts';
import { type AcuseVerificado, datosCertificados } from './datos-certificados.ts';

const FECHA = '2026-03-02T18:00:00.000Z';
const comun = {
  folio: 'BI-2026.00000001-52',
  fecha: FECHA,
  rfc: 'EKU9003173C9',
  nombre: 'ESPIGA',
  medio: { mecanismo: 'CORREO_ELECTRONICO', valor: 'nomina@espiga.example' },
} as const;
const registros = (total: number) => ({ total, sha256: '0'.repeat(64) });
const REGISTRO: DatosDeAcuse = { ...comun, tipo: 'REGISTRO', registros: registros(3) };
const BAJA_DE_DOS: DatosDeAcuse = {
  ...comun,
  tipo: 'BAJA',
  registros: registros(2),
  fechaDeBaja: FECHA,
  folioDelMedio: 'BI-2026.00000002-31',
};
const EN_PROCESO = { de: 'MEDIO', estado: 'EN_PROCESO', fechaDeBaja: null, registros: 1 } as const;

function tell(datos: DatosDeAcuse, estadoActual: AcuseVerificado['estadoActual']) {
  const certificados = datosCertificados({
    datos,
    estadoActual,
    fallas: [],
    archivo: null,
    archivoSha256: null,
    serieDelSello: '1',
    selloDeTiempo: null,
    esDemo: true,
  });
  return Object.fromEntries(certificados.map(({ termino, valor }) => [termino, valor]));
}

describe('what the page of verification tells of a medio for registros patronales', () => {
  it('says for how many of those that the acuse certifies it goes on today', () => {
    expect(tell(REGISTRO, EN_PROCESO)).toMatchObject({
      'Registros patronales': '3',
      'Estado actual': 'En proceso',
      'Hoy el medio sigue para': '1 de 3 Registros Patronales',
    });
  });

  it('calls the removal of some what it is, and the state the one of the medio', () => {
    const dicho = tell(BAJA_DE_DOS, EN_PROCESO);
    expect(dicho).toMatchObject({
      Certifica: 'Baja de Registros Patronales de un medio de contacto',
      'Registros patronales dados de baja': '2',
      'Estado actual del medio': 'En proceso',
      'Hoy el medio sigue para': '1 Registro Patronal',
    });
    expect(dicho).not.toHaveProperty('Estado actual');
  });

  it('says no number once the medio itself was removed, nor of a medio for the RFC', () => {
    const baja = { ...EN_PROCESO, estado: 'BAJA', fechaDeBaja: new Date(FECHA) } as const;
    expect(tell(REGISTRO, baja)).not.toHaveProperty('Hoy el medio sigue para');
    const { registros: _, ...delRfc } = REGISTRO;
    expect(tell(delRfc, { ...EN_PROCESO, registros: null })).not.toHaveProperty('Hoy el medio sigue para');
  });
});

describe('what it tells of a solicitud', () => {
  const SOLICITUD: DatosDeAcuse = {
    folio: comun.folio,
    fecha: FECHA,
    rfc: comun.rfc,
    nombre: comun.nombre,
    tipo: 'SOLICITUD',
    fechaDeFirma: FECHA,
    textoVersion: 'solicitud/2022-09-22',
    textoSha256: '0'.repeat(64),
    serieDelFirmante: '1',
    cadenaFirmada: '||x||',
    firma: 'AAAA',
  };

  it('says what is to be known of the text, beside its version', () => {
    const dicho = tell(SOLICITUD, { de: 'SOLICITUD', estado: 'FIRMADA', reemplazadaEn: null });
    expect(dicho['Nota al texto firmado']).toContain('su renovación» está incompleta');
    expect(dicho['Estado actual']).toBe('Buzón activado');
  });

  it('says that one of a later text is in force, and since when it is signed, without its folio', () => {
    const reemplazadaEn = new Date('2026-03-05T18:00:00Z');
    expect(tell(SOLICITUD, { de: 'SOLICITUD', estado: 'REEMPLAZADA', reemplazadaEn })['Estado actual']).toBe(
      'Buzón activado. Esta solicitud ya no es la que está en vigor: la reemplazó la de un texto posterior, firmada el 05/mar/2026 12:00',
    );
  });
});
