import { useEffect, useRef } from 'react';
import { formatFecha } from '#domain/fecha.ts';
import { Aviso } from '../components/aviso/aviso.tsx';
import { Enlace } from '../components/enlace/enlace.tsx';
import type { Fallo } from './attempt-firma.ts';
import type { Campo } from './campo.ts';
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

const ENLACES: Record<string, { href: string; texto: string }> = {
  SESION_TERMINADA: { href: '/ingresar', texto: 'Ingresar de nuevo' },
  FALTAN_MEDIOS: { href: '/buzon/medios-de-contacto', texto: 'Validar mis medios' },
  TEXTO_NUEVO: { href: '/buzon/activacion', texto: 'Leer el texto nuevo' },
  YA_FIRMADA: { href: '/buzon/activacion', texto: 'Ver la solicitud firmada' },
};

/** Id of what is said of a field, by which the field is described. */
export function idDelFallo(campo: Campo | null): string {
  return `efirma-fallo-${campo ?? 'general'}`;
}

/** All that went wrong, each with the file at fault and, where there is one, the way on. It takes the focus. */
export function FallosDeFirma({ fallos, nombres }: Props) {
  return (
    <Aviso tipo="error">
      {fallos.map((fallo) => (
        <p key={fallo.codigo + fallo.campo} id={idDelFallo(fallo.campo)}>
          {isOfFile(fallo) && nombres[fallo.campo] && <strong>{nombres[fallo.campo]}: </strong>}
          {fallo.mensaje}
        </p>
      ))}
      {fallos.map(({ codigo }) => {
        const enlace = ENLACES[codigo];
        return (
          enlace && (
            <Enlace key={codigo} href={enlace.href}>
              {enlace.texto}
            </Enlace>
          )
        );
      })}
    </Aviso>
  );
}

interface Props {
  fallos: readonly Fallo[];
  nombres: Record<'certificado' | 'llave', string>;
}

/** A swapped pair is the fault of neither file. */
function isOfFile(fallo: Fallo): fallo is Fallo & { campo: 'certificado' | 'llave' } {
  return fallo.codigo !== 'ARCHIVOS_INTERCAMBIADOS' && (fallo.campo === 'certificado' || fallo.campo === 'llave');
}

const DIAS_DE_AVISO = 30;
const MS_POR_DIA = 86_400_000;

/** Within 30 days of its end, or after it. Told by the person's clock, which may be wrong: the server alone decides. */
export function describeVigencia(validoHasta: Date, ahora: Date): string | null {
  const dias = Math.floor((validoHasta.getTime() - ahora.getTime()) / MS_POR_DIA);
  if (dias < 0)
    return `Según la fecha de tu equipo, este certificado venció el ${formatFecha(validoHasta)}. Si es así no se aceptará: renueva tu e.firma en el portal del SAT.`;
  if (dias > DIAS_DE_AVISO) return null;
  return `Tu certificado ${vence(dias)}. Renueva tu e.firma en el portal del SAT antes de esa fecha.`;
}

function vence(dias: number): string {
  if (dias === 0) return 'vence en menos de un día';
  return dias === 1 ? 'vence en 1 día' : `vence en ${dias} días`;
}
