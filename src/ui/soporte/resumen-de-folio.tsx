import { formatRegistros } from '#domain/cantidad.ts';
import { formatFechaConSegundos } from '#domain/fecha.ts';
import type { FolioLeido } from '#domain/soporte/folio-leido.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { Acciones, Boton, BotonEnlace } from '#ui/components/boton/boton.tsx';
import { EtiquetaDeBuzon, EtiquetaDeEstado } from '#ui/components/etiqueta/etiqueta.tsx';
import { Formulario } from '#ui/components/formulario/formulario.tsx';
import { Dato, ListaDeDatos } from '#ui/components/lista-de-datos/lista-de-datos.tsx';
import { PARTES } from '#wording/soporte/documento-de-folio.ts';
import type { FolioEnPalabras } from '#wording/soporte/folio-en-palabras.ts';
import type { RaizDeMostrar } from './raices-de-mostrar.ts';

export function ResumenDeFolio({ leido }: { leido: FolioEnPalabras }) {
  const { frases, queHacer } = leido.resumen;
  return (
    <Aviso tipo="informacion" titulo={PARTES.resumen}>
      {frases.map((frase) => (
        <p key={frase}>{frase}</p>
      ))}
      {queHacer && (
        <p>
          <strong>Qué hacer:</strong> {queHacer}
        </p>
      )}
    </Aviso>
  );
}

export function DatosDeFolio({ leido }: { leido: FolioEnPalabras }) {
  const { folio, titular, asunto, otroFolio, datos } = leido;
  return (
    <ListaDeDatos>
      <Dato termino="Titular">
        <a href={`/soporte/titulares/${titular.id}`}>{titular.rfc}</a>
        <br />
        {titular.nombre}
      </Dato>
      <Dato termino="Buzón del titular">
        <EtiquetaDeBuzon activo={titular.activo} />{' '}
        <a href={`/soporte/titulares/${titular.id}#registros`}>
          {formatRegistros(titular.registros)} {titular.registros === 1 ? 'vigente' : 'vigentes'}
        </a>
      </Dato>
      {datos.map(({ termino, valor }) => (
        <Dato key={termino} termino={termino}>
          {termino === 'Estatus' && asunto.tipo === 'MEDIO' ? <EtiquetaDeEstado estado={asunto.estado} /> : valor}
        </Dato>
      ))}
      {hasRegistros(leido) && (
        <Dato termino="Registros patronales de este folio">
          <a href={`/soporte/folios/${folio}/registros-patronales`}>Ver cuáles son</a>
        </Dato>
      )}
      {asunto.tipo === 'ACLARACION' && (
        <Dato termino="Mensajes">
          <a href={`/soporte/aclaraciones/${folio}`}>Leerla y atenderla</a>
        </Dato>
      )}
      {otroFolio && (
        <Dato termino={otroFolio.termino}>
          <a href={`/soporte/folios/${otroFolio.folio}`}>{otroFolio.folio}</a>
        </Dato>
      )}
    </ListaDeDatos>
  );
}

function hasRegistros({ asunto }: FolioEnPalabras): boolean {
  return asunto.tipo === 'BAJA_DE_REGISTROS' || (asunto.tipo === 'MEDIO' && asunto.registros !== null);
}

/** Until when personal data is in sight, and the way to cover it before. */
export function AvisoDeDatosMostrados({ raiz = '/soporte/folios', folio, mostradosHasta }: PropsDeMostrados) {
  if (!mostradosHasta) return null;
  return (
    <Aviso tipo="nota">
      <p>
        Los datos personales de este folio están a la vista hasta el {formatFechaConSegundos(mostradosHasta)}. Quedó
        registrado que los viste y por qué. <a href={`${raiz}/${folio}?cubierto=1`}>Cubrirlos de nuevo</a>
      </p>
    </Aviso>
  );
}
interface PropsDeMostrados {
  raiz?: RaizDeMostrar;
  folio: string;
  mostradosHasta: Date | null;
}

/** What a member may do with a folio; what their role does not include is not offered. */
export function AccionesDelFolio({ leido, canReenviar, reenviar }: PropsDeAcciones) {
  const { folio, mostradosHasta } = leido;
  const cubierto = mostradosHasta ? '' : '?cubierto=1';
  return (
    <Acciones>
      {!mostradosHasta && (
        <BotonEnlace href={`/soporte/folios/${folio}?mostrar=1`} variante="secundario">
          Mostrar
        </BotonEnlace>
      )}
      {canReenviar && (
        <Formulario action={reenviar} ocultos={{ folio }}>
          <Boton variante="secundario" icono="reenviar">
            Reenviar
          </Boton>
        </Formulario>
      )}
      <BotonEnlace href={`/soporte/folios/${folio}/folio.pdf${cubierto}`} variante="secundario" icono="descargar">
        Exportar en PDF
      </BotonEnlace>
      <BotonEnlace href={`/soporte/folios/${folio}/folio.csv${cubierto}`} variante="secundario" icono="descargar">
        Exportar en CSV
      </BotonEnlace>
    </Acciones>
  );
}
interface PropsDeAcciones {
  leido: Pick<FolioLeido, 'folio' | 'mostradosHasta'>;
  canReenviar: boolean;
  reenviar: (formData: FormData) => Promise<void>;
}
