import { runCommand } from './run-command.mjs';

const AYUDA = `npm run build

Construye esta versión del portal, si aún no lo está, en una carpeta propia: lo que sirve un portal en marcha no se toca. En
produccion va después de «npm ci» y antes de «npm start» y «npm run worker», que no instalan ni construyen nada. Se conservan
las tres versiones más nuevas y las que alguien sirve. Con cada una queda «sbom.cdx.json», la relación de sus dependencias (CycloneDX).`;

await runCommand({ modulo: 'build-once', ayuda: AYUDA, isBuild: true }, ({ buildCommand }) => buildCommand());
