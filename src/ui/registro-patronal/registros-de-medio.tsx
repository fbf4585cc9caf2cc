import { formatRegistros } from '#domain/cantidad.ts';
import type { EstadoDeMedio } from '#domain/medio-de-contacto/estado.ts';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { formatTelefono } from '#domain/medio-de-contacto/telefono.ts';
import { formatRegistroPatronal, type NumeroDeRegistroPatronal } from '#domain/registro-patronal.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { ListaDeDatos } from '#ui/components/lista-de-datos/lista-de-datos.tsx';
import { VentanaDeFormulario } from '#ui/components/ventana/ventana-de-formulario.tsx';
import { ETIQUETA_DE_ESTADO } from '#wording/etiquetas.ts';
import { MENSAJES_DE_BAJA } from '#wording/mensajes/mensajes.ts';
import { NumeroEntero } from './numero-entero.tsx';
import { direccionDe, type ParteDeLaLista } from './tabla-de-registros-de-medio.tsx';

interface MedioDeRegistros {
  folio: string;
  mecanismo: Mecanismo;
  valor: string;
  estado: EstadoDeMedio;
  registros: number | null;
}

export function ResumenDeMedioDeRegistros({ medio }: { medio: MedioDeRegistros }) {
  return (
    <ListaDeDatos
      datos={[
        { termino: 'Folio', valor: medio.folio },
        { termino: 'Medio de Contacto', valor: mostrar(medio) },
        { termino: 'Estatus', valor: ETIQUETA_DE_ESTADO[medio.estado] },
        { termino: 'Alcance', valor: formatRegistros(medio.registros ?? 0) },
      ]}
    />
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
      <p>¿Desea eliminar el medio de contacto {mostrar(medio)}?</p>
      <p>
        Sólo del Registro Patronal{' '}
        <strong>
          <NumeroEntero>{formatRegistroPatronal(numero as NumeroDeRegistroPatronal)}</NumeroEntero>
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
          <a href={`/buzon/acuses/${folio}/baja`}>Descarga el acuse de la baja</a>.
        </p>
      </Aviso>
    );
  if (error !== 'BAJA_NO_PROCEDE' && error !== 'DEMASIADAS_PETICIONES') return null;
  return <Aviso tipo="error">{MENSAJES_DE_BAJA[error]}</Aviso>;
}

function mostrar({ mecanismo, valor }: MedioDeRegistros): string {
  return mecanismo === 'TELEFONO' ? formatTelefono(valor) : valor;
}
