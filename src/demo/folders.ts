import path from 'node:path';

export function foldersOf(datos: string) {
  const bandeja = path.join(datos, 'bandeja');
  return {
    efirmas: path.join(datos, 'efirmas'),
    sello: path.join(datos, 'sello'),
    correo: path.join(bandeja, 'correo'),
    sms: path.join(bandeja, 'sms'),
    secretos: path.join(datos, 'secretos.json'),
  };
}
