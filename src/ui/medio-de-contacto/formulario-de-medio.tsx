'use client';

import { useActionState } from 'react';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { Boton } from '#ui/components/boton/boton.tsx';
import { Formulario } from '#ui/components/formulario/formulario.tsx';
import { FormularioDeCampos } from '#ui/components/formulario/formulario-de-campos.tsx';
import { CamposDeMedio, CamposPorMecanismo } from './campos-de-medio.tsx';
import { type AccionDeRegistro, CAMPO_DE_MECANISMO } from './estado-del-formulario.ts';
import { VentanaDeRegistro } from './ventana-de-registro.tsx';

/**
 * Checked before the window opens, registered after «Aceptar» (guide V, 3, 8 and 9); without script each is a page. With
 * `faltan` it asks for all that at once, and what 72 hours cancelled is registered again in one press.
 */
export function FormularioDeMedio({
  guardar,
  faltan,
  cancelados = [],
  correo,
  peticionId = '',
  anterior,
  isSecundario,
}: Props) {
  const repetido = Object.fromEntries(
    cancelados.map(({ mecanismo, mostrado }) => [CAMPO_DE_MECANISMO[mecanismo], mostrado]),
  );
  const deAnterior = anterior && { mecanismo: anterior.mecanismo, reemplaza: anterior.folio };
  const inicial = { ...(correo && { correo }), ...repetido, ...deAnterior };
  const [estado, accion] = useActionState(guardar, { paso: 'captura', escrito: inicial, error: null });
  const { reemplaza } = estado.escrito;
  const error = estado.paso === 'captura' ? estado.error : null;
  const isRepetible = cancelados.length > 0 && !error;
  return (
    <>
      {isRepetible && (
        <Aviso tipo="nota" titulo="Se canceló lo que no se validó en 72 horas">
          <p>
            {cancelados.map(({ mostrado }) => mostrado).join(' y ')}. Al repetirlo recibes otro folio y otras 72 horas.
          </p>
          <Formulario action={accion} ocultos={{ ...repetido, paso: 'aceptar', peticionId }}>
            <Boton>Registrar de nuevo</Boton>
          </Formulario>
        </Aviso>
      )}
      <FormularioDeCampos
        action={accion}
        noValidate
        ocultos={{ paso: 'guardar', ...(reemplaza && { reemplaza }) }}
        error={error}
        borrador={faltan ? 'medios' : 'medio'}
        boton={faltan ? (faltan.length > 1 ? 'Registrar ambos' : 'Registrar') : 'Guardar'}
        variante={isSecundario || isRepetible ? 'secundario' : 'principal'}
      >
        {faltan ? (
          <CamposPorMecanismo faltan={faltan} escrito={estado.escrito} error={error} correoDeLaEfirma={correo} />
        ) : (
          <CamposDeMedio {...{ mecanismo: '', valor: '' }} {...estado.escrito} error={error} />
        )}
      </FormularioDeCampos>
      {estado.paso === 'confirmar' && (
        <VentanaDeRegistro key={estado.peticionId} accion={accion} campos={estado.escrito} {...estado} />
      )}
    </>
  );
}
interface Props {
  guardar: AccionDeRegistro;
  faltan?: readonly Mecanismo[];
  cancelados?: readonly { mecanismo: Mecanismo; mostrado: string }[];
  /** The address in the e.firma's certificate, while no e-mail is registered. */
  correo?: string | null;
  anterior?: { folio: string; mecanismo: Mecanismo };
  /** By which a second press of «Registrar de nuevo» is known. */
  peticionId?: string;
  /** Something else is the next step. */
  isSecundario?: boolean;
}
