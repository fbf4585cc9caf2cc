import type { SiguientePaso } from '#domain/solicitud/siguiente-paso.ts';

const NUEVO = '/buzon/medios-de-contacto/nuevo';

/** The main button of a page: what it says and where it leads. Null: there is nothing to do but wait. */
export function siguienteEnPalabras(paso: SiguientePaso | null): { texto: string; href: string } | null {
  switch (paso?.tipo) {
    case 'REGISTRAR':
      return { texto: registrar(paso), href: NUEVO };
    case 'CAPTURAR_CODIGO':
      return { texto: 'Capturar el código del SMS', href: `${NUEVO}#por-validar` };
    case 'ABRIR_ENLACE':
      return { texto: 'Continuar con mi correo', href: `${NUEVO}#por-validar` };
    case 'FIRMAR':
      return { texto: 'Continuar a la firma', href: '/buzon/activacion' };
    case 'DESCARGAR_ACUSE':
      return { texto: 'Descargar acuse', href: `/buzon/acuses/${paso.folio}/solicitud` };
    case 'ESPERAR':
      return null;
    case undefined:
      return { texto: 'Continuar en mi Buzón', href: '/buzon' };
  }
}

function registrar({ faltan, cancelados }: Extract<SiguientePaso, { tipo: 'REGISTRAR' }>): string {
  const que =
    faltan.length > 1 ? 'correo y celular' : faltan[0] === 'TELEFONO' ? 'mi teléfono celular' : 'un correo electrónico';
  return `Registrar ${cancelados.length > 0 ? 'de nuevo ' : ''}${que}`;
}
