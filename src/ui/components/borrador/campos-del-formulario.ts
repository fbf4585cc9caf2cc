import type { Escrito } from './escritos.ts';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Never a password, a file, a code or what goes along unseen. */
const NO_ES_TEXTO =
  'input:is([type=password], [type=file], [type=hidden], [type=submit], [autocomplete=one-time-code])';

/** What its fields say; without any text, nothing. `nombres` are the names that count. */
export function readEscrito(form: HTMLFormElement, nombres?: readonly string[]): Escrito {
  const controls = controlsOf(form, nombres);
  const hasTexto = controls.some((each) => isTexto(each) && each.value !== '');
  return hasTexto
    ? controls.filter((each) => !isCasilla(each) || each.checked).map((each) => [each.name, each.value])
    : [];
}

/** Whether nobody has typed in it since it was drawn. */
export function isIntacto(form: HTMLFormElement, nombres?: readonly string[]): boolean {
  return controlsOf(form, nombres).every((each) => !isTexto(each) || each.value === each.defaultValue);
}

/** What was written, in its fields again. */
export function fillEscrito(form: HTMLFormElement, escrito: Escrito, nombres?: readonly string[]): void {
  for (const control of controlsOf(form, nombres)) {
    const valores = escrito.filter(([nombre]) => nombre === control.name).map(([, valor]) => valor);
    if (isCasilla(control)) control.checked = valores.includes(control.value);
    else control.value = valores[0] ?? '';
  }
}

function controlsOf(form: HTMLFormElement, nombres?: readonly string[]): Control[] {
  return [...form.querySelectorAll<Control>('input[name], select[name], textarea[name]')].filter(
    (each) => !each.matches(NO_ES_TEXTO) && (nombres?.includes(each.name) ?? true),
  );
}

function isCasilla(control: Control): control is HTMLInputElement {
  return control.type === 'checkbox' || control.type === 'radio';
}

function isTexto(control: Control): control is HTMLInputElement | HTMLTextAreaElement {
  return !(control instanceof HTMLSelectElement) && !isCasilla(control);
}
