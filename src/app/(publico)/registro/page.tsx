import { formatCantidad } from '#domain/cantidad.ts';
import { formatFechaConSegundos } from '#domain/fecha.ts';
import { listCabezas, listLlaves, listSellos } from '#tramites/registro/cabezas.ts';
import { Pagina } from '#ui/components/encabezado/encabezado.tsx';
import { Seccion } from '#ui/components/seccion/seccion.tsx';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';
import { contexto } from '../../_server/contexto.ts';

export const metadata = { title: 'Registro público de hechos' };

type Cabeza = Awaited<ReturnType<typeof listCabezas>>[number];
type Sello = Awaited<ReturnType<typeof listSellos>>[number];

const CABEZAS: Columna<Cabeza>[] = [
  { titulo: 'Firmada', celda: ({ firmadaEn }) => formatFechaConSegundos(firmadaEn) },
  { titulo: 'Hechos', celda: ({ tamano }) => formatCantidad(tamano) },
  { titulo: 'Raíz (SHA-256)', larga: true, celda: ({ raiz }) => raiz },
];

const SELLOS: Columna<Sello>[] = [
  { titulo: 'Certificado del sello', celda: ({ isVigente }) => (isVigente ? 'El de hoy' : 'Anterior') },
  { titulo: 'Número de serie', entera: true, celda: ({ serie }) => serie },
  { titulo: 'Huella (SHA-256)', larga: true, celda: ({ huella }) => huella },
];

/** Where anyone takes what later proves that nothing was removed or changed: heads, keys and how to ask for proofs. */
export default async function Registro() {
  const ctx = contexto();
  const [cabezas, sellos] = await Promise.all([listCabezas(ctx), listSellos(ctx)]);
  return (
    <Pagina
      titulo="Registro público de hechos"
      entradilla="Cada hecho con valor legal de este portal deja aquí una huella. Quien guarde una cabeza puede demostrar después si se quitó o se cambió algo anterior, aunque lo hiciera el propio Instituto. Nada aquí dice de quién es un hecho."
    >
      <Seccion id="cabezas" titulo="Últimas cabezas firmadas">
        <Tabla titulo="Cabezas firmadas" columnas={CABEZAS} filas={cabezas} vacia="Todavía no hay ninguna." />
        <p>
          <a href="/registro/cabeza">La de este momento</a>, en la forma «checkpoint» de C2SP. Se firma con:
        </p>
        <ul>
          {listLlaves(ctx).map((llave) => (
            <li key={llave}>
              <code>{llave}</code>
            </li>
          ))}
        </ul>
      </Seccion>
      <Seccion id="pruebas" titulo="Pruebas">
        <ul>
          <li>
            Que una cabeza es el principio de otra: <code>/registro/consistencia?de=N&amp;a=M</code>, con sus cantidades
            de hechos.
          </li>
          <li>
            Que un acuse está en el registro: <code>/registro/inclusion?folio=…&amp;tipo=…&amp;v=…</code>, con lo que
            tiene impreso. También viene en su evidencia.
          </li>
          <li>
            Para vigilarlo desde fuera: <code>npm run registro:vigilar -- {ctx.appUrl}</code>, una vez por hora.
          </li>
        </ul>
      </Seccion>
      <Seccion id="sellos" titulo="Certificados con los que se sella">
        <Tabla
          titulo="Certificados del sello"
          columnas={SELLOS}
          filas={sellos}
          vacia="Todavía no se ha sellado nada."
        />
      </Seccion>
    </Pagina>
  );
}
