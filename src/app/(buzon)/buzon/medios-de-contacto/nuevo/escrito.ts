import { MECANISMOS, type Mecanismo, mecanismoDe } from '#domain/medio-de-contacto/mecanismo.ts';
import { CAMPOS_DE_MEDIO, type CampoDeMedio, type Escrito } from '#ui/medio-de-contacto/estado-del-formulario.ts';

/** A medio that is asked for, and the field in which it was typed. */
interface Pedido {
  campo: CampoDeMedio;
  mecanismo: Mecanismo;
  valor: string;
}

/** What was typed in the guide's form, or in that which asks for both medios at once. */
export function parseEscrito(formData: FormData): Escrito {
  const typed = [...CAMPOS_DE_MEDIO, 'reemplaza' as const].flatMap((campo) => {
    const value = formData.get(campo);
    return typeof value === 'string' ? [[campo, value.slice(0, 320)] as const] : [];
  });
  return Object.fromEntries(typed);
}

/** The mechanism is that of the list or, where none is chosen, that of what was typed. An empty field asks for nothing. */
export function pedidosEn({ mecanismo = '', valor, correo = '', telefono = '' }: Escrito): Pedido[] {
  if (valor !== undefined) {
    const suyo = MECANISMOS.find((each) => each === mecanismo) ?? mecanismoDe(valor);
    return suyo ? [{ campo: 'valor', mecanismo: suyo, valor }] : [];
  }
  const ambos: Pedido[] = [
    { campo: 'correo', mecanismo: 'CORREO_ELECTRONICO', valor: correo },
    { campo: 'telefono', mecanismo: 'TELEFONO', valor: telefono },
  ];
  return ambos.filter((pedido) => pedido.valor.trim() !== '');
}
