import { BotonEnlace } from '#ui/components/boton/boton.tsx';
import { CampoDeTexto } from '#ui/components/campo/campo.tsx';
import { Pagina } from '#ui/components/encabezado/encabezado.tsx';
import { FormularioDeCampos } from '#ui/components/formulario/formulario-de-campos.tsx';
import { VigilarBandeja } from '#ui/demo/bandeja.tsx';
import { Mensaje } from '#ui/demo/mensaje.tsx';
import { type Busqueda, parseBusqueda } from '../../_request/parse-busqueda.ts';
import { listMensajesDeBandeja } from '../../_server/demo.ts';

export const metadata = { title: 'Bandeja de demostración' };

const SE_MUESTRAN = 50;

/** Demo only: the e-mails and SMS that the portal has sent, as they look, the newest first. */
export default async function Bandeja({ searchParams }: { searchParams: Busqueda }) {
  const { para } = await parseBusqueda(searchParams, ['para']);
  const mensajes = await listMensajesDeBandeja({ para: para || undefined, limit: SE_MUESTRAN });
  return (
    <Pagina titulo="Bandeja de demostración" regresar={{ href: '/demo' }}>
      <FormularioDeCampos
        method="get"
        boton="Buscar"
        variante="secundario"
        cancelar={
          <BotonEnlace href="/demo/bandeja" variante="secundario">
            Ver todos los mensajes
          </BotonEnlace>
        }
      >
        <CampoDeTexto id="para" etiqueta="Correo o teléfono" defaultValue={para} />
      </FormularioDeCampos>
      <VigilarBandeja ultimo={mensajes[0]?.id ?? ''} para={para} />
      {mensajes.length === 0 && <p>No hay mensajes. Los nuevos aparecen aquí solos.</p>}
      {mensajes.map((mensaje) => (
        <Mensaje key={mensaje.id} mensaje={mensaje} />
      ))}
    </Pagina>
  );
}
