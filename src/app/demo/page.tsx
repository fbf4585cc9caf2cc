import type { Metadata } from 'next';
import { Acciones, BotonEnlace } from '#ui/components/boton/boton.tsx';
import { Encabezado } from '#ui/components/encabezado/encabezado.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';
import { listEfirmasDeDemo } from '../_server/demo.ts';

export const metadata: Metadata = { title: 'Demostración' };

const COLUMNAS = [
  { clave: 'paraQue', titulo: 'Qué pasa con ella' },
  { clave: 'rfc', titulo: 'RFC' },
  { clave: 'nombre', titulo: 'Nombre', larga: true },
  { clave: 'contrasena', titulo: 'Contraseña', entera: true },
  { clave: 'archivo', titulo: 'Archivo' },
] as const satisfies Columna<string>[];

/** Demo only: the e.firmas to try the portal with, and the way to its inbox. */
export default function Demo() {
  return (
    <Pila espacio="amplia">
      <Encabezado
        titulo="Demostración"
        entradilla="Descarga una e.firma ficticia, descomprime el archivo e ingresa con ella. Los correos y SMS que el portal envía llegan a la bandeja de demostración."
      />
      <Acciones>
        <BotonEnlace href="/ingresar">Ingresar</BotonEnlace>
        <BotonEnlace href="/demo/bandeja" variante="secundario" icono="correo">
          Bandeja de demostración
        </BotonEnlace>
      </Acciones>
      <Tabla
        titulo="e.firmas de demostración"
        tituloVisible
        columnas={COLUMNAS}
        filas={listEfirmasDeDemo().map(({ slug, ...efirma }) => ({
          id: slug,
          celdas: { ...efirma, contrasena: <code>{efirma.contrasena}</code>, archivo: <Archivo slug={slug} /> },
        }))}
        vacia=""
      />
    </Pila>
  );
}

function Archivo({ slug }: { slug: string }) {
  return (
    <a href={`/demo/efirmas/${slug}.zip`} download>
      {slug}.zip
    </a>
  );
}
