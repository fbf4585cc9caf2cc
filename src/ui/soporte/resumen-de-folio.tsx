import { formatRegistros } from '#domain/cantidad.ts';
import { formatFechaConSegundos } from '#domain/fecha.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { Etiqueta } from '#ui/components/etiqueta/etiqueta.tsx';
import { ListaDeDatos } from '#ui/components/lista-de-datos/lista-de-datos.tsx';
import { datosDeAsunto, folioRelacionado, resumirFolio } from '#wording/soporte/asunto-de-folio.ts';
import type { FolioLeido } from '#wording/soporte/folio-leido.ts';
import { EtiquetaDeEstado } from './etiqueta-de-estado.tsx';
import type { RaizDeMostrar } from './raices-de-mostrar.ts';

/** Where the folio stands, in plain words, and what to tell whoever asks. */
export function ResumenDeFolio({ leido: { asunto } }: { leido: FolioLeido }) {
  const { frases, queHacer } = resumirFolio(asunto);
  return (
    <Aviso tipo="informacion" titulo="En pocas palabras">
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

/** Whose the folio is and what it is about, covered or not. */
export function DatosDeFolio({ leido }: { leido: FolioLeido }) {
  const { folio, titular, asunto } = leido;
  const datos = datosDeAsunto(asunto).map(({ termino, valor }) => ({
    termino,
    valor: termino === 'Estatus' && asunto.tipo === 'MEDIO' ? <EtiquetaDeEstado estado={asunto.estado} /> : valor,
  }));
  const otro = folioRelacionado(asunto);
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
              <Etiqueta tono={titular.activo ? 'verde' : 'gris'}>{titular.activo ? 'Activo' : 'Sin activar'}</Etiqueta>{' '}
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
        ...(otro ? [{ termino: otro.termino, valor: <a href={`/soporte/folios/${otro.folio}`}>{otro.folio}</a> }] : []),
      ]}
    />
  );
}

function hasRegistros({ asunto }: FolioLeido): boolean {
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
