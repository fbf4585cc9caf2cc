import { CON_INFORME } from './con-informe.ts';
import { EN_TEXTO } from './en-texto.ts';

/** A bounce in the form of each of many servers, with the code that it is to be told by. */
export const FORMATOS = { ...CON_INFORME, ...EN_TEXTO };
