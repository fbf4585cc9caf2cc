import { expect, it } from 'vitest';
import { csvDeClientes } from './csv-de-clientes.ts';

const HASTA = new Date('2027-02-01T06:00:00Z');
const VENCE = new Date('2026-12-02T18:00:00Z');

it('whom one represents are a line each, whatever a name tries', () => {
  const de = { poderes: ['MEDIOS', 'CONSULTAR'] as const, registrosPatronales: ['Y6012345101'], hasta: HASTA };
  const csv = csvDeClientes([
    {
      ...de,
      folio: 'BI-2026.00000001-52',
      titular: { rfc: 'EKU9003173C9', nombre: '=HYPERLINK("http://x";"ver")' },
      situacion: 'VIGENTE',
      buzon: { isActivo: false, venceEn: VENCE, hasFalla: true },
    },
    {
      ...de,
      folio: 'BI-2026.00000002-35',
      titular: { rfc: 'GODE561231GR8', nombre: 'UNO; DOS, "TRES"' },
      situacion: 'PROPUESTA',
      buzon: null,
    },
  ]);
  const pares = '"Administrar medios de contacto; Consultar y descargar acuses","Y60-12345-10-1"';
  const fin = '"01/feb/2027 00:00 (Tiempo del Centro de México)"';
  expect(csv.split('\r\n')).toEqual([
    '\ufeff"Folio","RFC","Nombre","Buzón","Por atender","Facultades","Registros Patronales","Sin efecto a partir de","Estado"',
    `"BI-2026.00000001-52","EKU9003173C9","'=HYPERLINK(""http://x"";""ver"")","Sin activar","Falta activar el Buzón. Un medio de contacto espera su validación hasta el 2 de diciembre de 2026, 12:00 horas (Tiempo del Centro de México). Un medio de contacto no funciona: los mensajes no llegan a quien deben.",${pares},${fin},"Vigente"`,
    `"BI-2026.00000002-35","GODE561231GR8","UNO; DOS, ""TRES""","","",${pares},${fin},"Propuesta"`,
    '',
  ]);
});
