import type { RolDeSoporte } from '#domain/soporte/rol-de-soporte.ts';
import { EFIRMAS_DE_SOPORTE } from './efirmas-de-soporte.ts';

export type CasoDeDemo =
  | 'VIGENTE'
  | 'VENCIDA'
  | 'AUN_NO_VIGENTE'
  | 'REVOCADA'
  | 'CSD'
  | 'OTRA_AUTORIDAD'
  | 'PAR_NO_CORRESPONDE';

export interface EfirmaDeDemo {
  /** Its name in addresses: `/demo/efirmas/<slug>.zip`. */
  slug: string;
  rfc: string;
  nombre: string;
  /** A sentence for the demo page: what happens with it. */
  paraQue: string;
  contrasena: string;
  /** How many registros patronales the demo padrón gives it. */
  registros: number;
  caso: CasoDeDemo;
  /** 20 digits. */
  serie: string;
  correo: string;
  rfcRepresentante?: string;
  curp?: string;
  curpRepresentante?: string;
  cifrado?: 'AES-256';
  /** Of the support staff. */
  rol?: RolDeSoporte;
}

/** The e.firmas that the demo offers. People, companies and RFCs are fictitious; the check digits are right. */
export const EFIRMAS_DE_DEMO: readonly EfirmaDeDemo[] = [
  {
    slug: 'moral-tres-registros',
    rfc: 'PEO020304K7A',
    nombre: 'PANADERIA LA ESPIGA DE ORO SA DE CV',
    paraQue: 'Persona moral con tres registros patronales: entra y recorre la activación completa.',
    contrasena: 'harina-y-Trigo-26',
    registros: 3,
    caso: 'VIGENTE',
    serie: '30001000000900000001',
    correo: 'contacto@espiga.example',
    rfcRepresentante: 'HEQL850612Q49',
    curpRepresentante: 'HEQL850612MDFRRC07',
  },
  {
    slug: 'moral-cinco-mil-registros',
    rfc: 'GCB110718R21',
    nombre: 'GRUPO CONSTRUCTOR DEL BALSAS SA DE CV',
    paraQue: 'Persona moral con 5,000 registros patronales: entra, y sus tablas siguen siendo rápidas.',
    contrasena: 'puentes5000Balsas',
    registros: 5000,
    caso: 'VIGENTE',
    serie: '30001000000900000002',
    correo: 'nomina@balsas.example',
    rfcRepresentante: 'TORG880419M21',
    curpRepresentante: 'TORG880419HGRRSB03',
    cifrado: 'AES-256',
  },
  {
    slug: 'fisica-un-registro',
    rfc: 'CALR780903J59',
    nombre: 'ROSARIO CASTILLO LARA',
    paraQue: 'Persona física con un registro patronal: entra y recorre la activación completa.',
    contrasena: 'Taller.Costura78',
    registros: 1,
    caso: 'VIGENTE',
    serie: '30001000000900000003',
    correo: 'rosario@costura.example',
    curp: 'CALR780903MPLSRS02',
  },
  {
    slug: 'particular-sin-registros',
    rfc: 'SARM930127L9A',
    nombre: 'MATEO SALDIVAR ROJAS',
    paraQue:
      'Particular sin registros patronales: entra, ve el aviso para quien no los tiene y puede activar su Buzón.',
    contrasena: 'mateo1993Saldivar',
    registros: 0,
    caso: 'VIGENTE',
    serie: '30001000000900000004',
    correo: 'mateo@correo.example',
    curp: 'SARM930127HJCLJT05',
  },
  {
    slug: 'fisica-con-enie',
    rfc: 'OAÑJ900715T31',
    nombre: 'JIMENA OÑATE ÑUÑEZ',
    paraQue: 'Persona física con Ñ en el RFC y una contraseña con acentos: entra como cualquier otra.',
    contrasena: 'Ñandú-contraseña-90',
    registros: 1,
    caso: 'VIGENTE',
    serie: '30001000000900000005',
    correo: 'jimena@onate.example',
    curp: 'OAXJ900715MDFXXM01',
  },
  {
    slug: 'moral-con-ampersand',
    rfc: 'M&R150820HB5',
    nombre: 'M&R CONSULTORES SC',
    paraQue: 'Persona moral con & en el RFC y un registro patronal: entra como cualquier otra.',
    contrasena: 'Consultores&2015',
    registros: 1,
    caso: 'VIGENTE',
    serie: '30001000000900000006',
    correo: 'hola@mrconsultores.example',
    rfcRepresentante: 'VIBE750211P80',
    curpRepresentante: 'VIBE750211HNLLRD04',
  },
  {
    slug: 'vencida',
    rfc: 'QUMA820730N67',
    nombre: 'AURELIO QUIROGA MENDEZ',
    paraQue: 'No entra: su certificado ya venció.',
    contrasena: 'aurelioVencida82',
    registros: 1,
    caso: 'VENCIDA',
    serie: '30001000000900000007',
    correo: 'aurelio@correo.example',
    curp: 'QUMA820730HOCRNR08',
  },
  {
    slug: 'aun-no-vigente',
    rfc: 'ROPI911005K11',
    nombre: 'IRENE ROBLEDO PAZ',
    paraQue: 'No entra: la vigencia de su certificado todavía no empieza.',
    contrasena: 'ireneDespues91',
    registros: 1,
    caso: 'AUN_NO_VIGENTE',
    serie: '30001000000900000008',
    correo: 'irene@correo.example',
    curp: 'ROPI911005MSLBZR06',
  },
  {
    slug: 'revocada',
    rfc: 'DFP990615V38',
    nombre: 'DISTRIBUIDORA FERRETERA DEL PACIFICO SA DE CV',
    paraQue: 'No entra: el servicio de revocación responde que su certificado fue revocado.',
    contrasena: 'ferreteria-Revoc99',
    registros: 2,
    caso: 'REVOCADA',
    serie: '30001000000900000009',
    correo: 'ventas@ferrepacifico.example',
    rfcRepresentante: 'LUGO8711238U0',
    curpRepresentante: 'LUGO871123HBCGMS09',
  },
  {
    slug: 'csd',
    rfc: 'TNA121103Q81',
    nombre: 'TRANSPORTES NUBE AZUL SA DE CV',
    paraQue: 'No entra: es un certificado de sello digital (CSD), el que se usa para facturar, y no una e.firma.',
    contrasena: 'sello-Facturas-26',
    registros: 1,
    caso: 'CSD',
    serie: '30001000000900000010',
    correo: 'cuentas@nubeazul.example',
    rfcRepresentante: 'NIJC860222X71',
    curpRepresentante: 'NIJC860222HMCVMR00',
  },
  {
    slug: 'otra-autoridad',
    rfc: 'GOSA800101AB6',
    nombre: 'ALMA GOMEZ SOLIS',
    paraQue: 'No entra: la emitió otra autoridad que se hace llamar igual.',
    contrasena: 'almaImpostora80',
    registros: 0,
    caso: 'OTRA_AUTORIDAD',
    serie: '30001000000900000011',
    correo: 'alma@correo.example',
    curp: 'GOSA800101MVZMLL01',
  },
  {
    slug: 'par-que-no-corresponde',
    rfc: 'BEMF730516D46',
    nombre: 'FEDERICO BERMUDEZ MORA',
    paraQue: 'No entra: su llave privada es de otro certificado.',
    contrasena: 'federicoOtraLlave73',
    registros: 0,
    caso: 'PAR_NO_CORRESPONDE',
    serie: '30001000000900000012',
    correo: 'federico@correo.example',
    curp: 'BEMF730516HMNRRD03',
  },
  ...EFIRMAS_DE_SOPORTE,
];
