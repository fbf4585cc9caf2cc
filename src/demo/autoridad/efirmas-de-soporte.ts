import type { EfirmaDeDemo } from './efirma-de-demo.ts';

/** The e.firmas of the demo's support staff, one of each role; they enter at /soporte/ingresar. */
export const EFIRMAS_DE_SOPORTE: readonly EfirmaDeDemo[] = [
  {
    slug: 'soporte-consulta',
    rfc: 'LOVC900412QX8',
    nombre: 'CAROLINA LOPEZ VILLEGAS',
    paraQue: 'Rol CONSULTA: busca folios y ve su historia, con los datos personales cubiertos.',
    contrasena: 'consulta-Carolina90',
    registros: 0,
    serie: '30001000000900000013',
    correo: 'carolina@soporte.example',
    curp: 'LOVC900412MDFPLR04',
    rol: 'CONSULTA',
  },
  {
    slug: 'soporte-atencion',
    rfc: 'ZAMA870623KP4',
    nombre: 'ANDRES ZAMORA MEDINA',
    paraQue: 'Rol ATENCION: además reenvía mensajes, contesta aclaraciones y anota folios.',
    contrasena: 'atencion-Andres87',
    registros: 0,
    serie: '30001000000900000014',
    correo: 'andres@soporte.example',
    curp: 'ZAMA870623HJCMDN07',
    rol: 'ATENCION',
  },
  {
    slug: 'soporte-supervision',
    rfc: 'FUGE791105TB3',
    nombre: 'ELENA FUENTES GARZA',
    paraQue: 'Rol SUPERVISION: además ve el tablero y quién consultó qué, y da y quita roles.',
    contrasena: 'supervision-Elena79',
    registros: 0,
    serie: '30001000000900000015',
    correo: 'elena@soporte.example',
    curp: 'FUGE791105MNLNRL02',
    rol: 'SUPERVISION',
  },
];
