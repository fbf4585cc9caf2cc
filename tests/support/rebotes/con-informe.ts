import { type Devuelto, estado, informe } from './informes.ts';

/** Bounces with a report, as many servers write them, each with the code that it is to be told by. */
export const CON_INFORME: Record<string, [codigo: string, write: (devuelto: Devuelto) => string]> = {
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
  'sólo el estado': ['5.2.2', (it) => informe(it, { estado: 'Reporting-MTA: dns; x\n\nStatus: 5.2.2\n' })],
  'sólo el diagnóstico': [
    '5.2.2',
    (it) =>
      informe(it, {
        estado: `Reporting-MTA: dns; x\n\nOriginal-Recipient: rfc822;${it.destino}\nDiagnostic-Code: smtp; 552 5.2.2 Mailbox full\n`,
      }),
  ],
  'acción que no es de ninguna norma': [
    '5.1.1',
    (it) => informe(it, { estado: estado(it.destino, { accion: 'fehlgeschlagen' }) }),
  ],
  'comentario antes de la acción': [
    '5.1.1',
    (it) => informe(it, { estado: estado(it.destino, { accion: '(x) failed' }) }),
  ],
  'informe en UTF-16': [
    '5.1.1',
    (it) =>
      informe(it, {
        tipoDeEstado: 'message/delivery-status; charset=utf-16le\nContent-Transfer-Encoding: base64',
        estado: Buffer.from(estado(it.destino), 'utf16le').toString('base64'),
      }),
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
