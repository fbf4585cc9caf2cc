import { formatRegistros } from '#domain/cantidad.ts';
import { formatMedio } from '#domain/medio-de-contacto/telefono.ts';
import { formatRegistroPatronal } from '#domain/registro-patronal.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { Enlace } from '#ui/components/enlace/enlace.tsx';
import { Dato, ListaDeDatos } from '#ui/components/lista-de-datos/lista-de-datos.tsx';
import { VentanaDeFormulario } from '#ui/components/ventana/ventana.tsx';
import type { MedioMostrado } from '#ui/medio-de-contacto/medio-mostrado.ts';
import { ETIQUETA_DE_ESTADO } from '#wording/etiquetas.ts';
import { MENSAJES_DE_BAJA } from '#wording/mensajes/mensajes-de-acto.ts';
import { NumeroEntero } from './tabla-de-registros.tsx';
import { direccionDe, type ParteDeLaLista } from './tabla-de-registros-de-medio.tsx';

type MedioDeRegistros = Pick<MedioMostrado, 'folio' | 'mecanismo' | 'valor' | 'estado' | 'registros'>;

export function ResumenDeMedioDeRegistros({ medio }: { medio: MedioDeRegistros }) {
  return (
    <ListaDeDatos>
      <Dato termino="Folio">{medio.folio}</Dato>
      <Dato termino="Medio de Contacto">{formatMedio(medio)}</Dato>
      <Dato termino="Estatus">{ETIQUETA_DE_ESTADO[medio.estado]}</Dato>
      <Dato termino="Alcance">{formatRegistros(medio.registros ?? 0)}</Dato>
    </ListaDeDatos>
  );
}

/** «Eliminar medio de contacto» for one registro patronal; the medio goes on for the others. */
export function VentanaDeBajaDeRegistro({ medio, numero, parte, quitar }: PropsDeVentana) {
  return (
    <VentanaDeFormulario
      titulo="Eliminar medio de contacto"
      regresarA={`/buzon/medios-de-contacto/${medio.folio}/registros-patronales${direccionDe(parte)}`}
      action={quitar}
      ocultos={{ folio: medio.folio, numero }}
      variante="peligro"
    >
      <p>¿Desea eliminar el medio de contacto {formatMedio(medio)}?</p>
      <p>
        Sólo del Registro Patronal{' '}
        <strong>
          <NumeroEntero>{formatRegistroPatronal(numero)}</NumeroEntero>
        </strong>
        {medio.registros === 1 ? '. Es el único que le queda: el medio de contacto se dará de baja.' : '.'}
      </p>
    </VentanaDeFormulario>
  );
}
interface PropsDeVentana {
  medio: MedioDeRegistros;
  numero: string;
  /** What it stands over, and «Cancelar» goes back to. */
  parte: ParteDeLaLista;
  quitar: (formData: FormData) => Promise<void>;
}

/** After a registro was taken off: where its acuse is; or why it was not. */
export function AvisoDeBajaDeRegistro({ folio, error }: { folio?: string; error?: string }) {
  if (folio)
    return (
      <Aviso tipo="exito">
        <p>
          El Registro Patronal dejó de tener este medio de contacto, con el número de folio: {folio}.{' '}
          <Enlace href={`/buzon/acuses/${folio}/baja`}>Descarga el acuse de la baja</Enlace>.
        </p>
      </Aviso>
    );
  if (error !== 'BAJA_NO_PROCEDE' && error !== 'DEMASIADAS_PETICIONES') return null;
  return <Aviso tipo="error">{MENSAJES_DE_BAJA[error]}</Aviso>;
}
