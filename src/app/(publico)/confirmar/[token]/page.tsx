import { findMedioPorConfirmar } from '#tramites/medio-de-contacto/find-medio-by-token.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { Boton } from '#ui/components/boton/boton.tsx';
import { Pagina } from '#ui/components/encabezado/encabezado.tsx';
import { Formulario } from '#ui/components/formulario/formulario.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { DEMASIADOS_INTENTOS, EnlaceRechazado } from '#ui/medio-de-contacto/enlace-por-validar.tsx';
import { type PropsDePagina, parseBusqueda } from '../../../_request/parse-busqueda.ts';
import { contexto } from '../../../_server/contexto.ts';
import { validateMedioAntiguoAction } from './actions.ts';

export const metadata = { title: 'Confirmar medio de contacto', robots: { index: false } };

/** The link of the yearly message. Opening it confirms nothing: mail filters open links. Nothing says whose it is. */
export default async function ConfirmarMedio({ params, searchParams }: PropsDePagina<'token'>) {
  const [{ token }, { espera }] = await Promise.all([params, parseBusqueda(searchParams, ['espera'])]);
  const found = await findMedioPorConfirmar(contexto(), token);
  if (!found.ok)
    return (
      <Pagina titulo={metadata.title}>
        <EnlaceRechazado error={found.error} />
      </Pagina>
    );
  const { mecanismo, isConfirmado } = found.value;
  const donde = mecanismo === 'TELEFONO' ? 'teléfono celular' : 'correo electrónico';
  return (
    <Pagina titulo={metadata.title}>
      {espera && <Aviso tipo="error">{DEMASIADOS_INTENTOS}</Aviso>}
      {isConfirmado ? (
        <Aviso tipo="exito">
          Gracias: quedó confirmado. Volveremos a preguntar dentro de un año. Ya puedes cerrar esta página.
        </Aviso>
      ) : (
        <Formulario action={validateMedioAntiguoAction} ocultos={{ token }}>
          <Pila>
            <p>
              ¿Sigues recibiendo aquí, en tu {donde}, los mensajes de este portal? Presiona el botón para confirmarlo.
              Si ya no lo vas a usar, ingresa, registra otro y elimina este.
            </p>
            <div>
              <Boton>Sí, lo sigo usando</Boton>
            </div>
          </Pila>
        </Formulario>
      )}
    </Pagina>
  );
}
