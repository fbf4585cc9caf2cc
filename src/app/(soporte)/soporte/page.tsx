import type { Metadata } from 'next';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { Encabezado } from '#ui/components/encabezado/encabezado.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { requireSoporte } from '../../_server/contexto.ts';
import { MarcoDeSoporte } from '../../_server/marco-de-soporte.tsx';

export const metadata: Metadata = { title: 'Soporte' };

/** The console of the support staff. */
export default async function Soporte({ searchParams }: { searchParams: Promise<{ sin?: string }> }) {
  const ctx = await requireSoporte('CONSULTAR');
  const { sin } = await searchParams;
  return (
    <MarcoDeSoporte ctx={ctx} actual="buscar">
      <Pila espacio="amplia">
        <Encabezado titulo="Soporte" />
        {sin === 'permiso' && (
          <Aviso tipo="error">
            <p>Tu rol no incluye esa función. Si la necesitas, pídela a quien supervisa el soporte.</p>
          </Aviso>
        )}
      </Pila>
    </MarcoDeSoporte>
  );
}
