/** Where Twilio's different callbacks write the same thing, the first that says it. */
const CAMPOS = {
  sid: ['messagesid', 'smssid', 'smsmessagesid'],
  estado: ['messagestatus', 'smsstatus'],
  codigo: ['errorcode'],
};

const NADA = /^(?:null|undefined|none)$/i;

/**
 * What a callback tells of one SMS: its states in lower case, one but where the field is repeated, and the provider's error code,
 * empty for none. Of each field all values, whatever the case of its name: the form is signed. Null without an SMS or a state.
 */
export function parseEstado(form: URLSearchParams) {
  const fields = [...form].map(([name, value]) => [name.toLowerCase(), value.trim().replace(NADA, '')] as const);
  const valuesOf = (names: readonly string[], pattern: RegExp) => {
    const found = names.map((name) =>
      fields.flatMap(([each, value]) => (each === name && pattern.test(value) ? value : [])),
    );
    return found.find((values) => values.length > 0) ?? [];
  };
  const [sid] = valuesOf(CAMPOS.sid, /^[A-Za-z0-9]{1,64}$/);
  const estados = valuesOf(CAMPOS.estado, /^[a-z_-]{1,32}$/i).map((value) => value.toLowerCase());
  const [codigo = ''] = valuesOf(CAMPOS.codigo, /^[1-9]\d{0,5}$/);
  return sid && estados.length > 0 ? { sid, estados: [...new Set(estados)], codigo } : null;
}

/** A form by its fields, those that come more than once with all their values in order: what is signed. */
export function groupFields(form: URLSearchParams): Record<string, string | string[]> {
  const names = [...new Set(form.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = form.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}
