import type { BuzonDeCliente } from '#domain/representacion/atencion.ts';
import { type Designacion, paresDeDesignacion } from '#domain/representacion/designacion.ts';
import type { SituacionDeRepresentacion } from '#domain/representacion/estado.ts';
import { MARCA_UTF8, toLineaDeCsv } from '#formats/csv/csv.ts';
import { ETIQUETA_DE_REPRESENTACION } from '../etiquetas.ts';
import { porAtender } from './por-atender.ts';

interface Cliente extends Designacion {
  folio: string;
  titular: { rfc: string; nombre: string };
  situacion: SituacionDeRepresentacion;
  buzon: BuzonDeCliente | null;
}

/** Whom one represents, as on the screen. */
export function csvDeClientes(clientes: readonly Cliente[]): string {
  const pares = paresDeDesignacion({ poderes: [], registrosPatronales: [], hasta: new Date(0) });
  const encabezado = ['Folio', 'RFC', 'Nombre', 'Buzón', 'Por atender', ...pares.map(([nombre]) => nombre), 'Estado'];
  const lineas = clientes.map((cliente) => {
    const { folio, titular, buzon, situacion } = cliente;
    const activo = buzon && (buzon.isActivo ? 'Activo' : 'Sin activar');
    const designado = paresDeDesignacion(cliente).map(([, valor]) => valor);
    const pendiente = porAtender(buzon).join(' ');
    const estado = ETIQUETA_DE_REPRESENTACION[situacion];
    return [folio, titular.rfc, titular.nombre, activo ?? '', pendiente, ...designado, estado];
  });
  return `${MARCA_UTF8}${[encabezado, ...lineas].map(toLineaDeCsv).join('')}`;
}
