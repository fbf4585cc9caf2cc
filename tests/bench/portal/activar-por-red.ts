import { textoVigente } from '#wording/solicitud/textos.ts';
import type { Aceptado } from '../../fallas/carga/medida.ts';
import { createNavegador } from '../../fallas/carga/navegador.ts';
import { ingresar, type Medio, type Persona, readMarca, registrar, validar } from '../../fallas/carga/persona.ts';
import { readActionIds } from '../../support/acciones.ts';
import { daysFrom } from '../../support/efirma/autoridad-de-prueba.ts';
import { firmar } from '../../support/firmar.ts';
import type { Produccion } from './open-produccion.ts';

/** Someone who asks from an address of their own, so that no limit by network is in the way. */
export type Solicitante = Persona & { medios: Medio[] };

const ACTIVACION = '/buzon/activacion';

export async function createSolicitante({ port, appUrl, autoridad }: Produccion, nth: number): Promise<Solicitante> {
  const letras = [676, 26, 1].map((weight) => String.fromCharCode(65 + (Math.floor(nth / weight) % 26))).join('');
  const rfc = `M${letras}800101AA1`;
  const vigencia = { validoDesde: daysFrom(new Date(), -2), validoHasta: daysFrom(new Date(), 900) };
  const note = ({ bien, causa }: { bien: boolean; causa: string }) => {
    if (!bien) throw new Error(`the portal answered: ${causa}`);
  };
  return {
    rfc,
    efirma: await autoridad.issue({ rfc, nombre: `PERSONA ${rfc}`, ...vigencia }),
    navegador: createNavegador({ port, appUrl, direccion: `10.${nth >> 16}.${(nth >> 8) & 255}.${nth & 255}`, note }),
    acciones: await readActionIds(),
    isOver: () => false,
    medios: [
      { mecanismo: 'CORREO_ELECTRONICO', valor: `persona${nth}@banco.example` },
      { mecanismo: 'TELEFONO', valor: `+5255${12_340_000 + nth}` },
    ],
  };
}

/** Signs in. @returns the mark of this titular's forms, which only a page tells. */
export async function entrar(solicitante: Solicitante): Promise<string> {
  await ingresar(solicitante);
  return (await readMarca(solicitante)) ?? '';
}

/** Guide V from step 3, with no page: both medios, their proofs and the signed solicitud. */
export async function activar(produccion: Produccion, solicitante: Solicitante, marca: string): Promise<void> {
  for (const medio of solicitante.medios) {
    const aceptado = (await registrar(solicitante, marca, medio)) as Aceptado;
    const texto = await produccion.waitForMensaje(medio.valor);
    await validar(solicitante, marca, aceptado, { en: 0, para: medio.valor, mensaje: '', texto });
  }
  const { version } = textoVigente(new Date());
  const preparada = await callPlain(solicitante, 'prepareSolicitudAction', [marca, version], '"nonce"');
  const nonce = /"nonce":"([^"]+)"/.exec(preparada)?.[1];
  const cadena = /"cadenaOriginal":("[^"]*")/.exec(preparada)?.[1];
  const cer = Buffer.from(solicitante.efirma.cer).toString('base64');
  const firma = Buffer.from(firmar(solicitante.efirma, JSON.parse(cadena ?? '""'))).toString('base64');
  await callPlain(solicitante, 'signSolicitudAction', [marca, { nonce, certificado: cer, firma }], '"ok":true');
}

async function callPlain({ navegador, acciones }: Solicitante, accion: string, args: unknown[], good: string) {
  const answer = await navegador.ask({
    clase: 'registro',
    ruta: ACTIVACION,
    metodo: 'POST',
    headers: { 'next-action': acciones.get(accion) ?? '', 'content-type': 'text/plain;charset=UTF-8' },
    cuerpo: JSON.stringify(args),
    isBuena: ({ texto }) => texto.includes(good),
  });
  return answer?.texto ?? '';
}
