import { useEffect, useRef } from 'react';
import { formatFecha } from '#domain/fecha.ts';
import { describeVigencia } from './describe-vigencia.ts';
import type { CertificadoResumido } from './firma-protocol.ts';
import estilos from './formulario-efirma.module.css';
import type { EstadoDeFirma } from './use-firma.ts';

/** Always on the page, so that what appears is read aloud; it takes the focus of the button, disabled meanwhile. */
export function EstadoDeLaFirma({ estado, areIntercambiados }: { estado: EstadoDeFirma; areIntercambiados: boolean }) {
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (estado.tipo === 'validado') region.current?.focus();
  }, [estado.tipo]);
  return (
    <div ref={region} role="status" tabIndex={-1} className={estilos.estado} data-tipo={estado.tipo}>
      {areIntercambiados && <p className={estilos.advertencia}>{INTERCAMBIADOS}</p>}
      {estado.tipo === 'ocupado' && estado.progreso}
      {estado.tipo === 'validado' && <Certificado {...estado} />}
    </div>
  );
}

const INTERCAMBIADOS =
  'Intercambiamos los archivos que elegiste: el certificado quedó en «Certificado» y la llave privada en «Llave privada».';

function Certificado({ certificado, ahora }: { certificado: CertificadoResumido; ahora: Date }) {
  const advertencia = describeVigencia(certificado.validoHasta, ahora);
  return (
    <>
      <p>
        La llave privada y la contraseña corresponden a la e.firma de <strong>{certificado.nombre}</strong>, con RFC{' '}
        <strong>{certificado.rfc}</strong>.
      </p>
      <p>
        Número de serie del certificado: <strong className={estilos.serie}>{certificado.serie}</strong>. Vigente hasta:{' '}
        <strong>{formatFecha(certificado.validoHasta)}</strong>.
      </p>
      {advertencia && <p className={estilos.advertencia}>{advertencia}</p>}
    </>
  );
}
