import { expect, it } from 'vitest';
import { describeConsulta } from './describe-consulta.ts';

it.each([
  ['FOLIO_CONSULTADO', {}, 'Vio un folio'],
  ['FOLIO_EXPORTADO', { formato: 'PDF', isALaVista: true }, 'Exportó un folio: PDF, con los datos a la vista'],
  ['FOLIO_EXPORTADO', { formato: 'CSV', isALaVista: false }, 'Exportó un folio: CSV'],
  ['DATOS_MOSTRADOS', { motivo: 'REQUERIMIENTO' }, 'Mostró datos personales: REQUERIMIENTO'],
  ['OTRO_EVENTO', {}, 'OTRO_EVENTO'],
])('%s %j is «%s»', (evento, datos, texto) => {
  expect(describeConsulta({ evento, datos: datos as Record<string, string | boolean> })).toBe(texto);
});
