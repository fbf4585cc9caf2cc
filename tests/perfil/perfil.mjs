import { runCommand } from '#cli/run-command.mjs';

const AYUDA = `npm run perfil -- RUTA

Pide muchas veces una página a un portal que arranca para eso, escribe en tests/.salida/perfil/ en qué se le va el procesador
(un .cpuprofile, que abren las herramientas de Chrome y de VS Code) y da las veinte funciones que más gastan y las sentencias
que pide a la base. No necesita ningún servicio ni puerto.

  npm run perfil -- /buzon                     lo del Buzón se pide como titular de la demostración
  npm run perfil -- /verificar --veces 500     con otra cantidad de peticiones (200 si no se dice)`;

const opciones = { veces: { type: 'string', default: '200' } };
await runCommand({ ayuda: AYUDA, opciones, allowPositionals: true }, async ({ veces }, [ruta, ...otras]) => {
  if (!ruta?.startsWith('/') || otras.length > 0 || !/^[1-9]\d{0,5}$/.test(veces)) {
    console.error(`Di una ruta del portal, que empieza con «/».\n\n${AYUDA}`);
    process.exitCode = 1;
    return;
  }
  const { runPerfil } = await import('./run-perfil.ts');
  process.exitCode = await runPerfil(ruta, Number(veces));
});
