/** Of what was handed over whole without any answer, which its provider may have taken or not. */
export const QUIZA_SE_ENTREGO = 'quizá se entregó';

/** The same of a message that is not handed over again. */
export function quizaEntregado(it: string, quien: string, cuando: string): string {
  return `El ${it} ${QUIZA_SE_ENTREGO}: ${quien} lo recibió entero y no contestó. Se dejó de intentar el ${cuando}, para no repetirlo.`;
}
