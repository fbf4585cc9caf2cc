'use client';

import { useEffect, useRef, useState } from 'react';
import { Acciones, Boton, BotonEnlace } from '../components/boton/boton.tsx';
import estilos from './aviso-de-inactividad.module.css';

const AVISO_MINUTOS = 2;
const MINUTE_MS = 60_000;
const CANAL = 'buzon-sesion';

/** A text is why it cannot go on: the session is another's now. */
type Situacion = 'tranquila' | 'por-terminar' | 'terminada' | { otra: string };

/** Nothing is loaded again (WCAG 2.2, 2.2.1). The server decides; this counts from the last page in any tab. */
export function AvisoDeInactividad({ minutos, seguir, ingresar = '/ingresar' }: Props) {
  const [desde, setDesde] = useState(0);
  const [situacion, setSituacion] = useState<Situacion>('tranquila');
  const ventana = useRef<HTMLDialogElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `desde` starts the count anew
  useEffect(() => {
    const warn = setTimeout(() => setSituacion('por-terminar'), (minutos - AVISO_MINUTOS) * MINUTE_MS);
    const end = setTimeout(() => setSituacion('terminada'), minutos * MINUTE_MS);
    return () => {
      clearTimeout(warn);
      clearTimeout(end);
    };
  }, [desde, minutos]);
  useEffect(() => {
    if (situacion === 'tranquila') ventana.current?.close();
    else if (!ventana.current?.open) ventana.current?.showModal();
  }, [situacion]);

  useEffect(() => {
    const otherTabs = new BroadcastChannel(CANAL);
    otherTabs.onmessage = () => {
      setSituacion('tranquila');
      setDesde((previous) => previous + 1);
    };
    otherTabs.postMessage('activa');
    return () => otherTabs.close();
  }, []);

  const stay = async () => {
    const answer = await seguir().catch(() => 'sin-conexion' as const);
    if (answer === 'sin-conexion') return;
    if (typeof answer === 'string') return setSituacion({ otra: answer });
    setSituacion(answer ? 'tranquila' : 'terminada');
    if (answer) setDesde((previous) => previous + 1);
  };
  return (
    <dialog
      ref={ventana}
      className={estilos.ventana}
      aria-labelledby="inactividad-titulo"
      aria-describedby="inactividad-texto"
      onCancel={(event) => {
        event.preventDefault();
        if (situacion === 'por-terminar') void stay();
      }}
    >
      {situacion !== 'tranquila' && <Contenido situacion={situacion} stay={stay} ingresar={ingresar} />}
    </dialog>
  );
}
interface Props {
  minutos: number;
  /** Server action; false when the session had ended, a text when it is another's now. */
  seguir: () => Promise<boolean | string>;
  ingresar?: string;
}

function Contenido({ situacion, stay, ingresar }: PropsDeContenido) {
  const isOver = situacion !== 'por-terminar';
  return (
    <>
      <h2 id="inactividad-titulo">{isOver ? 'Tu sesión terminó' : 'Tu sesión está por terminar'}</h2>
      <p id="inactividad-texto">{typeof situacion === 'object' ? situacion.otra : TEXTOS[situacion]}</p>
      <Acciones>
        {isOver ? (
          <BotonEnlace href={ingresar}>Ingresar de nuevo</BotonEnlace>
        ) : (
          <Boton type="button" onClick={() => void stay()}>
            Seguir en la sesión
          </Boton>
        )}
      </Acciones>
    </>
  );
}
interface PropsDeContenido {
  situacion: Exclude<Situacion, 'tranquila'>;
  stay: () => Promise<void>;
  ingresar: string;
}

const TEXTOS = {
  'por-terminar':
    'Por seguridad terminará en 2 minutos si no hay actividad. Si sigues, no se pierde lo que has escrito.',
  terminada:
    'Pasaron 15 minutos sin actividad. Lo que ya registraste se conserva, y lo que escribías te espera un día en este navegador; ingresa de nuevo para continuar.',
} as const;
