import { findEstadoDeActivacion } from '#tramites/solicitud/estado-de-activacion.ts';
import { Acciones, BotonEnlace, UnEnlace } from '#ui/components/boton/boton.tsx';
import { Pagina } from '#ui/components/encabezado/encabezado.tsx';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';
import { EnlaceAlLado } from '#ui/demo/bandeja.tsx';
import { Averias, Recorrido, Reloj } from '#ui/demo/reloj-y-averias.tsx';
import { contextoDeTitular } from '../_server/contexto.ts';
import { type EfirmaDeDemo, listEfirmasDeDemo } from '../_server/demo.ts';
import { estadoDeDemo } from '../_server/estado-de-demo.ts';
import { moveRelojAction, setAveriaDeDemoAction } from './actions.ts';

export const metadata = { title: 'Demostración' };

const COLUMNAS: Columna<EfirmaDeDemo>[] = [
  { titulo: 'Qué pasa con ella', celda: ({ paraQue }) => paraQue },
  { titulo: 'RFC', celda: ({ rfc }) => rfc },
  { titulo: 'Nombre', larga: true, celda: ({ nombre }) => nombre },
  { titulo: 'Contraseña', entera: true, celda: ({ contrasena }) => <code>{contrasena}</code> },
  { titulo: 'Archivo', celda: ({ slug }) => <Archivo slug={slug} /> },
  { titulo: 'Con un clic', celda: ({ slug, rfc }) => <Ingreso slug={slug} rfc={rfc} /> },
];

/** Demo only: a tour of the steps, the e.firmas to try the portal with, its inbox, its clock, and what may be broken. */
export default async function Demo() {
  const efirmas = await listEfirmasDeDemo();
  const deTitulares = efirmas.filter(({ rol }) => rol === undefined);
  const delPersonal = efirmas.filter(({ rol }) => rol !== undefined);
  const ctx = await contextoDeTitular();
  const siguiente = ctx && (await findEstadoDeActivacion(ctx)).siguiente.tipo;
  const demo = estadoDeDemo();
  return (
    <Pagina
      titulo="Demostración"
      entradilla="Ingresa con una e.firma ficticia: con un clic o, como una persona, con los archivos de su ZIP. Los correos y SMS que el portal envía llegan a la bandeja de demostración."
    >
      <Acciones>
        <BotonEnlace href="/ingresar">Ingresar</BotonEnlace>
        <EnlaceAlLado href="/demo/bandeja">Bandeja de demostración</EnlaceAlLado>
      </Acciones>
      <Recorrido siguiente={siguiente} />
      {demo && <Reloj {...demo} mover={moveRelojAction} />}
      {demo && <Averias {...demo} arreglar={setAveriaDeDemoAction} />}
      <div id="efirmas">
        <Tabla titulo="e.firmas de demostración" tituloVisible columnas={COLUMNAS} filas={deTitulares} />
      </div>
      <Tabla titulo="e.firmas del personal de soporte" tituloVisible columnas={COLUMNAS} filas={delPersonal} />
      <UnEnlace href="/soporte/ingresar">Ingresar como personal de soporte</UnEnlace>
    </Pagina>
  );
}

function Archivo({ slug }: { slug: string }) {
  return (
    <a href={`/demo/efirmas/${slug}.zip`} download>
      {slug}.zip
    </a>
  );
}

function Ingreso({ slug, rfc }: Pick<EfirmaDeDemo, 'slug' | 'rfc'>) {
  return (
    <BotonEnlace href={`/demo/ingresar/${slug}`} variante="secundario" tamano="compacto" aria-label={`Usar ${rfc}`}>
      Usar
    </BotonEnlace>
  );
}
