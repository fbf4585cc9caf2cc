import type { Db } from '#infra/db/db.ts';

/** Registros patronales vigentes for a titular, numbered from `desde`; answers their numbers in order. */
export async function addRegistros(
  db: Db,
  titularId: string,
  cuantos: number,
  { desde = 1, subdelegacion = 'Guadalajara Centro' }: { desde?: number; subdelegacion?: string } = {},
): Promise<string[]> {
  const numeros = Array.from({ length: cuantos }, (_, i) => `Y60${String(desde + i).padStart(5, '0')}101`);
  await db.registroPatronal.createMany({
    data: numeros.map((numero) => ({ numero, titularId, subdelegacion, domicilio: 'Calle 1', estado: 'VIGENTE' })),
  });
  return numeros;
}
