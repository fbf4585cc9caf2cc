import { formatRegistros } from '#domain/cantidad.ts';
import { formatFechaConSegundos } from '#domain/fecha.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { ListaDeDatos } from '#ui/components/lista-de-datos/lista-de-datos.tsx';
import { EtiquetaDeEstado } from '#ui/medio-de-contacto/etiqueta-de-estado.tsx';
import { PARTES } from '#wording/soporte/documento-de-folio.ts';
import type { FolioEnPalabras } from '#wording/soporte/folio-en-palabras.ts';
import { EtiquetaDeBuzon } from './etiqueta-de-buzon.tsx';
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
  const { folio, titular, asunto, otroFolio } = leido;
  const datos = leido.datos.map(({ termino, valor }) => ({
    termino,
    valor: termino === 'Estatus' && asunto.tipo === 'MEDIO' ? <EtiquetaDeEstado estado={asunto.estado} /> : valor,
  }));
  return (
    <ListaDeDatos
      datos={[
        {
          termino: 'Titular',
          valor: (
            <>
              <a href={`/soporte/titulares/${titular.id}`}>{titular.rfc}</a>
              <br />
              {titular.nombre}
            </>
          ),
        },
        {
          termino: 'Buzón del titular',
          valor: (
            <>
              <EtiquetaDeBuzon activo={titular.activo} />{' '}
              <a href={`/soporte/titulares/${titular.id}#registros`}>
                {formatRegistros(titular.registros)} {titular.registros === 1 ? 'vigente' : 'vigentes'}
              </a>
            </>
          ),
        },
        ...datos,
        ...(hasRegistros(leido)
          ? [
              {
                termino: 'Registros patronales de este folio',
                valor: <a href={`/soporte/folios/${folio}/registros-patronales`}>Ver cuáles son</a>,
              },
            ]
          : []),
        ...(asunto.tipo === 'ACLARACION'
          ? [{ termino: 'Mensajes', valor: <a href={`/soporte/aclaraciones/${folio}`}>Leerla y atenderla</a> }]
          : []),
        ...(otroFolio
          ? [
              {
                termino: otroFolio.termino,
                valor: <a href={`/soporte/folios/${otroFolio.folio}`}>{otroFolio.folio}</a>,
              },
            ]
          : []),
      ]}
    />
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
