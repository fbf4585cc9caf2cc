/** Values that go along with a form without being shown. */
export function CamposOcultos({ campos }: { campos: Record<string, string> }) {
  return Object.entries(campos).map(([nombre, valor]) => (
    <input key={nombre} type="hidden" name={nombre} value={valor} />
  ));
}
