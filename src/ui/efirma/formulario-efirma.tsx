'use client';

import type { KeyboardEvent, ReactNode } from 'react';
import { Acciones, Boton } from '../components/boton/boton.tsx';
import { Pila } from '../components/pila/pila.tsx';
import { useHydrated } from '../use-hydrated.ts';
import type { OnFirma } from './attempt-firma.ts';
import type { Campo } from './campo.ts';
import { CampoDeArchivo } from './campo-de-archivo.tsx';
import { CampoEscrito } from './campo-escrito.tsx';
import { useCampos } from './campos-de-efirma.ts';
import { EstadoDeLaFirma } from './estado-de-firma.tsx';
import { FallosDeFirma, idDelFallo } from './fallos-de-firma.tsx';
import estilos from './formulario-efirma.module.css';
import { useArchivos } from './use-archivos.ts';
import { prepareFirma, useFirma } from './use-firma.ts';

/** Nothing in it can be submitted: without script a `<form>` or a `name` would send the password (guide, section V). */
export function FormularioEfirma({ modo, rfcInicial, onFirma, aviso, pie, encabezado: Titulo = 'h2' }: Props) {
  const campos = useCampos();
  const { nombres, areIntercambiados, place, whenPlaced } = useArchivos(campos);
  const { estado, run, reconsider } = useFirma(campos, whenPlaced);
  const fallos = estado.tipo === 'fallo' ? estado.fallos : [];
  const isDisabled = !useHydrated() || estado.tipo === 'ocupado';
  const sign = () => run(modo === 'ingresar' ? 'Ingresando…' : 'Firmando…', onFirma);
  const field = (campo: Campo) => ({
    id: `efirma-${campo}`,
    ref: campos[campo],
    'aria-invalid': fallos.some((fallo) => fallo.campo === campo) || undefined,
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
        <div>
          <Titulo id="efirma-titulo">Firma digital</Titulo>
          <p className={estilos.subtitulo}>FIRMA ELECTRÓNICA AVANZADA</p>
        </div>
        {aviso}
        <SinScript />
        <CampoEscrito {...field('rfc')} etiqueta="RFC" tipo="rfc" defaultValue={rfcInicial} />
        <CampoDeArchivo {...file('certificado')} etiqueta="Certificado" />
        <CampoDeArchivo {...file('llave')} etiqueta="Llave privada" />
        <CampoEscrito
          {...field('contrasena')}
          etiqueta="Contraseña de la Llave privada"
          tipo="contrasena"
          onKeyDown={(event) => isEnter(event) && !isDisabled && sign()}
        />
        {estado.tipo === 'fallo' && <FallosDeFirma key={estado.vez} fallos={fallos} nombres={nombres} />}
        <EstadoDeLaFirma estado={estado} areIntercambiados={areIntercambiados} />
        <Botones modo={modo} disabled={isDisabled} validate={() => run('Validando…', null)} sign={sign} />
        {pie}
      </Pila>
    </section>
  );
}
interface Props {
  modo: 'ingresar' | 'firmar';
  rfcInicial?: string;
  /** Called with the open e.firma when it is the RFC's; the form closes it afterwards. */
  onFirma: OnFirma;
  aviso?: ReactNode;
  /** `<PieDePrivacidad>`, which the server renders: its text is no part of the page's program. */
  pie: ReactNode;
  /** `h1` where the form is the page. */
  encabezado?: 'h1' | 'h2';
}

function Botones({ modo, disabled, validate, sign }: PropsDeBotones) {
  const main = (
    <Boton type="button" disabled={disabled} onClick={sign}>
      {modo === 'ingresar' ? 'Ingresar' : 'Firmar'}
    </Boton>
  );
  if (modo === 'ingresar') return <Acciones>{main}</Acciones>;
  return (
    <Acciones>
      <Boton type="button" variante="secundario" disabled={disabled} onClick={validate}>
        Validar
      </Boton>
      {main}
    </Acciones>
  );
}
interface PropsDeBotones {
  modo: 'ingresar' | 'firmar';
  disabled: boolean;
  validate: () => void;
  sign: () => void;
}

function SinScript() {
  return (
    <noscript>
      <p className={estilos.advertencia}>
        Para firmar necesitas activar JavaScript en tu navegador: la firma se hace en tu equipo, para que tu llave
        privada y tu contraseña nunca salgan de él.
      </p>
    </noscript>
  );
}

function isEnter(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && !event.nativeEvent.isComposing;
}
