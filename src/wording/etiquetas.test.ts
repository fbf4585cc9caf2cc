import { expect, it } from 'vitest';
import { MOTIVOS_DE_MOSTRAR } from '#domain/soporte/motivo-de-mostrar.ts';
import { ETIQUETA_DE_ACLARACION, ETIQUETA_DE_ESTADO, ETIQUETA_DE_MOTIVO } from './etiquetas.ts';

it('states are named as in the guide', () => {
  expect(Object.values(ETIQUETA_DE_ESTADO)).toEqual(['En proceso', 'Validado', 'Cancelado', 'Baja']);
  expect(Object.values(ETIQUETA_DE_ACLARACION)).toEqual(['Presentada', 'En atención', 'Respondida', 'Cerrada']);
});

it('every reason to uncover data is offered', () => {
  expect(Object.keys(ETIQUETA_DE_MOTIVO)).toEqual([...MOTIVOS_DE_MOSTRAR]);
});
