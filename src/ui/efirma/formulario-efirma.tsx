'use client';

import type { ComponentProps, KeyboardEvent, ReactNode } from 'react';
import { Acciones, Boton } from '../components/boton/boton.tsx';
import { Pila } from '../components/pila/pila.tsx';
import { useHydrated } from '../use-hydrated.ts';
import type { OnFirma } from './attempt-firma.ts';
import type { Campo } from './campo.ts';
import { CampoDeArchivo, CampoEscrito } from './campos-de-efirma.tsx';
import { EstadoDeLaFirma, FallosDeFirma, idDelFallo } from './estado-de-firma.tsx';
import estilos from './formulario-efirma.module.css';
import { useArchivos, useCampos } from './use-archivos.ts';
import { prepareFirma, useFirma } from './use-firma.ts';

/** Nothing in it can be submitted: without script a `<form>` or a `name` would send the password (guide, section V). */
export function FormularioEfirma({ modo, encabezado = 'h1', rfcInicial, deSesion, onFirma, aviso, pie }: Props) {
  const campos = useCampos();
  const { nombres, areIntercambiados, place, whenPlaced } = useArchivos(campos);
  const { estado, run, reconsider } = useFirma(campos, whenPlaced, deSesion?.certificado);
  const fallos = estado.tipo === 'fallo' ? estado.fallos : [];
  const isDisabled = !useHydrated() || estado.tipo === 'ocupado';
  const sign = () => run(modo === 'ingresar' ? 'Ingresando…' : 'Firmando…', onFirma);
  const field = (campo: Campo) => ({
    id: `efirma-${campo}`,
    ref: campos[campo],
    describe: fallos.some((fallo) => fallo.campo === campo) ? idDelFallo(campo) : undefined,
  });
  const file = (campo: 'certificado' | 'llave') => ({
    ...field(campo),
    archivo: nombres[campo],
    onChange: () => place([...(campos[campo].current?.files ?? [])], campo),
  });
  return (
    <section
      className={estilos.formulario}
      data-sola={encabezado === 'h1' ? '' : undefined}
      aria-labelledby="efirma-titulo"
      onFocus={prepareFirma}
      onChange={reconsider}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        place([...event.dataTransfer.files]);
        reconsider();
      }}
    >
      <Pila>
        <Cabeza nivel={encabezado} aviso={aviso} />
        <CamposDeArchivos {...{ field, file, rfcInicial, deSesion }} />
        <CampoEscrito
          {...field('contrasena')}
          etiqueta="Contraseña de la Llave privada"
          tipo="contrasena"
          onKeyDown={(event) => isEnter(event) && !isDisabled && sign()}
        />
        {estado.tipo === 'fallo' && <FallosDeFirma key={estado.vez} fallos={fallos} nombres={nombres} />}
        <EstadoDeLaFirma estado={estado} areIntercambiados={areIntercambiados} />
        <Acciones>
          {modo === 'firmar' && (
            <Boton type="button" variante="secundario" disabled={isDisabled} onClick={() => run('Validando…', null)}>
              Validar
            </Boton>
          )}
          <Boton type="button" disabled={isDisabled} onClick={sign}>
            {modo === 'ingresar' ? 'Ingresar' : 'Firmar'}
          </Boton>
        </Acciones>
      </Pila>
      {pie}
    </section>
  );
}

/** What is asked of the e.firma itself: only what the server does not hold. */
function CamposDeArchivos({ field, file, rfcInicial, deSesion }: PropsDeArchivos) {
  return (
    <>
      <CampoEscrito
        {...field('rfc')}
        etiqueta="RFC"
        tipo="rfc"
        defaultValue={rfcInicial}
        pista={rfcInicial ? undefined : 'Se llena solo al elegir tu certificado.'}
      />
      <CampoDeArchivo
        {...file('certificado')}
        extension=".cer"
        etiqueta="Certificado"
        requerido={!deSesion}
        pista={
          deSesion
            ? `Usamos el de tu ingreso, serie ${deSesion.serie}. Elige otro sólo si renovaste tu e.firma.`
            : 'Puedes elegir aquí los dos archivos a la vez, o soltarlos juntos.'
        }
      />
      <CampoDeArchivo
        {...file('llave')}
        extension=".key"
        etiqueta="Llave privada"
        requerido
        pista="Se usa en tu dispositivo y no sale de él."
      />
    </>
  );
}
interface PropsDeArchivos extends Pick<Props, 'rfcInicial' | 'deSesion'> {
  field: (campo: 'rfc') => Pick<ComponentProps<typeof CampoEscrito>, 'id' | 'ref' | 'describe'>;
  file: (
    campo: 'certificado' | 'llave',
  ) => Omit<ComponentProps<typeof CampoDeArchivo>, 'etiqueta' | 'pista' | 'requerido' | 'extension'>;
}

interface Props {
  modo: 'ingresar' | 'firmar';
  /** `h2` below a title. */
  encabezado?: 'h1' | 'h2';
  rfcInicial?: string;
  /** The e.firma that opened the session, in base64, and its 20 digits: the server holds it, and it need not be chosen. */
  deSesion?: { certificado: string; serie: string };
  /** Called with the open e.firma when it is the RFC's; the form closes it afterwards. */
  onFirma: OnFirma;
  aviso?: ReactNode;
  /** `<PieDePrivacidad>`, which the server renders: its text is no part of the page's program. */
  pie: ReactNode;
}

function Cabeza({ nivel: Nivel, aviso }: { nivel: 'h1' | 'h2'; aviso: ReactNode }) {
  return (
    <>
      <div>
        <Nivel id="efirma-titulo">Firma digital</Nivel>
        <p className={estilos.subtitulo}>FIRMA ELECTRÓNICA AVANZADA</p>
        <p>Firmado FIEL</p>
      </div>
      {aviso}
      <noscript>
        <p className={estilos.advertencia}>
          Para firmar necesitas activar JavaScript en tu navegador: la firma se hace en tu equipo, para que tu llave
          privada y tu contraseña nunca salgan de él.
        </p>
      </noscript>
    </>
  );
}

function isEnter(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && !event.nativeEvent.isComposing;
}
