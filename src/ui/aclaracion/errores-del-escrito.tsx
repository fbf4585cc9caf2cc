import { ResumenDeErrores } from '#ui/components/aviso/aviso.tsx';
import type { EstadoDelEscrito } from './estado-del-escrito.ts';

/** The red box of a form with a file: what the server refused, or a file that the browser does not even send. */
export function ErroresDelEscrito({ estado, grande }: Props) {
  if (grande.mensaje && grande.intentos > 0)
    return (
      <ResumenDeErrores key={`grande-${grande.intentos}`} errores={[{ campo: 'adjunto', mensaje: grande.mensaje }]} />
    );
  return estado.error && <ResumenDeErrores key={estado.vez} errores={[estado.error]} />;
}
interface Props {
  estado: EstadoDelEscrito;
  grande: { mensaje: string | null; intentos: number };
}
