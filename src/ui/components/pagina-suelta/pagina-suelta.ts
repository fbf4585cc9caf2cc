/** A page by itself, for what Next's own cannot answer; `cuerpo` is HTML. */
export function paginaSuelta(titulo: string, cuerpo: string): string {
  return `<!doctype html>
<html lang="es-MX">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${titulo} · Buzón</title>
<link rel="stylesheet" href="/espera.css">
<main>
<h1>${titulo}</h1>
${cuerpo}
</main>
`;
}
