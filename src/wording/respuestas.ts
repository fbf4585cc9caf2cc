export const RESPUESTAS = {
  acuseAjeno: 'Ese acuse no existe o no es de tu RFC. Revisa la lista de tus medios de contacto.',
  sinRevision: 'Todavía no contesta quien pone la hora. Descarga el acuse como se emitió, o inténtalo más tarde.',
  adjuntoAjeno: 'Ese archivo no existe o no es de tu RFC. Ábrelo desde la lista de tus aclaraciones.',
  constanciaAjena:
    'De ese mensaje no hay constancia de entrega, o no es de tu RFC. Revisa la lista de tus comunicados.',
  demasiadasDescargas: 'Ya descargaste tus datos cinco veces hoy. Inténtalo de nuevo mañana.',
  arrancando: 'El portal está arrancando. Espera unos segundos.\n',
  deOtroSitio:
    'Esta petición no salió de una página de este portal, y no se hizo nada. Abre la página y vuelve a intentarlo.\n',
  metodo: 'El portal no atiende ese método.\n',
  sinVentana: 'Vuelve a la ventana y presiona de nuevo «Guardar».',
} as const;
