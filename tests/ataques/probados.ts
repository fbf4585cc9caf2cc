import type { Probado } from './ataque.ts';

const INTEGRACION = 'tests/integration';

/** Attacks that a test makes already: which. */
export const PROBADOS: readonly Probado[] = [
  { nombre: 'acciones repetidas o de otra persona, una por una', prueba: 'tests/e2e/acciones.spec.ts' },
  { nombre: 'cada dirección con la sesión de otra persona', prueba: 'tests/e2e/autorizacion.spec.ts' },
  { nombre: 'hacer por otro lo que su designación no da', prueba: 'tests/e2e/facultades.spec.ts' },
  { nombre: 'un dato de un cliente en lo de otro', prueba: 'tests/e2e/diez-mil-contestaciones.spec.ts' },
  { nombre: 'un formulario de otra pestaña, con otra sesión', prueba: 'tests/e2e/dos-pestanas.spec.ts' },
  { nombre: 'un adjunto que se ejecuta, o que no es lo que dice', prueba: 'tests/e2e/archivos.spec.ts' },
  { nombre: 'que la llave o su contraseña salgan del navegador', prueba: 'tests/e2e/llave-privada.spec.ts' },
  { nombre: 'que abrir un enlace lo valide, o pedir sólo sus cabeceras', prueba: 'tests/e2e/solo-encabezados.spec.ts' },
  { nombre: 'hacer en soporte lo que el rol no permite', prueba: 'tests/e2e/soporte-roles.spec.ts' },
  { nombre: 'decir por cabecera que se viene de otra red', prueba: 'tests/e2e/detras-de-un-proxy.spec.ts' },
  { nombre: 'avisos falsos de Twilio', prueba: 'tests/e2e/twilio.spec.ts' },
  {
    nombre: 'certificados falsos, débiles, ajenos o de otra forma',
    prueba: 'src/infra/efirma/create-verificador.test.ts',
  },
  { nombre: 'llaves con exponente 1, pequeñas o enormes', prueba: 'src/infra/firma/fortaleza.test.ts' },
  {
    nombre: 'respuestas OCSP falsas: de otro, viejas, de otra pregunta',
    prueba: 'src/infra/ocsp/verify-ocsp-answer.test.ts',
  },
  { nombre: 'respuestas OCSP repetidas', prueba: 'src/infra/ocsp/respuestas-vistas.test.ts' },
  {
    nombre: 'sellos de tiempo falsos o de quien nadie conoce',
    prueba: 'src/infra/tsa/create-verify-sello-de-tiempo.test.ts',
  },
  { nombre: 'métodos, cabeceras y origen, uno por uno', prueba: 'src/server/guard-request.test.ts' },
  { nombre: 'x-forwarded-for mal escrito, repetido o contradictorio', prueba: 'src/server/settle-direccion.test.ts' },
  { nombre: 'demostración en una dirección pública', prueba: 'src/infra/env/settings.test.ts' },
  { nombre: 'fórmulas en un CSV', prueba: 'src/formats/csv/csv.test.ts' },
  { nombre: 'datos o secretos en el registro', prueba: 'src/infra/logger/logger.test.ts' },
  { nombre: 'expresiones que crecen más que su texto', prueba: 'tests/architecture/expressions.test.ts' },
  { nombre: 'un texto de 70,000 signos a cada lector', prueba: 'tests/architecture/long-inputs.test.ts' },
  { nombre: 'una página o acción que no pregunta quién es', prueba: 'tests/architecture/entrances.test.ts' },
  {
    nombre: 'SMS y correos contra extraños; el presupuesto del portal',
    prueba: `${INTEGRACION}/medio-de-contacto/abuso.test.ts`,
  },
  {
    nombre: 'dejar fuera al dueño gastando sus intentos',
    prueba: `${INTEGRACION}/medio-de-contacto/validate-celular.test.ts`,
  },
  {
    nombre: 'registrar otra vez un correo ajeno, con + o puntos',
    prueba: `${INTEGRACION}/medio-de-contacto/correo-ajeno.test.ts`,
  },
  { nombre: 'validar tarde, dos veces o a la vez', prueba: `${INTEGRACION}/medio-de-contacto/a-la-vez.test.ts` },
  { nombre: 'adivinar un código: sus probabilidades', prueba: 'src/domain/medio-de-contacto/limites.test.ts' },
  { nombre: 'IPv6 sin fin, rechazos que llenan la base', prueba: `${INTEGRACION}/limite/limite-por-red.test.ts` },
  {
    nombre: 'sesiones que no terminan: salir, revocar, sexta sesión',
    prueba: `${INTEGRACION}/sesion/sesiones-que-terminan.test.ts`,
  },
  { nombre: 'retos y respuestas de ingreso alterados', prueba: `${INTEGRACION}/sesion/sign-in.test.ts` },
  {
    nombre: 'escribir con el rol del portal, columna por columna',
    prueba: `${INTEGRACION}/bitacora/derechos-por-columna.test.ts`,
  },
  { nombre: 'cambiar o borrar lo que es prueba', prueba: `${INTEGRACION}/bitacora/lo-que-no-cambia.test.ts` },
  {
    nombre: 'romper la cadena de la bitácora sin que se note',
    prueba: `${INTEGRACION}/bitacora/verify-bitacora.test.ts`,
  },
  { nombre: 'un acuse falso o alterado', prueba: `${INTEGRACION}/acuse/verify-acuse.test.ts` },
  { nombre: 'leer CURP y correo con sólo el QR', prueba: `${INTEGRACION}/acuse/collect-evidencia.test.ts` },
  { nombre: 'mirar de más desde soporte', prueba: `${INTEGRACION}/soporte/show-datos.test.ts` },
  { nombre: 'firmar la solicitud de otro, o dos veces', prueba: `${INTEGRACION}/solicitud/sign-solicitud.test.ts` },
  { nombre: 'rebotes falsos contra un medio', prueba: `${INTEGRACION}/aviso/rebotes.test.ts` },
];
