import { Aviso } from '#ui/components/aviso/aviso.tsx';

/** What a reader must know of a legal text and is no part of it: wherever it is read or signed. */
export function NotasAlTexto({ notas }: { notas: readonly string[] }) {
  if (notas.length === 0) return null;
  return (
    <Aviso tipo="nota" titulo="Nota al texto (no es parte de lo que se firma)">
      {notas.map((nota) => (
        <p key={nota}>{nota}</p>
      ))}
    </Aviso>
  );
}
