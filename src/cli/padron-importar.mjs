import { runCommand } from './run-command.mjs';

const AYUDA = `npm run padron:importar -- archivo.csv [--codificacion …]

Carga o actualiza titulares y registros patronales, con el portal en marcha o sin él. El archivo es un CSV con encabezado,
separado por coma, punto y coma, tabulador o barra (o por lo que diga una primera línea «sep=;»), con estas columnas en cualquier
orden:

  rfc                 del titular
  nombre              denominación o razón social; después de que el titular ingresa vale el de su e.firma
  registro_patronal   10 u 11 caracteres, con o sin guiones
  subdelegacion
  domicilio           puede estar vacío
  estado              vigente o baja

La codificación se reconoce por las letras que resultan: UTF-8, UTF-16 o las de Excel («CSV», «CSV (MS-DOS)», «CSV (Macintosh)»).
Si no se puede saber con seguridad no se carga nada: guarda el archivo como «CSV UTF-8», o di cuál es con
--codificacion utf-8, utf-16, windows-1252, cp850, cp437 o macintosh.

Un renglón con errores no se carga y no detiene a los demás: quedan en archivo.csv.errores.csv, con línea, columna y motivo.
Un dígito verificador equivocado sólo se avisa. De un registro que viene varias veces vale el primer renglón, y los demás se
avisan. El mismo archivo dos veces no cambia nada, y un registro que ya no aparece no se borra: para darlo de baja, dilo en
«estado». Un registro que pasa a otro titular deja los medios de contacto del anterior: cada baja lleva su acuse sellado (SELLO_CERT) y
su aviso a quien lo pierde. Lo cargado se queda aunque se interrumpa. Termina con 0 si todo se cargó, y con 1 si hubo renglones con errores.`;

await runCommand(
  { modulo: 'padron-importar', ayuda: AYUDA, opciones: { codificacion: { type: 'string' } }, allowPositionals: true },
  ({ importPadronCommand }, { codificacion }, args) => importPadronCommand(args, codificacion),
);
