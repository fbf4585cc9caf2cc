import { formatCantidad } from '#domain/cantidad.ts';
import { forgetVencidos } from '#tramites/retencion/forget-vencidos.ts';
import { nombreDeVencible } from '#wording/retencion/retencion-en-palabras.ts';
import { openContexto, openPortalDatabase } from './open-portal-database.ts';
import { commandOf } from './shutdown.ts';

export const forgetVencidosCommand = commandOf(async (opciones: { isSimulacro: boolean }) => {
  const cuentas = await forgetVencidos(openContexto(await openPortalDatabase()), opciones);
  for (const [clase, cuantas] of cuentas) console.log(`${nombreDeVencible(clase)}: ${formatCantidad(cuantas)}`);
  const total = formatCantidad(cuentas.reduce((suma, [, cuantas]) => suma + cuantas, 0));
  console.log(opciones.isSimulacro ? `Se borrarían: ${total}. No se borró nada.` : `Borradas: ${total}.`);
});
