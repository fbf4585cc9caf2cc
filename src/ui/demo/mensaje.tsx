import type { ReactNode } from 'react';
import { ListaDeDatos } from '#ui/components/lista-de-datos/lista-de-datos.tsx';
import { Prosa } from '#ui/components/prosa/prosa.tsx';
import estilos from './mensaje.module.css';

const ADDRESS = /(https?:\/\/\S+)/;

/** One received message, as text; its addresses are links, so that a person can follow the one to validate. */
export function Mensaje({ titulo, para, fecha, texto }: Props) {
  return (
    <article>
      <Prosa recuadro>
        <h2>{titulo}</h2>
        <ListaDeDatos
          datos={[
            { termino: 'Para', valor: para },
            { termino: 'Fecha', valor: fecha },
          ]}
        />
        <p className={estilos.texto}>{linkAddresses(texto)}</p>
      </Prosa>
    </article>
  );
}

function linkAddresses(texto: string): ReactNode[] {
  return texto.split(ADDRESS).map((part, index) => {
    const key = `${index}:${part}`;
    return index % 2 === 1 ? (
      <a key={key} href={part}>
        {part}
      </a>
    ) : (
      <span key={key}>{part}</span>
    );
  });
}

interface Props {
  titulo: string;
  para: string;
  fecha: string;
  texto: string;
}
