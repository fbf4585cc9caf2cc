import { runCommand } from './run-command.mjs';

const AYUDA = `npm run acuses:revisar

Lee el texto de cada acuse emitido como lo copia una persona, o lo oye quien usa un lector de pantalla, y lo compara con lo que
debía imprimirse. Dice cuántos leyó y, de los que tienen letras sin texto, el folio, el tipo y qué no se puede copiar completo.
Puede correr con el portal en marcha. Termina con 0 si todos están bien y con 1 si alguno no, o si no se pudo revisar.

No cambia nada: los bytes de un acuse emitido son los mismos para siempre. Uno con letras sin texto se ve y se imprime bien, y su
sello y su cadena original siguen siendo válidos: están guardados aparte. Quien necesite el texto lo tiene en /verificar, con el
folio y el valor de verificación, y en cadena-original.txt, dentro de la evidencia que ahí se descarga.`;

await runCommand({ modulo: 'acuses-revisar', ayuda: AYUDA }, ({ reviewDocumentosCommand }) =>
  reviewDocumentosCommand(),
);
