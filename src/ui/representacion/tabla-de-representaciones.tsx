import type { BuzonDeCliente } from '#domain/representacion/atencion.ts';
import { type Designacion, paresDeDesignacion } from '#domain/representacion/designacion.ts';
import { baseDeCliente } from '#domain/representacion/direccion.ts';
import { estadoAlTerminar, type Lado, type SituacionDeRepresentacion } from '#domain/representacion/estado.ts';
import { BotonEnlace } from '#ui/components/boton/boton.tsx';
import { EtiquetaDeBuzon } from '#ui/components/etiqueta/etiqueta.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { type Columna, tablaDe } from '#ui/components/tabla/tabla.tsx';
import { ACCION_DE_TERMINAR, ETIQUETA_DE_REPRESENTACION } from '#wording/etiquetas.ts';
import { porAtender } from '#wording/representacion/por-atender.ts';

export interface Representacion extends Designacion {
  folio: string;
  lado: Lado;
  rfcDelRepresentante: string;
  titular: { rfc: string; nombre: string };
  situacion: SituacionDeRepresentacion;
}

/** With how the titular's Buzón is, to who represents them; null to who does not yet. */
type Cliente = Representacion & { buzon: BuzonDeCliente | null };

const par = (lugar: number) => (fila: Representacion) => paresDeDesignacion(fila)[lugar]?.[1];

const FOLIO: Columna<Representacion> = {
  titulo: 'Folio',
  entera: true,
  celda: ({ folio }) => <a href={`/buzon/representantes/${folio}`}>{folio}</a>,
};

const FACULTADES: Columna<Representacion> = { titulo: 'Facultades', larga: true, celda: par(0) };

const HASTA_CUANDO: Columna<Representacion>[] = [
  { titulo: 'Sin efecto a partir de', celda: par(2) },
  { titulo: 'Estado', celda: ({ situacion }) => ETIQUETA_DE_REPRESENTACION[situacion] },
  { titulo: 'Acciones', celda: (fila) => <Acciones {...fila} /> },
];

function ComoEsta(buzon: BuzonDeCliente) {
  return (
    <>
      <EtiquetaDeBuzon activo={buzon.isActivo} /> {porAtender(buzon).join(' ')}
    </>
  );
}

function Acciones({ folio, situacion, lado, titular }: Representacion) {
  const estado = estadoAlTerminar(situacion, lado);
  return (
    <Pila>
      {lado === 'REPRESENTANTE' && situacion === 'VIGENTE' && (
        <BotonEnlace
          href={`${baseDeCliente(folio)}/buzon`}
          tamano="compacto"
          aria-label={`Actuar por ${titular.nombre}`}
        >
          Actuar por
        </BotonEnlace>
      )}
      {estado && <a href={`/buzon/representantes/${folio}#terminar`}>{ACCION_DE_TERMINAR[estado]}</a>}
    </Pila>
  );
}

/** Whom one represents, and who proposes it. */
export const TablaDeClientes = tablaDe<Cliente>({
  titulo: 'A quién represento',
  columnas: [
    FOLIO,
    { titulo: 'RFC', celda: ({ titular }) => titular.rfc },
    { titulo: 'Nombre', larga: true, celda: ({ titular }) => titular.nombre },
    { titulo: 'Buzón', larga: true, celda: ({ buzon }) => buzon && <ComoEsta {...buzon} /> },
    FACULTADES,
    ...HASTA_CUANDO,
  ],
  vacia: 'No hay ninguno.',
});

/** Whom a titular has named: they know their own name, and not yet the other's. */
export const TablaDeRepresentantes = tablaDe<Representacion>({
  titulo: 'Representantes',
  columnas: [
    FOLIO,
    { titulo: 'RFC', celda: ({ rfcDelRepresentante }) => rfcDelRepresentante },
    FACULTADES,
    { titulo: 'Registros Patronales', celda: par(1) },
    ...HASTA_CUANDO,
  ],
  vacia: 'No has nombrado representantes. Sólo tú puedes actuar en tu Buzón.',
});
