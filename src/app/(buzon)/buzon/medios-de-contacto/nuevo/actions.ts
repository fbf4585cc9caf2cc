'use server';

import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { RegistroError } from '#domain/medio-de-contacto/errores.ts';
import { MECANISMOS, type Mecanismo, mecanismoDe } from '#domain/medio-de-contacto/mecanismo.ts';
import {
  checkMedioDeContacto,
  registerMediosDeContacto,
} from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import type { ErrorDeCampo } from '#ui/components/campo/campo-llenado.ts';
import {
  CAMPOS_DE_MEDIO,
  type CampoDeMedio,
  type Escrito,
  type EstadoDelFormulario,
  type PreguntaDeRegistro,
} from '#ui/medio-de-contacto/estado-del-formulario.ts';
import { MENSAJES_DE_REGISTRO, SIN_MECANISMO, SIN_MEDIO } from '#wording/mensajes/mensajes.ts';
import { goOn } from '../../../../_server/contexto.ts';
import { allow, titularDe } from '../../../../_server/formulario.ts';
import { preguntaDe } from './pregunta.ts';

const peticionesSchema = z.object({
  paso: z.literal('aceptar'),
  peticionId: z
    .string()
    .transform((text) => text.split(' '))
    .pipe(z.array(z.uuid()).max(2)),
});

const FALTA_EL_MECANISMO = { campo: 'mecanismo', mensaje: SIN_MECANISMO } as const;
const FALTAN_AMBOS = { mensaje: SIN_MEDIO };

/** «Guardar» checks and opens the window; its «Aceptar» registers what was typed, one medio or both. For the titular signed in. */
export async function registerMediosDeContactoAction(_: EstadoDelFormulario, formData: FormData) {
  const titular = await titularDe('REGISTRAR_MEDIO', formData);
  const escrito = parseEscrito(formData);
  if (!titular.ok) return capture(escrito, { mensaje: titular.error });
  const ctx = titular.value;
  if (formData.get('paso') === 'llenar') return capture(escrito, null);
  const pedidos = pedidosEn(escrito);
  const [primero] = pedidos;
  if (!primero) return capture(escrito, 'valor' in escrito ? FALTA_EL_MECANISMO : FALTAN_AMBOS);
  const aceptar = peticionesSchema.safeParse(Object.fromEntries(formData));
  if (!aceptar.success) return ask();
  for (const { campo } of pedidos)
    if (!(await allow('registro', ctx))) return refuse(escrito, campo, 'DEMASIADAS_PETICIONES');
  const { peticionId } = aceptar.data;
  const peticiones = pedidos.map((pedido, cual) => ({
    ...pedido,
    reemplaza: escrito.reemplaza,
    peticionId: peticionId[cual] ?? randomUUID(),
  }));
  const result = await registerMediosDeContacto(ctx, peticiones);
  if (!result.ok) return refuse(escrito, (pedidos[result.error.cual] ?? primero).campo, result.error.codigo);
  const [folio = '', otro] = result.value;
  goOn(ctx, `/buzon/medios-de-contacto/nuevo?${new URLSearchParams({ folio, ...(otro && { otro }) })}`);

  async function ask(): Promise<EstadoDelFormulario> {
    const preguntas: PreguntaDeRegistro[] = [];
    for (const { campo, ...pedido } of pedidos) {
      const checked = await checkMedioDeContacto(ctx, pedido);
      if (!checked.ok) return refuse(escrito, campo, checked.error);
      preguntas.push(preguntaDe(checked.value, campo));
    }
    return { paso: 'confirmar', escrito, peticionId: pedidos.map(() => randomUUID()).join(' '), preguntas };
  }
}

function capture(escrito: Escrito, error: ErrorDeCampo | null): EstadoDelFormulario {
  return { paso: 'captura', escrito, error: error && { ...error, vez: randomUUID() } };
}

function refuse(escrito: Escrito, campo: CampoDeMedio, error: RegistroError): EstadoDelFormulario {
  return capture(escrito, { campo, mensaje: MENSAJES_DE_REGISTRO[error] });
}

/** A medio that is asked for, and the field in which it was typed. */
interface Pedido {
  campo: CampoDeMedio;
  mecanismo: Mecanismo;
  valor: string;
}

/** What was typed in the guide's form, or in that which asks for both medios at once. */
function parseEscrito(formData: FormData): Escrito {
  const typed = [...CAMPOS_DE_MEDIO, 'reemplaza' as const].flatMap((campo) => {
    const value = formData.get(campo);
    return typeof value === 'string' ? [[campo, value.slice(0, 320)] as const] : [];
  });
  return Object.fromEntries(typed);
}

/** The mechanism is that of the list or, where none is chosen, that of what was typed. An empty field asks for nothing. */
function pedidosEn({ mecanismo = '', valor, correo = '', telefono = '' }: Escrito): Pedido[] {
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
