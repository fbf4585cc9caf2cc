import { createHash } from 'node:crypto';
import { cadenaDeAcuse } from '#domain/acuse/cadena-de-acuse.ts';
import type { DatosDeAcuse } from '#domain/acuse/datos.ts';
import type { RelacionDeRegistros } from '#domain/acuse/relacion-de-registros.ts';
import { paresDeDesignacion, TRAMITE_DE_REPRESENTACION } from '#domain/representacion/designacion.ts';
import { PODERES } from '#domain/representacion/poder.ts';
import { cadenaDeSolicitud } from '#domain/solicitud/cadena-de-solicitud.ts';
import type { AcuseParaImprimir } from '#infra/pdf/render-acuse.ts';
import { plantillaVigente } from '#wording/acuse/plantillas.ts';
import { TEXTOS_DE_REPRESENTACION } from '#wording/solicitud/representacion.ts';
import { textoPlano, textoVigente } from '#wording/solicitud/textos.ts';

export const FECHA = '2026-03-02T18:30:05.123Z';
export const APP_URL = 'https://buzon.example';
/** Nobody's signature: for what is looked at, not verified. */
export const SELLO = new Uint8Array(256).map((_, i) => (i * 151 + 7) % 256);
export const SERIES = { sello: '99999000000000000001', firmante: '30001000000500003415' };

interface Particular {
  rfc: string;
  nombre: string;
  rfcRepresentante?: string;
}

const MORAL = { rfc: 'EKU9003173C9', nombre: 'ESCUELA KEMPER URGATE SA DE CV', rfcRepresentante: 'VADA800927DJ3' };
const FISICA = { rfc: 'GODE561231GR8', nombre: 'MARÍA EUGENIA GÓMEZ PEÑA' };
const NOMBRE_LARGO = `${'ASOCIACIÓN MEXICANA DE PRODUCTORES, COMERCIALIZADORES Y EXPORTADORES DE «ÑAME» & HORTALIZAS '.repeat(3).slice(0, 237)}, S.C. DE R.L.`;
/** 254 characters, the most that an address may have. */
const CORREO_LARGO = `${'administracion-de-personal.'.repeat(3).slice(0, 64)}@${'subdominio-muy-largo.'.repeat(9).slice(0, 181)}.example`;

const comun = { folio: 'BI-2026.00000001-52', fecha: FECHA, serieDelFirmante: SERIES.firmante };
const correo = { mecanismo: 'CORREO_ELECTRONICO', valor: 'maria.gomez@correo.example' } as const;
const telefono = { mecanismo: 'TELEFONO', valor: '+525512345678' } as const;
const largo = { rfc: 'ÑÑÑ&561231GR8', nombre: NOMBRE_LARGO, medio: { ...correo, valor: CORREO_LARGO } };
const delMedio = { folioDelMedio: 'BI-2026.00000009-28', fechaDeBaja: FECHA };

/** Acuses of every kind, short and long, by what each shows. */
export const MUESTRAS = {
  'registro-correo': () => acuse({ tipo: 'REGISTRO', ...comun, ...FISICA, medio: correo }),
  'registro-telefono': () => acuse({ tipo: 'REGISTRO', ...comun, ...MORAL, medio: telefono }),
  'registro-sin-demo': () => ({ ...acuse({ tipo: 'REGISTRO', ...comun, ...FISICA, medio: correo }), demo: false }),
  'registro-largo': () => acuse({ tipo: 'REGISTRO', ...comun, ...largo }),
  'registro-de-3': () => acuse(deRegistros(3)),
  'registro-de-50': () => acuse(deRegistros(50)),
  'registro-de-5000': () => acuse(deRegistros(5000)),
  'validacion-correo': () => acuse({ tipo: 'VALIDACION', ...comun, ...FISICA, medio: correo, serieDelFirmante: null }),
  'validacion-telefono': () => acuse({ tipo: 'VALIDACION', ...comun, ...MORAL, medio: telefono }),
  baja: () => acuse({ tipo: 'BAJA', ...comun, ...MORAL, medio: correo, fechaDeBaja: FECHA }),
  'baja-por-padron': () => acuse({ ...deRegistros(3), tipo: 'BAJA', ...delMedio, causa: 'PADRON' }),
  'baja-de-3': () => acuse({ ...deRegistros(3), tipo: 'BAJA', ...delMedio }),
  solicitud: () => acuse(solicitudDe(FISICA)),
  'solicitud-con-representante': () => acuse(solicitudDe(MORAL)),
  'solicitud-sin-demo': () => ({ ...acuse(solicitudDe(MORAL)), demo: false }),
  aclaracion: () => acuse(aclaracionDe(MORAL)),
  representacion: () => acuse(representacionDe(MORAL)),
  'solicitud-larga': () => acuse(solicitudDe({ ...MORAL, rfc: largo.rfc, nombre: NOMBRE_LARGO })),
} satisfies Record<string, () => AcuseParaImprimir>;

export type Muestra = keyof typeof MUESTRAS;

/** What is printed for these data, as the plantilla of their date has it. */
export function acuse(datos: DatosDeAcuse): AcuseParaImprimir {
  const registros = 'registros' in datos ? datos.registros : null;
  return {
    datos,
    plantilla: plantillaVigente(datos.tipo, new Date(datos.fecha)),
    cadenaOriginal: cadenaDeAcuse(datos),
    sello: SELLO,
    serieDelSello: SERIES.sello,
    appUrl: APP_URL,
    demo: true,
    registros: registros ? relacion(registros.total) : null,
  };
}

/** The data of an acuse of a medio for so many registros patronales. */
export function deRegistros(total: number): Extract<DatosDeAcuse, { tipo: 'REGISTRO' }> {
  return { tipo: 'REGISTRO', ...comun, ...MORAL, medio: correo, registros: { total, sha256: 'ab'.repeat(32) } };
}

/** As the database gives them: a thousand at a time. */
export function relacion(total: number, porParte = 1000): RelacionDeRegistros {
  const registro = (n: number) => `Y60${String(n).padStart(5, '0')}101`;
  return {
    total,
    sha256: 'ab'.repeat(32),
    async *partes() {
      for (let i = 0; i < total; i += porParte)
        yield Array.from({ length: Math.min(porParte, total - i) }, (_, k) => registro(i + k));
    },
  };
}

function aclaracionDe(particular: Particular): DatosDeAcuse {
  const parrafo = (i: number) => `Párrafo ${i} de lo que se planteó, con 中文 y <b>signos</b>.`;
  return {
    ...comun,
    ...particular,
    tipo: 'ACLARACION',
    asunto: 'ACTIVACION_BUZON_IMSS',
    texto: Array.from({ length: 40 }, (_, i) => parrafo(i)).join('\n\n'),
    textoSha256: 'cd'.repeat(32),
    medio: { folio: 'BI-2026.00000009-28', fechaDeRegistro: FECHA, enPlazo: true },
    adjunto: { nombre: 'captura.pdf', bytes: 2048, sha256: 'ef'.repeat(32) },
  };
}

function representacionDe({ rfc, nombre }: Particular): DatosDeAcuse {
  const texto = textoVigente(new Date(FECHA), TEXTOS_DE_REPRESENTACION);
  const textoSha256 = createHash('sha256').update(textoPlano(texto), 'utf8').digest('hex');
  const registrosPatronales = ['Y6012345101', 'Y6012346109'];
  const designacion = { poderes: [...PODERES], registrosPatronales, hasta: '2028-03-02T06:00:00.000Z' };
  const firmado = { ...comun, rfc, nombre, textoVersion: texto.version, textoSha256, rfcRepresentante: FISICA.rfc };
  const signed = { ...firmado, fecha: new Date(FECHA) };
  const firma = Buffer.from(SELLO).toString('base64');
  return {
    ...firmado,
    ...designacion,
    tipo: 'REPRESENTACION',
    fechaDeFirma: FECHA,
    cadenaFirmada: cadenaDeSolicitud(signed, TRAMITE_DE_REPRESENTACION, paresDeDesignacion(designacion)),
    firma: Buffer.from(SELLO.toReversed()).toString('base64'),
    nombreDelRepresentante: FISICA.nombre,
    delRepresentante: { fechaDeFirma: FECHA, serieDelFirmante: '30001000000500009999', firma },
  };
}

function solicitudDe(particular: Particular): DatosDeAcuse {
  const texto = textoVigente(new Date(FECHA));
  const textoSha256 = createHash('sha256').update(textoPlano(texto), 'utf8').digest('hex');
  const firmado = { ...comun, ...particular, textoVersion: texto.version, textoSha256 };
  return {
    ...firmado,
    tipo: 'SOLICITUD',
    fechaDeFirma: FECHA,
    cadenaFirmada: cadenaDeSolicitud({ ...firmado, fecha: new Date(FECHA) }),
    firma: Buffer.from(SELLO.toReversed()).toString('base64'),
  };
}
