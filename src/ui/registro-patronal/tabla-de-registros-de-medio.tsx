import { formatFecha } from '#domain/fecha.ts';
import { formatRegistroPatronal } from '#domain/registro-patronal.ts';
import { Boton } from '#ui/components/boton/boton.tsx';
import { CampoDeTexto } from '#ui/components/campo/campo.tsx';
import { Paginas } from '#ui/components/paginas/paginas.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';
import { BotonDeVentana } from '#ui/components/ventana/ventana.tsx';
import estilos from './eleccion-de-registros.module.css';
import { NumeroEntero } from './tabla-de-registros.tsx';

interface AlcanceMostrado {
  numero: string;
  subdelegacion: string;
  fechaDeBaja: Date | null;
  isDeBaja: boolean;
}

/** The part of the list that an address shows: `buscar` begins a number, `despues` the last of the one before. */
export type ParteDeLaLista = Partial<Record<'buscar' | 'despues', string>>;

interface Props {
  alcances: readonly AlcanceMostrado[];
  hasMas: boolean;
  /** While the medio is active each registro may be taken off it. */
  isActivo: boolean;
  parte: ParteDeLaLista;
}

/** Each registro patronal of a medio, with the button that takes it off; where they are many, a search by number. */
export function TablaDeRegistrosDeMedio({ alcances, hasMas, isActivo, parte }: Props) {
  const isTodo = !hasMas && !parte.despues && parte.buscar === undefined;
  return (
    <Pila>
      {!isTodo && <BuscarPorNumero buscar={parte.buscar} />}
      <Tabla
        titulo="Registros Patronales"
        compacta
        columnas={columnasDe(isActivo, parte)}
        filas={alcances}
        vacia={
          parte.buscar
            ? 'Ningún registro patronal de este medio de contacto empieza así. Revisa el número y busca de nuevo.'
            : 'No hay más Registros Patronales.'
        }
      />
      <Paginas
        nombre="Páginas de Registros Patronales"
        siguiente={hasMas ? direccionDe({ ...parte, despues: alcances.at(-1)?.numero }) : null}
        primera={parte.despues || parte.buscar !== undefined ? '?' : null}
      />
    </Pila>
  );
}

function columnasDe(isActivo: boolean, parte: ParteDeLaLista): Columna<AlcanceMostrado>[] {
  return [
    {
      titulo: 'Registros Patronales',
      celda: ({ numero }) => (
        <span id={`registro-${numero}`}>
          <NumeroEntero>{formatRegistroPatronal(numero)}</NumeroEntero>
        </span>
      ),
    },
    {
      titulo: 'Subdelegación',
      celda: ({ subdelegacion, isDeBaja }) => (isDeBaja ? `${subdelegacion} (de baja en el padrón)` : subdelegacion),
    },
    { titulo: 'Fecha de Baja', celda: (alcance) => bajaDe(alcance, isActivo, parte) },
  ];
}

function BuscarPorNumero({ buscar }: { buscar?: string }) {
  return (
    <form method="get">
      <div className={estilos.buscador}>
        <CampoDeTexto
          id="buscar"
          etiqueta="Buscar por número"
          pista="Con sus primeros caracteres basta."
          maxLength={20}
          autoComplete="off"
          defaultValue={buscar}
        />
        <Boton variante="secundario" icono="buscar">
          Buscar
        </Boton>
      </div>
    </form>
  );
}

/** The query that shows this part of the list. */
export function direccionDe(parte: ParteDeLaLista): string {
  return `?${new URLSearchParams(camposDe(parte))}`;
}

function camposDe(parte: ParteDeLaLista): Record<string, string> {
  return Object.fromEntries(Object.entries(parte).filter((entry): entry is [string, string] => Boolean(entry[1])));
}

function bajaDe({ numero, fechaDeBaja }: AlcanceMostrado, isActivo: boolean, parte: ParteDeLaLista) {
  if (fechaDeBaja) return formatFecha(fechaDeBaja);
  return (
    isActivo && (
      <BotonDeVentana
        campos={{ ...camposDe(parte), eliminar: numero }}
        variante="enlace"
        icono="eliminar"
        aria-describedby={`registro-${numero}`}
      >
        Eliminar
      </BotonDeVentana>
    )
  );
}
