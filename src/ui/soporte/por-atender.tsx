import type { TipoDeAviso } from '#domain/aviso/tipo-de-aviso.ts';
import { formatFecha, formatTiempoRestante } from '#domain/fecha.ts';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { type AclaracionParaAtender, TablaParaAtender } from '#ui/aclaracion/tablas-de-aclaraciones.tsx';
import { Seccion } from '#ui/components/seccion/seccion.tsx';
import { porMotivo } from '#wording/aviso/motivo-de-entrega.ts';
import { ETIQUETA_DE_MECANISMO } from '#wording/etiquetas.ts';
import { capitalize, nombreDeMensaje } from '#wording/soporte/entrega-en-palabras.ts';

/** What the console opens on: folios that wait for somebody of support, or soon will. */
export function PorAtender({ aclaraciones, fallidos, porVencer, ahora }: Props) {
  return (
    <>
      <Seccion id="aclaraciones" titulo="Aclaraciones que más han esperado">
        {aclaraciones.length > 0 ? (
          <TablaParaAtender aclaraciones={aclaraciones} ahora={ahora} />
        ) : (
          <p>Ninguna espera respuesta.</p>
        )}
      </Seccion>
      <Folios
        id="fallidos"
        titulo="Mensajes que fallaron hoy"
        vacia="Hoy no ha fallado ninguno."
        folios={fallidos.map((mensaje) => ({
          ...mensaje,
          texto: `${capitalize(nombreDeMensaje(mensaje))}, ${formatFecha(mensaje.resueltoEn)}${porMotivo(mensaje.motivo)}.`,
        }))}
      />
      <Folios
        id="por-vencer"
        titulo="Folios por vencer"
        vacia="Ninguno vence en las próximas 24 horas."
        folios={porVencer.map(({ folio, mecanismo, venceEn }) => ({
          id: folio,
          folio,
          texto: `${ETIQUETA_DE_MECANISMO[mecanismo]}, ${formatFecha(venceEn)}: ${formatTiempoRestante(ahora, venceEn)}.`,
        }))}
      />
    </>
  );
}
interface Props {
  aclaraciones: readonly AclaracionParaAtender[];
  fallidos: readonly {
    id: string;
    folio: string;
    tipo: TipoDeAviso;
    mecanismo: Mecanismo;
    motivo: string | null;
    resueltoEn: Date;
  }[];
  porVencer: readonly { folio: string; mecanismo: Mecanismo; venceEn: Date }[];
  ahora: Date;
}

function Folios({ id, titulo, vacia, folios }: PropsDeFolios) {
  return (
    <Seccion id={id} titulo={titulo}>
      {folios.length === 0 && <p>{vacia}</p>}
      {folios.map(({ id, folio, texto }) => (
        <p key={id}>
          <a href={`/soporte/folios/${folio}`}>{folio}</a> {texto}
        </p>
      ))}
    </Seccion>
  );
}
interface PropsDeFolios {
  id: string;
  titulo: string;
  vacia: string;
  folios: readonly { id: string; folio: string; texto: string }[];
}
