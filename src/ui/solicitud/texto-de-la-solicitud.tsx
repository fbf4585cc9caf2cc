import type { ReactNode } from 'react';
import { diaEnCentro, formatDia } from '#domain/dia.ts';
import { formatFecha } from '#domain/fecha.ts';
import type { EstadoDeSolicitud } from '#domain/solicitud/estado.ts';
import type { TextoDeSolicitud } from '#wording/solicitud/texto-de-solicitud.ts';
import { textoDeVersion } from '#wording/solicitud/textos.ts';
import { DescargarAcuse } from '../acuse/descargar-acuse.tsx';
import { Aviso } from '../components/aviso/aviso.tsx';
import { Pila } from '../components/pila/pila.tsx';
import { type Columna, Tabla } from '../components/tabla/tabla.tsx';
import { Prosa } from '../components/texto-por-secciones/texto-por-secciones.tsx';

/** The whole legal text, as it is signed, with what is to be known of it; where there are several, which one it is. */
export function TextoDeLaSolicitud({ texto, cual }: { texto: TextoDeSolicitud; cual?: string }) {
  const id = `solicitud-${texto.version.replace(/[^\w-]/g, '-')}`;
  return (
    <section aria-labelledby={id}>
      <Pila>
        <Prosa recuadro>
          <h2 id={id}>{texto.titulo}</h2>
          {cual && (
            <p>
              <strong>
                {cual} Texto vigente desde el {formatDia(diaEnCentro(texto.vigenteDesde))}, versión {texto.version}.
              </strong>
            </p>
          )}
          {texto.bloques.map(({ tipo, texto: contenido }) =>
            tipo === 'titulo' ? <h3 key={contenido}>{contenido}</h3> : <p key={contenido}>{contenido}</p>,
          )}
        </Prosa>
        {texto.notas.length > 0 && (
          <Aviso tipo="nota" titulo="Nota al texto (no es parte de lo que se firma)">
            {texto.notas.map((nota) => (
              <p key={nota}>{nota}</p>
            ))}
          </Aviso>
        )}
      </Pila>
    </section>
  );
}

/** Beside «Firma digital»: which text it signs, and what is to be known of it. */
export function LoQueSeFirma({ texto }: { texto: TextoDeSolicitud }) {
  return (
    <>
      <p>
        Firmas la «{texto.titulo}», versión {texto.version}. Con tu firma tu Buzón IMSS queda activo.
      </p>
      <details>
        <summary>Leer aquí el texto que firmas</summary>
        <TextoDeLaSolicitud texto={texto} />
      </details>
    </>
  );
}

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

/** A later text asks for a new signature: what that means for who signed an earlier one, and the way on. */
export function CambioDeReglas({ texto, solicitud: { fecha, estado }, children }: Props) {
  return (
    <Aviso tipo="informacion" titulo="Cambiaron las reglas del Buzón IMSS">
      <p>
        Desde el {formatDia(diaEnCentro(texto.vigenteDesde))} está vigente otro texto de la «{texto.titulo}», que pide
        tu firma aunque ya hayas firmado el anterior.
      </p>
      <p>
        {estado === 'FIRMADA'
          ? `La que firmaste el ${formatFecha(fecha)} sigue en vigor y tu Buzón sigue activo mientras no firmes la nueva.`
          : `La que firmaste el ${formatFecha(fecha)} todavía se está verificando.`}
      </p>
      {children}
    </Aviso>
  );
}
interface Props {
  /** To be signed. */
  texto: TextoDeSolicitud;
  /** That was signed. */
  solicitud: { fecha: Date; estado: EstadoDeSolicitud };
  children: ReactNode;
}
