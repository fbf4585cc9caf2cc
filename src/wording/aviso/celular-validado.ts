import { type Aviso, sms } from './contenido.ts';

/** The SMS after the code was right (guide, section V, step 12). */
export const CELULAR_VALIDADO: Aviso<object> = {
  nombre: 'que confirma la validación',
  redacta: () => sms('celular-validado/1', 'Buzon IMSS. La validacion de tu celular fue exitosa.'),
};
