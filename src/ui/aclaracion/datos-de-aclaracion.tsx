import { ASUNTO_EN_PALABRAS } from '#domain/aclaracion/asunto.ts';
import { formatFecha } from '#domain/fecha.ts';
import { ListaDeDatos } from '#ui/components/lista-de-datos/lista-de-datos.tsx';
import { EtiquetaDeEstado } from './etiqueta-de-estado.tsx';
import { type AclaracionParaAtender, describePlazo } from './tabla-para-atender.tsx';

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
  aclaracion: Omit<AclaracionParaAtender, 'esperaDesde'> & {
    cerradaEn: Date | null;
    titular: { id: string };
    medio: { folio: string; valor: string; fechaDeRegistro: Date } | null;
  };
}
