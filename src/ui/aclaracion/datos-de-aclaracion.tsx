import { ASUNTO_EN_PALABRAS, type AsuntoDeAclaracion } from '#domain/aclaracion/asunto.ts';
import type { EstadoDeAclaracion } from '#domain/aclaracion/estado.ts';
import { formatFecha } from '#domain/fecha.ts';
import { ListaDeDatos } from '#ui/components/lista-de-datos/lista-de-datos.tsx';
import { EtiquetaDeEstado } from './etiqueta-de-estado.tsx';
import { describePlazo } from './tabla-para-atender.tsx';

/** What support sees of an aclaración before reading it, covered or not, with the way to all that happened to it. */
export function DatosDeAclaracion({ aclaracion }: Props) {
  const { folio, estado, asunto, presentadaEn, cerradaEn, titular, medio, enPlazo, atiende } = aclaracion;
  return (
    <ListaDeDatos
      datos={[
        { termino: 'Folio', valor: <a href={`/soporte/folios/${folio}`}>{folio}</a> },
        { termino: 'Estado', valor: <EtiquetaDeEstado estado={estado} /> },
        { termino: 'Asunto', valor: ASUNTO_EN_PALABRAS[asunto] },
        { termino: 'Fecha', valor: formatFecha(presentadaEn) },
        {
          termino: 'Titular',
          valor: (
            <>
              <a href={`/soporte/titulares/${titular.id}`}>{titular.rfc}</a> {titular.nombre}
            </>
          ),
        },
        ...(medio
          ? [
              {
                termino: 'Medio de contacto',
                valor: (
                  <>
                    <a href={`/soporte/folios/${medio.folio}`}>{medio.folio}</a>: {medio.valor}, registrado el{' '}
                    {formatFecha(medio.fechaDeRegistro)}
                  </>
                ),
              },
            ]
          : []),
        { termino: 'Presentada dentro de las 24 horas del registro', valor: describePlazo(enPlazo) },
        { termino: 'Atiende', valor: atiende?.nombre ?? 'Nadie todavía' },
        ...(cerradaEn ? [{ termino: 'Fecha de cierre', valor: formatFecha(cerradaEn) }] : []),
      ]}
    />
  );
}
interface Props {
  aclaracion: {
    folio: string;
    estado: EstadoDeAclaracion;
    asunto: AsuntoDeAclaracion;
    presentadaEn: Date;
    cerradaEn: Date | null;
    titular: { id: string; rfc: string; nombre: string };
    medio: { folio: string; valor: string; fechaDeRegistro: Date } | null;
    enPlazo: boolean | null;
    atiende: { nombre: string } | null;
  };
}
