/** Guide, section V, step 15: shown to who has no registro patronal in force, before «Aceptar» leads on to the e.firma. */
export const AVISO_SIN_REGISTROS =
  'Estimado Usuario: Tu RFC no tiene asociados Registros Patronales. Si estás de acuerdo selecciona el botón "Aceptar" y firma la "Solicitud y manifestación del solicitante". En caso contrario, acude a tu subdelegación para aclarar la inconsistencia.';
