/** What a bounce of these tests is of. */
export interface Devuelto {
  /** Left part of the Message-ID that the portal wrote. */
  id: string;
  destino: string;
}

interface Partes {
  cabeceras?: string[];
  tipo?: string;
  texto?: string;
  estado?: string | null;
  original?: string | null;
  tipoDeEstado?: string;
  tipoDeOriginal?: string;
  codificacion?: string;
}

const encode = (text: string, codificacion?: string) =>
  codificacion === 'base64' ? Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\n') : text;

export const original = ({ id, destino }: Devuelto) =>
  `From: avisos@buzon.example\nTo: ${destino}\nSubject: x\nMessage-ID: <${id}@buzon.example>\n\nHola\n`;

export const estado = (
  destino: string,
  { accion = 'failed', codigo = '5.1.1', diagnostico = '550 5.1.1 User unknown' } = {},
) =>
  `Reporting-MTA: dns; mx.x.example\n\nFinal-Recipient: rfc822; ${destino}\nAction: ${accion}\nStatus: ${codigo}\nDiagnostic-Code: smtp; ${diagnostico}\n`;

/** A report of delivery (RFC 3464), whole but for what is told to be otherwise. */
export function informe(devuelto: Devuelto, partes: Partes = {}): string {
  const {
    cabeceras = ['From: MAILER-DAEMON@mx.x.example', 'To: avisos@buzon.example', 'Subject: Undelivered'],
    tipo = 'delivery-status',
    texto = 'No se pudo entregar.',
    estado: deEstado = estado(devuelto.destino),
    original: devuelta = original(devuelto),
    tipoDeEstado = 'message/delivery-status',
    tipoDeOriginal = 'message/rfc822',
    codificacion,
  } = partes;
  const transfer = codificacion ? [`Content-Transfer-Encoding: ${codificacion}`] : [];
  const part = (type: string, body: string) => [
    '--lim',
    `Content-Type: ${type}`,
    ...transfer,
    '',
    encode(body, codificacion),
  ];
  return [
    ...cabeceras,
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=${tipo};`,
    '\tboundary="lim"',
    '',
    ...part('text/plain; charset=utf-8', texto),
    ...(deEstado === null ? [] : part(tipoDeEstado, deEstado)),
    ...(devuelta === null ? [] : part(tipoDeOriginal, devuelta)),
    '--lim--',
    '',
  ].join('\n');
}

/** What a server without reports writes. */
export function enTexto(
  subject: string,
  lines: string[],
  from = 'MAILER-DAEMON@mx.x.example',
  more: string[] = [],
): string {
  return [`From: ${from}`, 'To: avisos@buzon.example', `Subject: ${subject}`, ...more, '', ...lines, ''].join('\n');
}
