import { expect, it } from 'vitest';
import { describeConsulta } from './describe-consulta.ts';

const SIN_MOTIVO = { motivo: null, detalle: null };

it.each([
  ['FOLIO_CONSULTADO', {}, 'Vio un folio'],
  ['FOLIO_EXPORTADO', { formato: 'PDF', isALaVista: true }, 'Exportó un folio: PDF, con los datos a la vista'],
  ['FOLIO_EXPORTADO', { formato: 'CSV', isALaVista: false }, 'Exportó un folio: CSV'],
  ['EVIDENCIA_DESCARGADA', { tipo: 'REGISTRO' }, 'Descargó la evidencia de un acuse'],
  ['INGRESO_DE_SOPORTE', { serie: '1' }, 'Entró'],
  ['OTRO_EVENTO', {}, 'OTRO_EVENTO'],
])('%s %j is «%s»', (evento, datos, texto) => {
  expect(describeConsulta({ ...SIN_MOTIVO, evento, datos: datos as Record<string, string | boolean> })).toBe(texto);
});

it('personal data that was uncovered comes with why, in their own words too', () => {
  const mostrados = { evento: 'DATOS_MOSTRADOS', datos: {}, motivo: 'OTRO', detalle: 'lo pidió el juez' } as const;
  expect(describeConsulta(mostrados)).toBe('Mostró datos personales: Otro motivo («lo pidió el juez»)');
});
