'use client';

import { useActionState } from 'react';
import { ETIQUETA_DE_MECANISMO, MECANISMOS } from '#domain/medio-de-contacto/mecanismo.ts';
import { ResumenDeErrores } from '#ui/components/aviso/aviso.tsx';
import { Acciones, Boton } from '#ui/components/boton/boton.tsx';
import { CampoDeSeleccion } from '#ui/components/campo/campo-de-seleccion.tsx';
import { CampoDeTexto } from '#ui/components/campo/campo-de-texto.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { BotonCancelar, Ventana } from '#ui/components/ventana/ventana.tsx';
import { type EstadoDelFormulario, FORMULARIO_VACIO } from './estado-del-formulario.ts';

type Accion = (estado: EstadoDelFormulario, formData: FormData) => Promise<EstadoDelFormulario>;

const OPCIONES = [
  { valor: '', texto: 'Seleccione' },
  ...MECANISMOS.map((mecanismo) => ({ valor: mecanismo, texto: ETIQUETA_DE_MECANISMO[mecanismo] })),
];

/**
 * The form of a new medio de contacto and its window «Registrar medio de contacto» (guide V, steps 3, 8 and 9). The
 * server checks before the window opens and registers after «Aceptar»; without script each is a page of its own.
 */
export function FormularioDeMedio({ guardar }: { guardar: Accion }) {
  const [estado, accion] = useActionState(guardar, FORMULARIO_VACIO);
  const error = estado.paso === 'captura' ? estado.error : null;
  return (
    <>
      {error && <ResumenDeErrores key={error.mensaje} errores={[error]} />}
      <form action={accion} noValidate>
        <Pila>
          <input type="hidden" name="paso" value="guardar" />
          <CampoDeSeleccion
            key={`mecanismo-${estado.mecanismo}`}
            id="mecanismo"
            etiqueta="Mecanismo de Comunicación"
            requerido
            opciones={OPCIONES}
            defaultValue={estado.mecanismo}
            error={error?.campo === 'mecanismo' ? error.mensaje : undefined}
          />
          <CampoDeTexto
            id="valor"
            etiqueta="Medio de Contacto"
            requerido
            maxLength={320}
            defaultValue={estado.valor}
            pista="Tu correo electrónico, o tu número celular a 10 dígitos."
            error={error?.campo === 'valor' ? error.mensaje : undefined}
          />
          <Acciones>
            <Boton>Guardar</Boton>
          </Acciones>
        </Pila>
      </form>
      {estado.paso === 'confirmar' && <VentanaDeRegistro accion={accion} {...estado} />}
    </>
  );
}

function VentanaDeRegistro({ accion, mecanismo, valor, peticionId }: PropsDeVentana) {
  return (
    <Ventana titulo="Registrar medio de contacto" cancelarHref="/buzon/medios-de-contacto/nuevo">
      <form action={accion}>
        <input type="hidden" name="paso" value="aceptar" />
        <input type="hidden" name="mecanismo" value={mecanismo} />
        <input type="hidden" name="valor" value={valor} />
        <input type="hidden" name="peticionId" value={peticionId} />
        <p>¿Desea continuar con el trámite para el Registro de su medio de contacto?</p>
        <p>
          <strong>{valor}</strong>
        </p>
        <Acciones>
          <Boton>Aceptar</Boton>
          <BotonCancelar />
        </Acciones>
      </form>
    </Ventana>
  );
}
interface PropsDeVentana {
  accion: (formData: FormData) => void;
  mecanismo: string;
  valor: string;
  peticionId: string;
}
