import { Aviso } from '../components/aviso/aviso.tsx';
import { ListaDeDatos } from '../components/lista-de-datos/lista-de-datos.tsx';
import { type AcuseVerificado, datosCertificados } from './datos-certificados.ts';
import { FALLA_EN_PALABRAS } from './falla-en-palabras.ts';

export function ResultadoDeVerificacion({ acuse }: { acuse: AcuseVerificado }) {
  return (
    <>
      <Veredicto acuse={acuse} />
      {acuse.esDemo && (
        <Aviso tipo="nota">Está sellado con un certificado de demostración: no tiene validez oficial.</Aviso>
      )}
      {acuse.fallas.length === 0 && <ListaDeDatos datos={datosCertificados(acuse)} />}
    </>
  );
}

function Veredicto({ acuse: { fallas, archivo, archivoSha256 } }: { acuse: AcuseVerificado }) {
  if (fallas.length > 0)
    return (
      <Aviso tipo="error" titulo="No se puede dar por auténtico">
        <p>
          Lo que se guardó de este acuse fue alterado: {fallas.map((falla) => FALLA_EN_PALABRAS[falla]).join('; ')}.
        </p>
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
