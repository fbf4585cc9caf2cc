import { formatFecha } from '#domain/fecha.ts';
import { DescargarAcuse } from '#ui/acuse/descargar-acuse.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';
import { textoDeVersion } from '#wording/solicitud/textos.ts';
import { TextoDeLaSolicitud } from './texto-de-la-solicitud.tsx';

/** What was signed: the text in force, the acuse of each solicitud, and below the texts that were signed before. */
export function SolicitudesFirmadas({
  firmadas,
  hasOtra,
}: {
  firmadas: readonly SolicitudFirmada[];
  hasOtra: boolean;
}) {
  const [enVigor, ...anteriores] = firmadas;
  if (!enVigor) return null;
  return (
    <Pila espacio="amplia">
      <TextoDeLaSolicitud
        texto={textoDeVersion(enVigor.textoVersion)}
        cual={hasOtra ? cualEs(enVigor, 'en vigor') : undefined}
      />
      <section id="acuse" aria-label="Acuse">
        <TablaDeSolicitud firmadas={firmadas} />
      </section>
      {anteriores.map((anterior) => (
        <details key={anterior.folio}>
          <summary>Leer la solicitud que firmaste el {formatFecha(anterior.fecha)}</summary>
          <TextoDeLaSolicitud texto={textoDeVersion(anterior.textoVersion)} cual={cualEs(anterior, 'ya reemplazada')} />
        </details>
      ))}
    </Pila>
  );
}

function cualEs({ fecha }: SolicitudFirmada, situacion: 'en vigor' | 'ya reemplazada'): string {
  return `La que firmaste el ${formatFecha(fecha)}, ${situacion}.`;
}

interface SolicitudFirmada {
  folio: string;
  fecha: Date;
  textoVersion: string;
}

/** The acuse of each signed solicitud (guide V, step 17), that in force first. */
function TablaDeSolicitud({ firmadas }: { firmadas: readonly SolicitudFirmada[] }) {
  const columnas: Columna<SolicitudFirmada>[] = [
    {
      titulo: 'Tipo de documento',
      celda: (firmada) => (
        <div>
          Activación de Buzón IMSS
          {firmadas.length > 1 && <p>{firmada === firmadas[0] ? 'En vigor' : 'Reemplazada por una posterior'}</p>}
        </div>
      ),
    },
    { titulo: 'Fecha', celda: ({ folio, fecha }) => <span id={`fecha-${folio}`}>{formatFecha(fecha)}</span> },
    {
      titulo: 'Acuse',
      celda: ({ folio }) => <DescargarAcuse folio={folio} tipo="solicitud" describedBy={`fecha-${folio}`} />,
    },
  ];
  return <Tabla titulo="Acuse de la solicitud y manifestación" columnas={columnas} filas={firmadas} />;
}
