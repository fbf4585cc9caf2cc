import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { Detalle } from '#ui/components/grafica/detalle.tsx';
import { GraficaDeBarras } from '#ui/components/grafica/grafica-de-barras.tsx';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';
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

/** How many messages each provider took. */
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
  const columnas = [
    { clave: 'nombre', titulo: de, larga: true },
    { clave: 'mensajes', titulo: 'Mensajes' },
    { clave: 'aceptados', titulo: 'Aceptados o entregados' },
    { clave: 'fallidos', titulo: 'No entregados' },
    { clave: 'pendientes', titulo: 'En camino' },
  ] as const satisfies Columna<string>[];
  return (
    <GraficaDeBarras
      titulo={titulo}
      barras={filas.map(({ nombre, mensajes, aceptados, fallidos }) => ({
        etiqueta: nombre,
        texto: `${formatParte(aceptados, aceptados + fallidos)} de ${formatCuenta(mensajes)}`,
        parte: parteDe(aceptados, aceptados + fallidos),
      }))}
    >
      {filas.length === 0 && <p>No se envió ningún mensaje en estos días.</p>}
      <Detalle nombre={titulo.toLowerCase()}>
        <Tabla
          titulo={titulo}
          columnas={columnas}
          filas={filas.map(({ nombre, mensajes, aceptados, fallidos }) => ({
            id: nombre,
            celdas: {
              nombre,
              mensajes: formatCuenta(mensajes),
              aceptados: formatCuenta(aceptados),
              fallidos: formatCuenta(fallidos),
              pendientes: formatCuenta(mensajes - aceptados - fallidos),
            },
          }))}
          vacia="No se envió ningún mensaje en estos días."
        />
      </Detalle>
    </GraficaDeBarras>
  );
}
