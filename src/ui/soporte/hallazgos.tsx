import { formatCantidad } from '#domain/cantidad.ts';
import { formatFecha } from '#domain/fecha.ts';
import type { Criterio } from '#domain/soporte/consulta.ts';
import type { MedioHallado, TitularHallado } from '#domain/soporte/hallado.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { EnfocarAlCargar } from '#ui/components/aviso/enfocar-al-cargar.tsx';
import { EtiquetaDeBuzon, EtiquetaDeEstado } from '#ui/components/etiqueta/etiqueta.tsx';
import { Paginas } from '#ui/components/paginas/paginas.tsx';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';
import { ETIQUETA_DE_MECANISMO } from '#wording/etiquetas.ts';
import { Seccion } from '../components/seccion/seccion.tsx';

const COLUMNAS_DE_TITULARES: Columna<TitularHallado>[] = [
  { titulo: 'RFC', entera: true, celda: ({ id, rfc }) => <a href={`/soporte/titulares/${id}`}>{rfc}</a> },
  { titulo: 'Nombre o razón social', larga: true, celda: ({ nombre }) => nombre },
  { titulo: 'Registros Patronales', celda: ({ registros }) => formatCantidad(registros) },
  { titulo: 'Buzón', celda: ({ activo }) => <EtiquetaDeBuzon activo={activo} /> },
];

/** What any list of medios shows of each. */
export const COLUMNAS_DE_MEDIO: Columna<Omit<MedioHallado, 'titular'>>[] = [
  { titulo: 'Folio', entera: true, celda: ({ folio }) => <a href={`/soporte/folios/${folio}`}>{folio}</a> },
  {
    titulo: 'Medio de contacto',
    larga: true,
    celda: ({ mecanismo, valor }) => `${ETIQUETA_DE_MECANISMO[mecanismo]} ${valor}`,
  },
  { titulo: 'Estatus', celda: ({ estado }) => <EtiquetaDeEstado estado={estado} /> },
  { titulo: 'Fecha de Registro', celda: ({ fechaDeRegistro }) => formatFecha(fechaDeRegistro) },
];

const COLUMNAS_DE_MEDIOS: Columna<MedioHallado>[] = [
  ...COLUMNAS_DE_MEDIO,
  {
    titulo: 'Titular',
    larga: true,
    celda: ({ folio, titular }) => (
      <div>
        <a href={`/soporte/titulares/${titular.id}`} aria-label={`Titular del folio ${folio}: ${titular.rfc}`}>
          {titular.rfc}
        </a>
        <br />
        {titular.nombre}
      </div>
    ),
  },
];

/** What a search found, how it was understood, and what to do when there is nothing. */
export function HallazgosDeBusqueda({ criterios, titulares, medios, siguiente, isPrimera, direccion }: Props) {
  const hasTitulares = titulares.length > 0;
  const hasMedios = medios.length > 0;
  return (
    <Seccion id="resultados" titulo="Resultados">
      <p role="status" tabIndex={-1}>
        Se buscó {criterios.map(({ por }) => SE_BUSCO[por]).join(', y ')}.
        <EnfocarAlCargar isError={false} />
      </p>
      {!hasTitulares && !hasMedios && <SinHallazgos criterios={criterios} hasMas={siguiente !== null} />}
      {hasMedios && <Tabla titulo="Medios de contacto" tituloVisible columnas={COLUMNAS_DE_MEDIOS} filas={medios} />}
      {hasTitulares && <Tabla titulo="Titulares" tituloVisible columnas={COLUMNAS_DE_TITULARES} filas={titulares} />}
      <Paginas
        nombre="Páginas de resultados"
        siguiente={siguiente && `${direccion}&despues=${siguiente}`}
        primera={isPrimera ? null : direccion}
      />
    </Seccion>
  );
}
interface Props {
  criterios: readonly Criterio[];
  titulares: readonly TitularHallado[];
  medios: readonly MedioHallado[];
  siguiente: string | null;
  isPrimera: boolean;
  direccion: string;
}

const SE_BUSCO = {
  FOLIO: 'ese folio',
  CORREO: 'ese correo electrónico, exacto, entre los medios de contacto de todos los titulares',
  TELEFONO: 'ese teléfono, exacto, entre los medios de contacto de todos los titulares',
  RFC: 'al titular con ese RFC',
  REGISTRO_PATRONAL: 'al titular de ese registro patronal',
  NOMBRE: 'a los titulares con esas palabras, o que comienzan así, en su nombre o razón social',
} as const satisfies Record<Criterio['por'], string>;

const QUE_HACER = {
  FOLIO: 'Pide que te lo dicten de nuevo, como está en el acuse o en el mensaje, o busca por el RFC.',
  CORREO: 'Pide que te lo deletreen. Si no está, ese correo nunca se registró: busca por el RFC o por el nombre.',
  TELEFONO: 'Confirma los diez dígitos. Si no está, ese número nunca se registró: busca por el RFC o por el nombre.',
  RFC: 'Nadie ha ingresado con ese RFC ni está en el padrón. Confírmalo, o busca por el registro patronal o el nombre.',
  REGISTRO_PATRONAL: 'No está en el padrón. Confirma sus once caracteres, o busca por el RFC o por el nombre.',
  NOMBRE: 'Escribe menos palabras, o sólo el principio de cada una; si la persona tiene su RFC, búscala con él.',
} as const satisfies Record<Criterio['por'], string>;

function SinHallazgos({ criterios, hasMas }: { criterios: readonly Criterio[]; hasMas: boolean }) {
  if (hasMas)
    return (
      <Aviso tipo="nota">
        Entre los nombres revisados hasta aquí no hay ninguno. Sigue en la página siguiente, o escribe más letras.
      </Aviso>
    );
  return (
    <Aviso tipo="informacion" titulo="No se encontró nada">
      {criterios.map(({ por }) => (
        <p key={por}>{QUE_HACER[por]}</p>
      ))}
    </Aviso>
  );
}
