import { setTimeout as sleep } from 'node:timers/promises';
import type { Conductor, Elemento } from './conductor.ts';

const ESPERA_MS = 60_000;
const PASO_MS = 100;

/** The visible control of a name, in the window that is open where one is: a field by its label, else what is pressed. A window counts once the page's script has it. */
const BUSCAR = `(clase, nombre) => {
  const ventana = document.querySelector('dialog[open]');
  if (ventana && !ventana.matches(':modal')) return null;
  const root = ventana ?? document;
  const isNamed = (element) => element.textContent.replace('*', '').trim() === nombre;
  const found =
    clase === 'campo'
      ? [...root.querySelectorAll('label')].filter(isNamed).map(({ control }) => control)
      : [...root.querySelectorAll('button, a[href]')].filter(isNamed);
  return found.find((element) => element && !element.disabled && element.getClientRects().length > 0) ?? null;
}`;

/** A person in any browser: what is looked for is waited for, and no page is wider than the window. */
export function caminarEn(conductor: Conductor) {
  const waitFor = async (que: string, look: () => Promise<unknown>) => {
    for (let waited = 0; waited <= ESPERA_MS; waited += PASO_MS) {
      // While one page gives way to the next there is none to ask.
      const found = await look().catch(() => null);
      if (found) return found;
      await sleep(PASO_MS);
    }
    const seen = await conductor.evaluate<string>('() => location.pathname + "\\n" + document.body.innerText');
    throw new Error(`«${que}» is not there after ${ESPERA_MS} ms at ${seen.slice(0, 2_000)}`);
  };
  const control = (clase: 'campo' | 'boton', nombre: string) =>
    waitFor(nombre, () => conductor.find(BUSCAR, clase, nombre)) as Promise<Elemento>;
  const look = async () => {
    const sobra = await conductor.evaluate<number>('() => document.documentElement.scrollWidth - innerWidth');
    if (sobra > 0) throw new Error(`the page is ${sobra} px wider than the window`);
  };
  return {
    look,
    goto: (url: string) => conductor.goto(url),
    press: async (nombre: string) => conductor.click(await control('boton', nombre)),
    /** Again where a window that was just opening took the focus meanwhile. */
    write: (campo: string, texto: string) =>
      waitFor(`${campo}, as written`, async () => {
        await conductor.evaluate(VACIAR, campo);
        await conductor.type(await control('campo', campo), texto);
        return (await conductor.evaluate<string>(VALOR, campo)) === texto;
      }),
    upload: async (campo: string, archivos: readonly string[]) =>
      conductor.upload(await control('campo', campo), archivos),
    /** A list, by the name of what is chosen. */
    async choose(campo: string, opcion: string): Promise<void> {
      await control('campo', campo);
      await conductor.evaluate(ELEGIR, campo, opcion);
    },
    waitForText: (texto: string) =>
      waitFor(texto, () => conductor.evaluate('(texto) => document.body.innerText.includes(texto)', texto)),
    waitForPath: (path: string) =>
      waitFor(path, () => conductor.evaluate('(path) => (location.pathname + location.search).startsWith(path)', path)),
    valueOf: async (campo: string) => conductor.evaluate<string>(VALOR, campo),
    hrefOf: (nombre: string) => conductor.evaluate<string>(`(nombre) => (${BUSCAR})('boton', nombre).href`, nombre),
  };
}

const VALOR = `(campo) => (${BUSCAR})('campo', campo)?.value ?? ''`;
const VACIAR = `(campo) => void Object.assign((${BUSCAR})('campo', campo) ?? {}, { value: '' })`;
const ELEGIR = `(campo, opcion) => {
  const lista = (${BUSCAR})('campo', campo);
  lista.value = [...lista.options].find(({ text }) => text === opcion).value;
  lista.dispatchEvent(new Event('change', { bubbles: true }));
}`;
