import { isDeMedio } from '#domain/acuse/datos.ts';
import type { FallaDeAcuse } from '#domain/acuse/falla-de-acuse.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { ListaDeDatos } from '#ui/components/lista-de-datos/lista-de-datos.tsx';
import { Seccion } from '#ui/components/seccion/seccion.tsx';
import { MENSAJES_DE_VERIFICACION } from '#wording/mensajes/mensajes-verificacion.ts';
import { type AcuseVerificado, datosCertificados } from './datos-certificados.ts';

export function ResultadoDeVerificacion({ acuse }: { acuse: AcuseVerificado }) {
  return (
    <>
      <Veredicto acuse={acuse} />
      {acuse.esDemo && (
        <Aviso tipo="nota">Está sellado con un certificado de demostración: no tiene validez oficial.</Aviso>
      )}
      {acuse.fallas.length === 0 && <ListaDeDatos datos={datosCertificados(acuse)} />}
      <Seccion id="comprobado" titulo="Lo que se comprobó">
        <ListaDeDatos datos={partesComprobadas(acuse)} />
      </Seccion>
    </>
  );
}

function Veredicto({ acuse: { fallas, archivo, archivoSha256 } }: { acuse: AcuseVerificado }) {
  if (fallas.length > 0)
    return (
      <Aviso tipo="error" titulo="No se puede dar por auténtico">
        <p>Lo que se guardó de este acuse fue alterado: {fallas.map(fallaEnPalabras).join('; ')}.</p>
        <p>No lo aceptes. Avísalo por los canales de atención de la Ayuda, con su folio.</p>
      </Aviso>
    );
  if (archivo === 'OTRO_ACUSE')
    return (
      <Aviso tipo="error" titulo="Ese archivo es otro acuse auténtico">
        <p>Lo emitió este portal, pero no es el acuse que abriste: abajo está lo que certifica este.</p>
        <p>
          <a href={`/verificar?archivo=${archivoSha256}`}>Verificar el acuse de ese archivo</a>
        </p>
      </Aviso>
    );
  if (archivo === 'SELLADO_APARTE')
    return (
      <Aviso tipo="error" titulo="Ese archivo está sellado por nosotros y no lo encontramos">
        <p>Su sello se comprobó en tu navegador y está completo, pero no es el PDF que se guardó con este folio.</p>
        <p>{MENSAJES_DE_VERIFICACION.SELLADO_Y_NO_ENCONTRADO}</p>
      </Aviso>
    );
  if (archivo === 'DISTINTO')
    return (
      <Aviso tipo="error" titulo="Ese archivo fue alterado">
        <p>El acuse de este folio existe, pero el archivo no es, byte por byte, el que se emitió.</p>
        <p>No lo aceptes: pide el PDF original. Abajo está lo que certifica el acuse auténtico.</p>
      </Aviso>
    );
  return (
    <Aviso tipo="exito" titulo="El acuse es auténtico">
      <p>Sus datos, su cadena original y su sello digital se comprobaron de nuevo y corresponden entre sí.</p>
      {archivo === 'IGUAL' && <p>El archivo es, byte por byte, el que se emitió.</p>}
      {archivo === 'SIN_DOCUMENTO' && (
        <p>Su PDF todavía se está preparando, así que el archivo no se pudo comparar. Inténtalo en unos minutos.</p>
      )}
    </Aviso>
  );
}

/** What is recomputed, and what holds of it: where it does not, «no» goes between. */
const PARTES: Record<FallaDeAcuse, [parte: string, cierto: string]> = {
  SELLO_INVALIDO: ['el sello digital', 'corresponde a la cadena original'],
  CERTIFICADO_NO_VIGENTE: ['el certificado del sello', 'estaba vigente en la fecha del acuse'],
  CADENA_DISTINTA: ['la cadena original', 'es la de los datos guardados'],
  TITULAR_DISTINTO: ['el acuse', 'está guardado a nombre del RFC que ampara el sello'],
  DOCUMENTO_ALTERADO: ['el documento guardado', 'es, byte por byte, el que se emitió'],
  TIEMPO_INVALIDO: ['el sello de tiempo guardado', 'corresponde al documento'],
  MEDIO_DISTINTO: ['el medio guardado', 'tiene el valor, las fechas y el titular que ampara el sello'],
  REGISTROS_DISTINTOS: ['la relación de registros patronales guardada', 'es la que ampara el sello'],
  SOLICITUD_DISTINTA: ['la solicitud guardada', 'tiene la firma, el texto, la fecha y el titular que ampara el sello'],
  TEXTO_DISTINTO: ['el texto guardado', 'es el que se firmó, por su versión y su SHA-256'],
  FIRMA_INVALIDA: ['la firma del titular', 'corresponde a la cadena de esta solicitud'],
  EFIRMA_INVALIDA: ['la e.firma', 'era de ese RFC, de una autoridad reconocida y estaba vigente al firmar'],
  REVOCACION_INVALIDA: ['la respuesta sobre revocación', 'es de esa e.firma y de ese momento'],
  ACLARACION_DISTINTA: ['la aclaración guardada', 'tiene el asunto, las fechas y el titular que ampara el sello'],
  PLANTEAMIENTO_DISTINTO: ['el planteamiento guardado', 'es el que ampara el sello'],
  ADJUNTO_DISTINTO: ['el archivo adjunto guardado', 'es el que ampara el sello'],
};

function fallaEnPalabras(falla: FallaDeAcuse): string {
  return PARTES[falla].join(' no ');
}

const DE_SOLICITUD: FallaDeAcuse[] = ['SOLICITUD_DISTINTA', 'TEXTO_DISTINTO', 'FIRMA_INVALIDA', 'EFIRMA_INVALIDA'];

/** A line for each part that was recomputed, and whether it still is what it was. */
function partesComprobadas({ datos, fallas, documento, selloDeTiempo }: AcuseVerificado) {
  const partes: FallaDeAcuse[] = ['SELLO_INVALIDO', 'CERTIFICADO_NO_VIGENTE', 'CADENA_DISTINTA', 'TITULAR_DISTINTO'];
  if (documento) partes.push('DOCUMENTO_ALTERADO');
  if (selloDeTiempo) partes.push('TIEMPO_INVALIDO');
  if ('firma' in datos) partes.push(...DE_SOLICITUD, 'REVOCACION_INVALIDA');
  if (datos.tipo === 'ACLARACION') partes.push('ACLARACION_DISTINTA', 'PLANTEAMIENTO_DISTINTO');
  if (datos.tipo === 'ACLARACION' && datos.adjunto) partes.push('ADJUNTO_DISTINTO');
  if (isDeMedio(datos)) partes.push('MEDIO_DISTINTO', ...(datos.registros ? (['REGISTROS_DISTINTOS'] as const) : []));
  return [...new Set([...partes, ...fallas])].map((cada) => {
    const [parte, cierto] = PARTES[cada];
    return {
      termino: parte.replace(/^./, (letra) => letra.toUpperCase()),
      valor: fallas.includes(cada) ? `No ${cierto}` : `Sí: ${cierto}`,
    };
  });
}
