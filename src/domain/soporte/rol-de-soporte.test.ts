import { expect, it } from 'vitest';
import { hasPermiso, type PermisoDeSoporte, ROLES_DE_SOPORTE } from './rol-de-soporte.ts';

it.each([
  ['CONSULTAR', ['CONSULTA', 'ATENCION', 'SUPERVISION']],
  ['ATENDER', ['ATENCION', 'SUPERVISION']],
  ['SUPERVISAR', ['SUPERVISION']],
] as [PermisoDeSoporte, string[]][])('only these may %s: %j', (permiso, roles) => {
  expect(ROLES_DE_SOPORTE.filter((rol) => hasPermiso(rol, permiso))).toEqual(roles);
});
