import { ASUNTO_EN_PALABRAS } from '#domain/aclaracion/asunto.ts';
import { formatFecha } from '#domain/fecha.ts';
import { EtiquetaDeEstado } from '#ui/components/etiqueta/etiqueta.tsx';
import { Dato, ListaDeDatos } from '#ui/components/lista-de-datos/lista-de-datos.tsx';
import { type AclaracionParaAtender, describePlazo } from './tablas-de-aclaraciones.tsx';

/** What support sees of an aclaración before reading it, covered or not, with the way to all that happened to it. */
export function DatosDeAclaracion({ aclaracion }: Props) {
  const { folio, estado, asunto, presentadaEn, cerradaEn, titular, medio, enPlazo, atiende } = aclaracion;
  return (
    <ListaDeDatos>
      <Dato termino="Folio">
        <a href={`/soporte/folios/${folio}`}>{folio}</a>
      </Dato>
      <Dato termino="Estado">
        <EtiquetaDeEstado estado={estado} />
      </Dato>
      <Dato termino="Asunto">{ASUNTO_EN_PALABRAS[asunto]}</Dato>
      <Dato termino="Fecha">{formatFecha(presentadaEn)}</Dato>
      <Dato termino="Titular">
        <a href={`/soporte/titulares/${titular.id}`}>{titular.rfc}</a> {titular.nombre}
      </Dato>
      {medio && (
        <Dato termino="Medio de contacto">
          <a href={`/soporte/folios/${medio.folio}`}>{medio.folio}</a>: {medio.valor}, registrado el{' '}
          {formatFecha(medio.fechaDeRegistro)}
        </Dato>
      )}
      <Dato termino="Presentada dentro de las 24 horas del registro">{describePlazo(enPlazo)}</Dato>
      <Dato termino="Atiende">{atiende?.nombre ?? 'Nadie todavía'}</Dato>
      {cerradaEn && <Dato termino="Fecha de cierre">{formatFecha(cerradaEn)}</Dato>}
    </ListaDeDatos>
  );
}
interface Props {
  aclaracion: Omit<AclaracionParaAtender, 'esperaDesde'> & {
    cerradaEn: Date | null;
    titular: { id: string };
    medio: { folio: string; valor: string; fechaDeRegistro: Date } | null;
  };
}
