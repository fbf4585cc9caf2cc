import { formatFecha } from '#domain/fecha.ts';
import { Pila } from '#ui/components/pila/pila.tsx';
import { textoDeVersion } from '#wording/solicitud/textos.ts';
import { type SolicitudFirmada, TablaDeSolicitud } from './tabla-de-solicitud.tsx';
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
