import type { ReactNode } from 'react';
import { formatFechaConSegundos } from '#domain/fecha.ts';
import { Dato, ListaDeDatos } from '#ui/components/lista-de-datos/lista-de-datos.tsx';
import estilos from './mensaje.module.css';

const ADDRESS = /(https?:\/\/\S+)/;

interface MensajeRecibido {
  id: string;
  kind: 'correo' | 'sms';
  to: string;
  subject: string;
  text: string;
  html: string | null;
  date: Date;
}

/** One received message as it looks in a program for mail, or on a phone; its links are those of the portal. */
export function Mensaje({ mensaje: { id, kind, to, subject, text, html, date } }: { mensaje: MensajeRecibido }) {
  return (
    <article className={estilos.mensaje} data-kind={kind}>
      <h2>{kind === 'sms' ? 'SMS' : subject}</h2>
      <ListaDeDatos>
        <Dato termino="Para">{to}</Dato>
        <Dato termino="Fecha">{formatFechaConSegundos(date)}</Dato>
      </ListaDeDatos>
      {html === null ? (
        <p className={estilos.texto}>{linkAddresses(text)}</p>
      ) : (
        <>
          <iframe
            className={estilos.correo}
            src={`/demo/bandeja/${id}`}
            title={`${subject}, como se ve`}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
            loading="lazy"
          />
          <details>
            <summary>Ver sólo el texto</summary>
            <p className={estilos.texto}>{linkAddresses(text)}</p>
          </details>
        </>
      )}
    </article>
  );
}

function linkAddresses(texto: string): ReactNode[] {
  return texto.split(ADDRESS).map((part, index) => {
    const key = `${index}:${part}`;
    return index % 2 === 1 ? (
      <a key={key} href={part} target="_blank" rel="noreferrer">
        {part}
      </a>
    ) : (
      <span key={key}>{part}</span>
    );
  });
}
