/** What a person reads to support about an answer that was none: the id by which its lines are found in the log. */
export function Referencia({ id }: { id: string | null | undefined }) {
  if (!id) return null;
  return (
    <p>
      Referencia, por si pides ayuda: <code>{id}</code>
    </p>
  );
}
