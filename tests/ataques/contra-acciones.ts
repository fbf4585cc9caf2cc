import { encodeForm, readAcciones } from '../support/acciones.ts';
import { type Directo, firstFalta } from './ataque.ts';

const JSON_DE_ACCION = 'text/plain;charset=UTF-8';
const FOLIO = 'BI-2026-0000000001';

interface Cuerpo {
  que: string;
  tipo?: string;
  body: string | FormData;
}

/** What no page sends to an action: bodies that are none, arguments of another shape, forms with nonsense in each field. */
function listCuerpos(marca: string): Cuerpo[] {
  const plain = (body: string): Cuerpo => ({ que: body.slice(0, 30), tipo: JSON_DE_ACCION, body });
  const basura = { folio: 'x'.repeat(500), paso: 'aceptar', peticionId: 'x', codigo: '\0', token: '"', texto: '\0' };
  return [
    ...[
      '',
      '{{',
      '[]',
      '[null,null]',
      '["__proto__","x"]',
      '{"__proto__":{"ok":true}}',
      '["$F1"]',
      '["$K1"]',
      '["$@1","$B1"]',
    ].map(plain),
    plain(JSON.stringify([marca, {}])),
    plain(JSON.stringify([marca, 7])),
    { que: 'multipart roto', tipo: 'multipart/form-data; boundary=x', body: '--x\r\nroto' },
    { que: 'multipart sin límite', tipo: 'multipart/form-data', body: '--x\r\nroto' },
    { que: 'otro tipo', tipo: 'application/x-www-form-urlencoded', body: 'a=1' },
    { que: 'formulario vacío', body: encodeForm({}, {}) },
    { que: 'formulario con sólo su marca', body: encodeForm({ marca }, {}) },
    { que: 'formulario sin estado', body: encodeForm({ marca }, undefined) },
    { que: 'formulario con basura', body: encodeForm({ marca, ...basura }, { vez: 'x', lista: { filas: [null] } }) },
  ];
}

export const CONTRA_ACCIONES: readonly Directo[] = [
  {
    nombre: 'cada acción con lo que ninguna página manda',
    intentar: async ({ titular }) => {
      const suya = await titular();
      const marca = /name="marca" value="([^"]+)"/.exec((await suya.ask('/buzon')).texto)?.[1] ?? '';
      const casos = (await readAcciones()).flatMap((accion) =>
        listCuerpos(marca).map((cuerpo) => ({ ...accion, ...cuerpo })),
      );
      return firstFalta(casos, async ({ nombre, id, ruta, que, tipo, body }) => {
        const headers = { 'next-action': id, ...(tipo && { 'content-type': tipo }) };
        const page = ruta.replace('[folio]', FOLIO).replace(/\[\w+\]/g, 'x');
        const { status } = await suya.ask(page, { method: 'POST', headers, body });
        return status < 500 ? null : `${nombre} con «${que}» contestó ${status}`;
      });
    },
  },
  {
    nombre: 'lo que no es formulario de nada, a páginas públicas, del Buzón y de soporte',
    intentar: async ({ titular }) => {
      const suya = await titular();
      const casos = ['/', '/ayuda', '/ingresar', '/buzon', '/soporte/equipo', '/no-existe'].flatMap((ruta) =>
        listCuerpos('x').map((cuerpo) => ({ ruta, ...cuerpo })),
      );
      return firstFalta(casos, async ({ ruta, que, tipo, body }) => {
        const headers = tipo ? { 'content-type': tipo } : undefined;
        const { status } = await suya.ask(ruta, { method: 'POST', headers, body });
        return status < 500 ? null : `${ruta} con «${que}» contestó ${status}`;
      });
    },
  },
  {
    nombre: 'acciones que no existen, por cabecera o por formulario',
    intentar: async ({ titular }) => {
      const suya = await titular();
      const form = (campos: Record<string, string>) => {
        const made = new FormData();
        for (const [name, value] of Object.entries(campos)) made.append(name, value);
        return made;
      };
      const casos: RequestInit[] = [
        ...['0'.repeat(42), 'x', '__proto__'].map((id) => ({
          headers: { 'next-action': id, 'content-type': JSON_DE_ACCION },
          body: '[]',
        })),
        { body: form({ $ACTION_ID_x: '' }) },
        { body: form({ $ACTION_REF_1: '', '$ACTION_1:0': '{"id":"x","bound":"$@1"}', '$ACTION_1:1': '[{}]' }) },
        { body: form({ $ACTION_KEY: 'k', $ACTION_REF_1: '' }) },
      ];
      return firstFalta(casos, async (init) => {
        const { status } = await suya.ask('/buzon', { method: 'POST', ...init });
        return status >= 400 && status < 500
          ? null
          : `${JSON.stringify(init.headers ?? 'formulario')} contestó ${status}`;
      });
    },
  },
];
