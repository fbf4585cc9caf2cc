import type { CorreoError } from './correo.ts';
import type { TelefonoError } from './telefono.ts';

export type RegistroError =
  | CorreoError
  | TelefonoError
  | 'LIMITE_DE_CORREOS'
  | 'LIMITE_DE_TELEFONOS'
  | 'MEDIO_YA_REGISTRADO'
  | 'DEMASIADOS_MENSAJES'
  | 'DEMASIADOS_SIN_VALIDAR'
  | 'DEMASIADOS_DEL_DIA'
  | 'SMS_DEL_PORTAL_AGOTADOS'
  | 'CORREO_AJENO'
  | 'CORREO_CERRADO'
  | 'DEMASIADAS_PETICIONES'
  | 'SIN_REGISTROS_ELEGIDOS'
  | 'NINGUN_REGISTRO_LO_ADMITE'
  | 'CAMBIO_AL_CONFIRMAR';

export type EnlaceError =
  | 'ENLACE_DESCONOCIDO'
  | 'ENLACE_SIN_CLAVE'
  | 'ENLACE_VENCIDO'
  | 'ENLACE_AJENO'
  | 'ENLACE_REABIERTO'
  | 'ENLACE_DE_MEDIO_DADO_DE_BAJA';

export type CodigoError =
  | { codigo: 'CODIGO_INCORRECTO'; intentosRestantes: number }
  | {
      codigo:
        | 'CODIGO_MAL_FORMADO'
        | 'CODIGO_AMBIGUO'
        | 'CODIGO_DE_MEDIO_DESCONOCIDO'
        | 'CODIGO_VENCIDO'
        | 'CODIGO_SIN_CLAVE'
        | 'CODIGO_AGOTADO'
        | 'INTENTOS_DEL_DIA_AGOTADOS';
    };

export type ReenvioError =
  | { codigo: 'REENVIO_ESPERA'; segundos: number }
  | {
      codigo:
        | 'REENVIOS_AGOTADOS'
        | 'REENVIO_SATURADO'
        | 'CORREO_CERRADO'
        | 'REENVIO_NO_PROCEDE'
        | 'DEMASIADAS_PETICIONES';
    };

export type BajaError = 'BAJA_NO_PROCEDE' | 'BAJA_PIDE_FIRMA' | 'DEMASIADAS_PETICIONES';
