import { type Devuelto, enTexto, estado, original } from './informes.ts';

const escapeHtml = (text: string) => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Bounces that say it in words, as many servers write them, each with the code that it is to be told by. */
export const EN_TEXTO: Record<string, [codigo: string, write: (devuelto: Devuelto) => string]> = {
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
  'Exchange, «Diagnostic information for administrators» en HTML': [
    '5.1.1',
    (it) =>
      `From: Microsoft Outlook <postmaster@x.example>\nSubject: Undeliverable: x\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<html><body><p>Delivery has failed to these recipients or groups:</p><p>${escapeHtml(`<${it.destino}>`)}</p><p>Diagnostic information for administrators:</p><p>Generating server: x</p><p>Remote Server returned '550 5.1.1 User unknown'</p><pre>${escapeHtml(original(it))}</pre></body></html>\n`,
  ],
  'Office 365, en HTML con signos por su número': [
    '5.0.0',
    (it) =>
      `From: postmaster@x.example\nSubject: Valida\nContent-Type: text/html\n\n<p>Your message to ${it.destino} couldn&#8217;t be delivered.</p>&lt;${it.id}&#64;buzon.example&gt;\n`,
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
  'Exchange 2003, sólo en palabras': [
    '5.0.0',
    (it) =>
      enTexto(
        'Delivery Status Notification (Failure)',
        ['Delivery to the following recipients failed.', '', `       ${it.destino}`, '', original(it)],
        'postmaster@x.example',
      ),
  ],
  'Exchange 2003, en español': [
    '5.0.0',
    (it) =>
      enTexto(
        'Valida tu correo',
        ['Error en la entrega a los siguientes destinatarios.', '', `       ${it.destino}`, '', original(it)],
        'Administrador del sistema <postmaster@x.example>',
      ),
  ],
  'Exchange 5.5': [
    '5.0.0',
    (it) =>
      enTexto(
        'Valida tu correo',
        ['Your message did not reach the following recipient(s):', '', `  ${it.destino}`, original(it)],
        'System Administrator <postmaster@x.example>',
      ),
  ],
  'cuota, en español': [
    '5.2.2',
    (it) =>
      enTexto(
        'Correo devuelto',
        [`El usuario ${it.destino} superó la cuota de su buzón.`, original(it)],
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
  'informe como texto reenviado': [
    '5.1.1',
    (it) => enTexto('Fwd', ['---- mensaje ----', '', estado(it.destino), original(it)], 'alguien@x.example'),
  ],
};
