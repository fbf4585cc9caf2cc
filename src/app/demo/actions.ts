'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { moveReloj, requireDemo, setAveriaDeDemo } from '../_server/demo.ts';
import { parseSent } from '../_server/formulario.ts';

const relojSchema = z.object({ horas: z.enum(['0', '1', '24', '72', '8784']) });
const averiaSchema = z.object({ averia: z.enum(['correo', 'sms', 'ocsp']), rota: z.enum(['si', 'no']) });

/** «+72 h» */
export async function moveRelojAction(formData: FormData): Promise<void> {
  await requireDemo();
  await moveReloj(Number(parseSent(relojSchema, formData).horas));
  refresh();
}

/** «Descomponer», «Arreglar» */
export async function setAveriaDeDemoAction(formData: FormData): Promise<void> {
  await requireDemo();
  const { averia, rota } = parseSent(averiaSchema, formData);
  await setAveriaDeDemo(averia, rota === 'si');
  refresh();
}
