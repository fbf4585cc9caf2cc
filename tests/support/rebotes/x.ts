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

const escapeHtml = (text: string) => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A bounce in the form of each of many servers, with the code that it is to be told by. */
export const FORMATOS: Record<string, [codigo: string, write: (devuelto: Devuelto) => string]> = {
  postfix: ['5.1.1', (it) => informe(it)],
  'accion con comentario': [
    '5.1.1',
    (it) => informe(it, { estado: estado(it.destino, { accion: 'failed (user unknown)' }) }),
  ],
  'Exim, informe global': [
    '5.1.1',
    (it) =>
      informe(it, {
        tipoDeEstado: 'message/global-delivery-status',
        estado: `Reporting-MTA: dns; x\n\nAction: failed\nFinal-Recipient: rfc822;${it.destino}\nStatus: 5.0.0\nDiagnostic-Code: smtp; 550 No such user\n`,
      }),
  ],
  'todo en un grupo': [
    '5.2.2',
    (it) =>
      informe(it, {
        estado: `Reporting-MTA: dns; x\nFinal-Recipient: rfc822; ${it.destino}\nAction: failed\nStatus: 5.2.2\n`,
      }),
  ],
  'Mimecast, blancos antes de los dos puntos': [
    '5.7.54',
    (it) =>
      informe(it, {
        estado: `Reporting-MTA : dns;x\nAction : failed\nStatus : 5.0.0\nDiagnostic-Code : smtp;550 5.7.54 Unable to relay\nFinal-Recipient : rfc/822;${it.destino}\n`,
      }),
  ],
  'Gmail sin original': [
    '5.1.1',
    (it) =>
      informe(it, {
        original: null,
        cabeceras: [
          'From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
          'Subject: Delivery Status Notification (Failure)',
          `In-Reply-To: <${it.id}@buzon.example>`,
          `References: <${it.id}@buzon.example>`,
        ],
      }),
  ],
  'Gmail, id original en el informe': [
    '5.1.1',
    (it) =>
      informe(it, {
        original: null,
        estado: `Reporting-MTA: dns; googlemail.com\nX-Original-Message-ID: <${it.id}@buzon.example>\n\nFinal-Recipient: rfc822; ${it.destino}\nAction: failed\nStatus: 5.1.1\n`,
      }),
  ],
  'Google, grupo': [
    '5.0.0',
    (it) =>
      informe(it, {
        estado: '\n\n',
        cabeceras: ['From: MAILER-DAEMON@x.example', `X-Failed-Recipients: ${it.destino}`, 'Subject: Undelivered'],
      }),
  ],
  'pasarela que lo envuelve': [
    '5.1.1',
    (it) =>
      `From: antivirus@x.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=ext\n\n--ext\nContent-Type: text/plain\n\nRevisado.\n--ext\n${informe(it).split('\n').slice(4).join('\n')}\n--ext--\n`,
  ],
  'pasarela que lo adjunta': [
    '5.1.1',
    (it) =>
      `From: filtro@x.example\nSubject: Fwd\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=ext\n\n--ext\nContent-Type: text/plain\n\nReenviado.\n--ext\nContent-Type: message/rfc822\nContent-Disposition: attachment\n\n${informe(it)}\n--ext--\n`,
  ],
  'informe dentro de otro, en línea': [
    '5.1.1',
    (it) =>
      `From: filtro@x.example\nSubject: Fwd\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=ext\n\n--ext\nContent-Type: message/rfc822\nContent-Disposition: inline\n\n${informe(it)}\n--ext--\n`,
  ],
  'proveedor con su propio Message-ID': [
    '5.1.1',
    (it) =>
      informe(it, {
        original: `From: avisos@buzon.example\nTo: ${it.destino}\nMessage-ID: <0100018f-0000@email.amazonses.com>\n\nHola\n`,
      }),
  ],
  qmail: [
    '5.1.1',
    (it) =>
      enTexto('failure notice', [
        'Hi. This is the qmail-send program at mx.x.example.',
        "I'm afraid I wasn't able to deliver your message to the following addresses.",
        "This is a permanent error; I've given up. Sorry it didn't work out.",
        '',
        `<${it.destino}>:`,
        '192.0.2.7 does not like recipient.',
        'Remote host said: 550 5.1.1 unknown user',
        '',
        '--- Below this line is a copy of the message.',
        '',
        original(it),
      ]),
  ],
  'qmail sin código': [
    '5.1.1',
    (it) =>
      enTexto('failure notice', [
        `<${it.destino}>:`,
        'Sorry, no mailbox here by that name. (#5.1.1)',
        '',
        '--- Below this line is a copy of the message.',
        '',
        original(it),
      ]),
  ],
  'Exim en texto': [
    '5.1.1',
    (it) =>
      enTexto(
        'Mail delivery failed: returning message to sender',
        [
          'A message that you sent could not be delivered to one or more of its recipients.',
          'This is a permanent error. The following address(es) failed:',
          '',
          `  ${it.destino}`,
          '    host mx.x.example: 550 no such user',
          '',
          '------ This is a copy of the message, including all the headers. ------',
          '',
          original(it),
        ],
        'Mail Delivery System <Mailer-Daemon@x.example>',
        [`X-Failed-Recipients: ${it.destino}`],
      ),
  ],
  OpenSMTPD: [
    '5.1.1',
    (it) =>
      enTexto(
        'Delivery status notification: error',
        [
          'Hi!',
          'This is the MAILER-DAEMON, please DO NOT REPLY to this email.',
          'An error has occurred while attempting to deliver a message for the following list of recipients:',
          '',
          `${it.destino}: 550 Invalid recipient: user unknown`,
          '',
          'Below is a copy of the original message:',
          '',
          original(it),
        ],
        'Mailer Daemon <MAILER-DAEMON@x.example>',
      ),
  ],
  sendmail: [
    '5.1.1',
    (it) =>
      enTexto(
        'Returned mail: see transcript for details',
        [
          'The original message was received at Mon, 2 Mar 2026 12:30:05 -0600',
          '   ----- The following addresses had permanent fatal errors -----',
          `<${it.destino}>`,
          '   ----- Transcript of session follows -----',
          '550 5.1.1 <x>... User unknown',
          '   ----- Original message follows -----',
          original(it),
        ],
        'Mail Delivery Subsystem <MAILER-DAEMON@x.example>',
      ),
  ],
  Courier: [
    '5.2.2',
    (it) =>
      informe(it, {
        tipoDeOriginal: 'text/rfc822-headers; charset=us-ascii',
        estado: `Reporting-MTA: dns; courier.x.example\nReceived-From-MTA: dns; y\n\nFinal-Recipient: rfc822; ${it.destino}\nAction: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 552 Mailbox full\n`,
      }),
  ],
  Domino: [
    '5.1.1',
    (it) =>
      informe(it, {
        cabeceras: [
          'From: Postmaster@dominio.example',
          `Subject: DELIVERY FAILURE: User ana not listed in Domino Directory`,
        ],
        estado: `Reporting-MTA: dns;dominio.example\n\nFinal-Recipient: rfc822;${it.destino}\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: X-Notes; User not listed in public Name & Address Book\n`,
      }),
  ],
  'Domino en texto': [
    '5.1.1',
    (it) =>
      enTexto(
        'DELIVERY FAILURE: User ana not listed in Domino Directory',
        [
          'Your message',
          '',
          '  Subject: x',
          '',
          'was not delivered to:',
          `  ${it.destino}`,
          'because:',
          '  User ana not listed in Domino Directory',
          original(it),
        ],
        'Postmaster@dominio.example',
      ),
  ],
  MDaemon: [
    '5.1.1',
    (it) =>
      enTexto(
        '[Delivery Error] x',
        [
          'The attached message had PERMANENT fatal delivery errors!',
          `Failed address: ${it.destino}`,
          '--> RCPT TO',
          '<-- 550 Recipient unknown <x>',
          original(it),
        ],
        'MDAEMON@x.example',
      ),
  ],
  Yahoo: [
    '5.2.1',
    (it) =>
      enTexto(
        'Failure Notice',
        [
          'Sorry, we were unable to deliver your message to the following address.',
          '',
          `<${it.destino}>:`,
          '554: delivery error: dd This user account is disabled [-5] - mta.yahoo.example',
          '',
          '--- Below this line is a copy of the message.',
          '',
          original(it),
        ],
        'MAILER-DAEMON@yahoo.example',
      ),
  ],
  iCloud: [
    '5.1.1',
    (it) =>
      informe(it, {
        cabeceras: ['From: MAILER-DAEMON@icloud.example', 'Subject: Undelivered Mail Returned to Sender'],
        tipoDeOriginal: 'text/rfc822-headers',
      }),
  ],
  'Exchange Online': [
    '5.1.10',
    (it) =>
      informe(it, {
        cabeceras: [
          'From: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@x.example>',
          'Subject: No se puede entregar: x',
          `In-Reply-To: <${it.id}@buzon.example>`,
        ],
        estado: `Reporting-MTA: dns;SN6PR01.prod.outlook.example\nReceived-From-MTA: dns;y\nArrival-Date: Mon, 2 Mar 2026 18:00:00 +0000\n\nFinal-Recipient: rfc822;${it.destino}\nAction: failed\nStatus: 5.1.10\nDiagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient ${it.destino} not found by SMTP address lookup\nX-Display-Name: Ana\n`,
        tipoDeOriginal: 'message/rfc822',
      }),
  ],
  'Exchange, «Diagnostic information for administrators» en HTML': [
    '5.1.1',
    (it) =>
      `From: Microsoft Outlook <postmaster@x.example>\nSubject: Undeliverable: x\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<html><body><p>Delivery has failed to these recipients or groups:</p><p>${escapeHtml(`<${it.destino}>`)}</p><p>Diagnostic information for administrators:</p><p>Generating server: x</p><p>Remote Server returned '550 5.1.1 User unknown'</p><pre>${escapeHtml(original(it))}</pre></body></html>\n`,
  ],
  'Zimbra, en español': [
    '5.1.1',
    (it) =>
      informe(it, {
        cabeceras: [
          'From: "Administrador del sistema" <MAILER-DAEMON@zimbra.example>',
          'Subject: =?utf-8?Q?Correo_no_entregado_devuelto?=',
        ],
        tipoDeOriginal: 'text/rfc822-headers',
      }),
  ],
  'sin informe, en portugués': [
    '5.0.0',
    (it) =>
      enTexto(
        'Falha na entrega',
        ['A mensagem não pôde ser entregue a:', `  ${it.destino}`, '', original(it)],
        'postmaster@x.example',
      ),
  ],
  'sin informe, en alemán': [
    '5.0.0',
    (it) =>
      enTexto(
        'Unzustellbar: x',
        ['Ihre Nachricht wurde nicht zugestellt:', it.destino, original(it)],
        'postmaster@x.example',
      ),
  ],
  'sin informe, en francés': [
    '5.0.0',
    (it) =>
      enTexto('Non remis', ["Votre message n'a pas pu être remis :", it.destino, original(it)], 'postmaster@x.example'),
  ],
  'sin remitente y con el id sólo en References': [
    '5.0.0',
    (it) =>
      enTexto('Correo devuelto', ['No se pudo entregar el mensaje.'], 'soporte@x.example', [
        'Return-Path: <>',
        `References: <otro@x.example>\n <${it.id}@buzon.example>`,
      ]),
  ],
  'texto en quoted-printable': [
    '5.1.1',
    (it) =>
      enTexto(
        'failure notice',
        [
          `<${it.destino}>:`,
          'Remote host said: 550 5.1.1 unknown user',
          '',
          `Message-ID: <${it.id.slice(0, 30)}=`,
          `${it.id.slice(30)}@buzon.example>`,
        ],
        'MAILER-DAEMON@x.example',
        ['MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable'],
      ),
  ],
  'partes en base64': ['5.1.1', (it) => informe(it, { codificacion: 'base64' })],
  'cabeceras globales': ['5.1.1', (it) => informe(it, { tipoDeOriginal: 'message/global-headers' })],
  'mensaje global': ['5.1.1', (it) => informe(it, { tipoDeOriginal: 'message/global' })],
  'fines de línea CRLF': ['5.1.1', (it) => informe(it).replaceAll('\n', '\r\n')],
  'campos doblados': [
    '5.1.1',
    (it) =>
      informe(it, {
        estado: `Reporting-MTA: dns; x\n\nFinal-Recipient:\n rfc822;\n\t${it.destino}\nAction:\n failed\nStatus:\n 5.1.1\n`,
      }),
  ],
  'direcciones sin tipo': [
    '5.1.1',
    (it) => informe(it, { estado: `Action: failed\nFinal-Recipient: ${it.destino}\nStatus: 5.1.1\n` }),
  ],
  'direcciones entre ángulos, en mayúsculas': [
    '5.1.1',
    (it) =>
      informe(it, {
        estado: `Final-Recipient: RFC822; <${it.destino.toUpperCase()}>\nAction: FAILED\nStatus: 5.1.1 (bad)\n`,
      }),
  ],
  'direcciones utf-8': [
    '5.1.1',
    (it) => informe(it, { estado: `Final-Recipient: utf-8; ${it.destino}\nAction: failed\nStatus: 5.1.1\n` }),
  ],
  'sin acción y con estado': [
    '5.1.1',
    (it) => informe(it, { estado: `Final-Recipient: rfc822; ${it.destino}\nStatus: 5.1.1\n` }),
  ],
  'acción en español': ['5.1.1', (it) => informe(it, { estado: estado(it.destino, { accion: 'Fallido' }) })],
  'alias: el destino final es otro': [
    '5.2.2',
    (it) =>
      informe(it, {
        estado: `Original-Recipient: rfc822;otro@x.example\nFinal-Recipient: rfc822;interno@x.example\nAction: failed\nStatus: 5.2.2\n`,
      }),
  ],
  'varios destinos, el nuestro falló': [
    '5.1.1',
    (it) =>
      informe(it, {
        estado: `Reporting-MTA: dns; x\n\nFinal-Recipient: rfc822; otra@x.example\nAction: relayed\nStatus: 2.0.0\n\nFinal-Recipient: rfc822; ${it.destino}\nAction: failed\nStatus: 5.1.1\n`,
      }),
  ],
  'informe como texto reenviado': [
    '5.1.1',
    (it) => enTexto('Fwd', ['---- mensaje ----', '', estado(it.destino), original(it)], 'alguien@x.example'),
  ],
  'informe como archivo de tipo cualquiera': [
    '5.1.1',
    (it) => informe(it, { tipoDeEstado: 'application/octet-stream; name="details.txt"' }),
  ],
  'Message-ID en mayúsculas': ['5.1.1', (it) => informe({ ...it, id: it.id.toUpperCase() })],
  'sin el límite final y sin tipo': [
    '5.1.1',
    (it) =>
      informe(it).replace('--lim--', '').replace('multipart/report; report-type=delivery-status;', 'multipart/mixed;'),
  ],
  'abandonado con un código que puede pasar': [
    '4.4.7',
    (it) => informe(it, { estado: estado(it.destino, { codigo: '4.4.7', diagnostico: '451 4.4.7 expired' }) }),
  ],
};
