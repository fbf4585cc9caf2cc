import type { TextoDeSolicitud } from '#wording/solicitud/texto-de-solicitud.ts';

const DAY_MS = 86_400_000;

/** What nobody can take for a legal text: for tests that publish one. */
function ficticio(version: string, vigenteDesde: Date, pideNuevaFirma: boolean): TextoDeSolicitud {
  const texto = `TEXTO FICTICIO DE PRUEBA (${version}). Quien lo firma declara que las jirafas de este renglón son inventadas.`;
  return {
    version,
    vigenteDesde,
    pideNuevaFirma,
    titulo: 'Solicitud y manifestación del solicitante',
    bloques: [{ tipo: 'parrafo', texto }],
    notas: [`Nota ficticia de ${version}.`],
  };
}

/** Two texts as a new version of the portal would publish them: one that asks for a new signature, and two days later one that does not. */
export function textosFicticios(desde: Date): [pide: TextoDeSolicitud, noPide: TextoDeSolicitud] {
  return [
    ficticio('ficticio/pide-firma', desde, true),
    ficticio('ficticio/no-pide-firma', new Date(desde.getTime() + 2 * DAY_MS), false),
  ];
}
