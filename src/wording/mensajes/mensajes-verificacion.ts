import type { VerificacionError } from '#domain/acuse/falla-de-acuse.ts';

export const MENSAJES_DE_VERIFICACION = {
  FOLIO_MAL_ESCRITO:
    'Ese no es un folio de este portal: le falta, le sobra o tiene cambiado algún número. Cópialo completo de la primera página, como BI-2026.00000001-52. Si ya está tal como viene impreso, el documento no es auténtico: no lo aceptes.',
  VALOR_MAL_ESCRITO:
    'El valor de verificación tiene diez signos: letras, y números del 2 al 7. Cópialo otra vez de junto al código QR. Si ya está tal como viene impreso, el documento no es auténtico: no lo aceptes.',
  ACUSE_NO_ENCONTRADO:
    'No existe un acuse con ese folio y ese valor de verificación. Cópialos otra vez tal como están impresos en la primera página, o abre el código QR. Si así tampoco aparece, el documento no es auténtico, salvo que el sello dentro de su PDF, que puedes comprobar aquí, sea nuestro: sin él no lo aceptes y pide uno nuevo a quien te lo dio.',
  ARCHIVO_NO_EMITIDO:
    'Ese archivo no es, byte por byte, ningún acuse emitido: fue alterado, o se imprimió, escaneó o guardó de nuevo. Pide el PDF original, o escribe el folio y el valor de verificación que tiene impresos para conocer lo que dice el acuse auténtico.',
  SELLADO_Y_NO_ENCONTRADO:
    'Ese archivo está sellado por nosotros y no lo encontramos: su sello se comprobó en tu navegador y nadie lo ha cambiado desde que se selló. Puede faltar en lo que tenemos guardado. Consérvalo y avísalo por los canales de atención de la Ayuda, con su folio.',
  DEMASIADAS_VERIFICACIONES: 'Hubo demasiadas verificaciones desde tu red. Espera diez minutos y vuelve a intentarlo.',
  EVIDENCIA_CUBIERTA:
    'La evidencia lleva los datos personales completos. Abre el folio en la consola, pulsa «Mostrar», di el motivo y descárgala de nuevo.',
} as const satisfies Record<VerificacionError, string>;

/** What a program that watches the log is told. */
export const DEL_REGISTRO = {
  sinHojas: 'El registro todavía no tiene hojas: espera unos segundos y vuelve a intentarlo.',
  malPedido:
    'Pide /registro/consistencia?de=N&a=M con dos tamaños que el registro haya tenido: de 1 en adelante, y el segundo no menor que el primero.',
  noExiste: 'Esa página no existe.',
};
