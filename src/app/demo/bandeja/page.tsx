import type { Metadata } from 'next';
import { formatFechaConSegundos } from '#domain/fecha.ts';
import { Acciones, Boton, BotonEnlace } from '#ui/components/boton/boton.tsx';
import { CampoDeTexto } from '#ui/components/campo/campo-de-texto.tsx';
import { Encabezado } from '#ui/components/encabezado/encabezado.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { Mensaje } from '#ui/demo/mensaje.tsx';
import { type Busqueda, parseBusqueda } from '../../_request/parse-busqueda.ts';
import { listMensajesDeBandeja } from '../../_server/demo.ts';

export const metadata: Metadata = { title: 'Bandeja de demostración' };

/** Demo only: every e-mail and SMS that the portal has sent, newest first. */
export default async function Bandeja({ searchParams }: { searchParams: Busqueda }) {
  const { para } = await parseBusqueda(searchParams, ['para']);
  const mensajes = await listMensajesDeBandeja(para);
  return (
    <Pila espacio="amplia">
      <Encabezado titulo="Bandeja de demostración" regresar={{ href: '/demo' }} />
      <form method="get">
        <Pila>
          <CampoDeTexto id="para" etiqueta="Correo o teléfono" defaultValue={para} />
          <Acciones>
            <Boton variante="secundario">Buscar</Boton>
            <BotonEnlace href="/demo/bandeja" variante="secundario" icono="reenviar">
              Ver todos los mensajes
            </BotonEnlace>
          </Acciones>
        </Pila>
      </form>
      {mensajes.length === 0 && <p>No hay mensajes. Los nuevos aparecen aquí al cargar de nuevo la página.</p>}
      {mensajes.map(({ id, kind, to, subject, text, date }) => (
        <Mensaje
          key={id}
          titulo={kind === 'sms' ? 'SMS' : subject}
          para={to}
          fecha={formatFechaConSegundos(new Date(date))}
          texto={text}
        />
      ))}
    </Pila>
  );
}
