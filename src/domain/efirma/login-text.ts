export interface LoginText {
  host: string;
  nonce: string;
  /** In Unix seconds. */
  exp: number;
  rfc: string;
}

/** `||1.0|LOGIN|host|nonce|exp|rfc||`, never to be taken for a document. RangeError when a field has not its form. */
export function buildLoginText({ host, nonce, exp, rfc }: LoginText): string {
  const text = `||1.0|LOGIN|${host}|${nonce}|${exp}|${rfc}||`;
  if (!LOGIN_TEXT.test(text)) throw new RangeError('a field of the login text is malformed');
  return text;
}

/** The fields of a login text, or null for anything that `buildLoginText` would not have written, byte for byte. */
export function parseLoginText(text: string): LoginText | null {
  const fields = LOGIN_TEXT.exec(text)?.groups as Record<'host' | 'nonce' | 'exp' | 'rfc', string> | undefined;
  if (!fields) return null;
  return { host: fields.host, nonce: fields.nonce, exp: Number(fields.exp), rfc: fields.rfc };
}

const HOST = String.raw`(?<host>(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])(?::[1-9]\d{0,4})?)`;
const RFC = String.raw`(?<rfc>[A-ZÑ&]{3,4}\d{6}[A-Z\d]{2}[A\d])`;
const LOGIN_TEXT = new RegExp(
  String.raw`^\|\|1\.0\|LOGIN\|${HOST}\|(?<nonce>[A-Za-z0-9_-]{16,128})\|(?<exp>[1-9]\d{0,11})\|${RFC}\|\|$`,
);
