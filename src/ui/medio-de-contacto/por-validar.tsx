import { formatFecha, formatTiempoRestante } from '#domain/fecha.ts';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { formatTelefono } from '#domain/medio-de-contacto/telefono.ts';
import { Acciones, Boton } from '#ui/components/boton/boton.tsx';
import { CamposOcultos } from '#ui/components/formulario/campos-ocultos.tsx';
import { Formulario } from '#ui/components/formulario/formulario.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { Seccion } from '#ui/components/seccion/seccion.tsx';
import { BotonDeVentana } from '#ui/components/ventana/ventana.tsx';
import type { AccionDeReenviar } from './acciones-del-medio.tsx';
import { NotarCambio } from './notar-cambio.tsx';
import { type AccionDelCodigo, VentanaDeCodigo } from './ventanas-de-medio.tsx';

/** Where one waits for SMS and e-mail: the code is typed here, and that a link was opened elsewhere is noticed. */
export function PorValidar({ medios, now, regresarA, conVentana, validar, reenviar }: Props) {
  return (
    <Seccion id="por-validar" titulo="Valida lo que registraste">
      <Pila espacio="amplia" aLoAncho>
        {medios.map(({ folio, mecanismo, valor, venceEn }) => (
          <Pila key={folio} espacio="junta">
            {mecanismo === 'CORREO_ELECTRONICO' && <Enlace folio={folio} correo={valor} />}
            {mecanismo === 'TELEFONO' && (
              <>
                <VentanaDeCodigo
                  {...{ validar, folio, regresarA }}
                  celular={formatTelefono(valor)}
                  enLaPagina={folio !== conVentana}
                />
                <BotonDeVentana campos={{ validar: folio }} variante="secundario" tamano="compacto" icono="validar">
                  Validar medio de contacto
                </BotonDeVentana>
              </>
            )}
            <Formulario action={reenviar} ocultos={{ folio, regresarA }}>
              <p id={`vence-${folio}`}>
                Vale hasta el {formatFecha(venceEn)} ({formatTiempoRestante(now, venceEn)}). ¿No te llegó?
              </p>
              <Boton variante="enlace" icono="reenviar" aria-describedby={`vence-${folio}`}>
                Reenviar
              </Boton>
            </Formulario>
          </Pila>
        ))}
      </Pila>
    </Seccion>
  );
}
interface Props {
  medios: readonly { folio: string; mecanismo: Mecanismo; valor: string; venceEn: Date }[];
  now: Date;
  regresarA: string;
  /** The folio whose code is asked for in a window: the page then has no second field for it. */
  conVentana: string | undefined;
  validar: AccionDelCodigo;
  reenviar: AccionDeReenviar;
}

function Enlace({ folio, correo }: { folio: string; correo: string }) {
  return (
    <form method="get">
      <CamposOcultos campos={{ validado: folio }} />
      <p>
        Abre el enlace del mensaje que enviamos a <strong>{correo}</strong>, aquí o en otro lugar: esta página lo nota.
      </p>
      <Acciones>
        <Boton variante="secundario" tamano="compacto" aria-describedby={`vence-${folio}`}>
          Actualizar
        </Boton>
      </Acciones>
      <NotarCambio folio={folio} />
    </form>
  );
}
