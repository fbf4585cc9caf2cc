import { notFound } from 'next/navigation';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { CargarEfirma } from '#ui/demo/cargar-efirma.tsx';
import { FormularioDeIngreso } from '#ui/efirma/formulario-de-ingreso.tsx';
import { PieDePrivacidad } from '#ui/efirma/pie-de-privacidad.tsx';
import { findEfirmaDeDemo } from '../../../_server/demo.ts';
import { issueIngresoChallengeAction } from '../../../(publico)/ingresar/actions.ts';
import { issueIngresoChallengeDeSoporteAction } from '../../../(soporte)/soporte/ingresar/actions.ts';

export const metadata = { title: 'Firma digital de demostración' };

/** Demo only: the sign-in form with the files of one e.firma in it. What is in its ZIP comes to the browser, and nothing goes back. */
export default async function IngresarConEfirmaDeDemo({ params }: { params: Promise<{ slug: string }> }) {
  const archivos = await findEfirmaDeDemo((await params).slug);
  if (!archivos) notFound();
  const { efirma, cer, key } = archivos;
  const { slug, rfc, nombre, contrasena, paraQue, rol } = efirma;
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  return (
    <Pila espacio="amplia">
      <Aviso tipo="informacion" titulo={nombre}>
        <p>{paraQue}</p>
        <p>
          <a href="/demo">Elegir otra e.firma</a> o{' '}
          <a href={`/demo/efirmas/${slug}.zip`} download>
            descargar sus archivos
          </a>
        </p>
      </Aviso>
      <CargarEfirma efirma={{ rfc, contrasena, cer: base64(cer), key: base64(key) }}>
        <FormularioDeIngreso
          issueChallenge={rol ? issueIngresoChallengeDeSoporteAction : issueIngresoChallengeAction}
          puerta={rol ? 'soporte' : 'buzon'}
          pie={<PieDePrivacidad />}
        />
      </CargarEfirma>
    </Pila>
  );
}
