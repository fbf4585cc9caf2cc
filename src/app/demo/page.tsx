import type { Metadata } from 'next';
import { Acciones, BotonEnlace } from '#ui/components/boton/boton.tsx';
import { Encabezado } from '#ui/components/encabezado/encabezado.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';
import { type EfirmaDeDemo, listEfirmasDeDemo } from '../_server/demo.ts';

export const metadata: Metadata = { title: 'Demostración' };

const COLUMNAS: Columna<EfirmaDeDemo>[] = [
  { titulo: 'Qué pasa con ella', celda: ({ paraQue }) => paraQue },
  { titulo: 'RFC', celda: ({ rfc }) => rfc },
  { titulo: 'Nombre', larga: true, celda: ({ nombre }) => nombre },
  { titulo: 'Contraseña', entera: true, celda: ({ contrasena }) => <code>{contrasena}</code> },
  { titulo: 'Archivo', celda: ({ slug }) => <Archivo slug={slug} /> },
];

/** Demo only: the e.firmas to try the portal with, and the way to its inbox. */
export default async function Demo() {
  const efirmas = await listEfirmasDeDemo();
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
        filas={efirmas.filter(({ rol }) => rol === undefined)}
        idDe={({ slug }) => slug}
      />
      <Tabla
        titulo="e.firmas del personal de soporte"
        tituloVisible
        columnas={COLUMNAS}
        filas={efirmas.filter(({ rol }) => rol !== undefined)}
        idDe={({ slug }) => slug}
      />
      <Acciones>
        <BotonEnlace href="/soporte/ingresar" variante="secundario">
          Ingresar como personal de soporte
        </BotonEnlace>
      </Acciones>
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
