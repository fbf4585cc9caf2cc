import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { GraficaDeBarras } from '#ui/components/grafica/grafica-de-barras.tsx';
import type { Columna } from '#ui/components/tabla/tabla.tsx';
import { formatCuenta, formatParte, parteDe } from './en-palabras.ts';

interface Cuentas {
  mensajes: number;
  aceptados: number;
  fallidos: number;
}

const PROVEEDOR = {
  CORREO_ELECTRONICO: 'Correo (SMTP)',
  TELEFONO: 'SMS (Twilio)',
} as const satisfies Record<Mecanismo, string>;

export function EntregasPorProveedor({ entregas }: { entregas: readonly (Cuentas & { mecanismo: Mecanismo })[] }) {
  const filas = entregas.map(({ mecanismo, ...cuentas }) => ({ nombre: PROVEEDOR[mecanismo], ...cuentas }));
  return <Entregas titulo="Entrega por proveedor" de="Proveedor" filas={filas} />;
}

/** How many messages the servers of each domain took; those with fewer than five messages are one. */
export function EntregasPorDominio({ entregas }: { entregas: readonly (Cuentas & { dominio: string | null })[] }) {
  const filas = entregas.map(({ dominio, ...cuentas }) => ({ nombre: dominio ?? 'otros', ...cuentas }));
  return <Entregas titulo="Entrega por dominio de correo" de="Dominio" filas={filas} />;
}

/** Of those with an answer: what is still on its way is neither. */
function Entregas({ titulo, de, filas }: { titulo: string; de: string; filas: (Cuentas & { nombre: string })[] }) {
  const columnas: Columna<Cuentas & { nombre: string }>[] = [
    { titulo: de, larga: true, celda: ({ nombre }) => nombre },
    { titulo: 'Mensajes', celda: ({ mensajes }) => formatCuenta(mensajes) },
    { titulo: 'Aceptados o entregados', celda: ({ aceptados }) => formatCuenta(aceptados) },
    { titulo: 'No entregados', celda: ({ fallidos }) => formatCuenta(fallidos) },
    {
      titulo: 'En camino',
      celda: ({ mensajes, aceptados, fallidos }) => formatCuenta(mensajes - aceptados - fallidos),
    },
  ];
  return (
    <GraficaDeBarras
      titulo={titulo}
      barraDe={({ nombre, mensajes, aceptados, fallidos }) => ({
        etiqueta: nombre,
        texto: `${formatParte(aceptados, aceptados + fallidos)} de ${formatCuenta(mensajes)}`,
        parte: parteDe(aceptados, aceptados + fallidos),
      })}
      tabla={{ nombre: titulo.toLowerCase(), columnas, filas, vacia: NINGUNO }}
    >
      {filas.length === 0 && <p>{NINGUNO}</p>}
    </GraficaDeBarras>
  );
}

const NINGUNO = 'No se envió ningún mensaje en estos días.';
