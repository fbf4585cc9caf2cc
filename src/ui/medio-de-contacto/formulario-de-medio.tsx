'use client';

import { useActionState } from 'react';
import { ResumenDeErrores } from '#ui/components/aviso/aviso.tsx';
import { Acciones, Boton } from '#ui/components/boton/boton.tsx';
import { CamposOcultos } from '#ui/components/formulario/campos-ocultos.tsx';
import { Formulario } from '#ui/components/formulario/formulario.tsx';
import { FormularioDeCampos } from '#ui/components/formulario/formulario-de-campos.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { CamposDeMedio } from './campos-de-medio.tsx';
import { type EstadoDelFormulario, FORMULARIO_VACIO } from './estado-del-formulario.ts';
import { VentanaDeRegistro } from './ventana-de-registro.tsx';

type Accion = (estado: EstadoDelFormulario, formData: FormData) => Promise<EstadoDelFormulario>;

/** Checked before the window opens, registered after «Aceptar» (guide V, 3, 8 and 9); without script each is a page. */
export function FormularioDeMedio({ guardar, correoDeLaEfirma, isSecundario }: Props) {
  const [estado, accion] = useActionState(guardar, FORMULARIO_VACIO);
  const error = estado.paso === 'captura' ? estado.error : null;
  return (
    <>
      {error && <ResumenDeErrores key={error.mensaje} errores={[error]} />}
      {correoDeLaEfirma && estado.valor === '' && <Sugerencia correo={correoDeLaEfirma} accion={accion} />}
      <FormularioDeCampos
        action={accion}
        noValidate
        ocultos={{ paso: 'guardar' }}
        boton="Guardar"
        variante={isSecundario ? 'secundario' : 'principal'}
      >
        <CamposDeMedio mecanismo={estado.mecanismo} valor={estado.valor} error={error} />
      </FormularioDeCampos>
      {estado.paso === 'confirmar' && <VentanaDeRegistro key={estado.peticionId} accion={accion} pregunta={estado} />}
    </>
  );
}
interface Props {
  guardar: Accion;
  /** The address in the e.firma's certificate, while no e-mail is registered. */
  correoDeLaEfirma: string | null;
  /** Something else is the next step: a phone waits for its code. */
  isSecundario: boolean;
}

function Sugerencia({ correo, accion }: { correo: string; accion: (formData: FormData) => void }) {
  return (
    <Formulario action={accion}>
      <CamposOcultos campos={{ paso: 'llenar', mecanismo: 'CORREO_ELECTRONICO', valor: correo }} />
      <Pila espacio="junta">
        <p>El correo electrónico de tu e.firma es {correo}.</p>
        <Acciones>
          <Boton variante="secundario" tamano="compacto">
            Usar este correo
          </Boton>
        </Acciones>
      </Pila>
    </Formulario>
  );
}
