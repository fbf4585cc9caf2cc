import { ROLES_DE_SOPORTE, type RolDeSoporte } from '#domain/soporte/rol-de-soporte.ts';

const QUE_PUEDE = {
  CONSULTA: 'Consulta: buscar y ver folios',
  ATENCION: 'Atención: también reenviar, contestar aclaraciones y anotar',
  SUPERVISION: 'Supervisión: también el tablero, las consultas y el equipo',
} as const satisfies Record<RolDeSoporte, string>;

export const OPCIONES_DE_ROL = ROLES_DE_SOPORTE.map((valor) => ({ valor, texto: QUE_PUEDE[valor] }));
