import { maskNombre, maskRfc } from '#domain/mascara.ts';
import type { TitularHallado } from '#domain/soporte/hallado.ts';
import type { Contexto } from '#tramites/contexto.ts';

export function coverTitular({ id, rfc, nombre, registros, activo }: TitularHallado): TitularHallado {
  return { id, rfc: maskRfc(rfc), nombre: maskNombre(nombre), registros, activo };
}

/** As it is: whoever shows it covers it. */
export async function findTitularById({ db }: Pick<Contexto, 'db'>, id: string): Promise<TitularHallado | undefined> {
  return (await db.$queryRaw<TitularHallado[]>`SELECT * FROM titular_hallado WHERE id = ${id}::uuid`)[0];
}

export async function findTitularByRfc({ db }: Pick<Contexto, 'db'>, rfc: string): Promise<TitularHallado[]> {
  const titulares = await db.$queryRaw<TitularHallado[]>`SELECT * FROM titular_hallado WHERE rfc = ${rfc}`;
  return titulares.map(coverTitular);
}

export async function findTitularByRegistro({ db }: Pick<Contexto, 'db'>, numero: string): Promise<TitularHallado[]> {
  const titulares = await db.$queryRaw<TitularHallado[]>`
    SELECT t.* FROM registro_patronal r JOIN titular_hallado t ON t.id = r.titular_id WHERE r.numero = ${numero}::bpchar`;
  return titulares.map(coverTitular);
}
