import { SOLICITUD_2022_09_22 } from './solicitud-2022-09-22.ts';
import type { TextoDeSolicitud } from './texto-de-solicitud.ts';

/** Oldest first. To publish one is to add it at the end, saying whether it asks a new signature of who signed. */
export const TEXTOS_PUBLICADOS: readonly TextoDeSolicitud[] = [SOLICITUD_2022_09_22];
