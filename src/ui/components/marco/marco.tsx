import type { ReactNode } from 'react';
import estilos from './marco.module.css';

/** The frame of every page; `demo` adds the way to the demonstration's credentials. */
export function Marco({ demo = false, barra, children }: Props) {
  return (
    <>
      <a className={estilos.saltar} href="#contenido">
        Saltar al contenido
      </a>
      <Franja demo={demo} />
      <header>
        <div className={estilos.cabecera}>
          <div className={estilos.fila}>
            <a className={estilos.marca} href="/">
              <span className={estilos.palabra}>Buzón</span>
              <span className={estilos.lema}>activación con e.firma</span>
            </a>
            {barra}
          </div>
        </div>
      </header>
      <main className={estilos.principal} id="contenido" tabIndex={-1}>
        {children}
      </main>
      <Pie />
    </>
  );
}
interface Props {
  demo?: boolean;
  barra?: ReactNode;
  children: ReactNode;
}

function Franja({ demo }: { demo: boolean }) {
  return (
    <div className={estilos.franja}>
      <div className={estilos.fila}>
        <p>No es un servicio oficial del IMSS</p>
        {demo && (
          <p>
            <a href="/demo">Modo de demostración</a>
          </p>
        )}
      </div>
    </div>
  );
}

const ENLACES = {
  '/ayuda': 'Ayuda',
  '/verificar': 'Verificar un acuse',
  '/registro': 'Registro público',
  '/aviso-de-privacidad': 'Aviso de privacidad',
  '/accesibilidad': 'Accesibilidad',
};

function Pie() {
  return (
    <footer className={estilos.pie}>
      <div className={estilos.fila}>
        <nav aria-label="Información del sitio">
          <ul className={estilos.enlaces}>
            {Object.entries(ENLACES).map(([href, texto]) => (
              <li key={href}>
                <a href={href}>{texto}</a>
              </li>
            ))}
          </ul>
        </nav>
        <p className={estilos.deslinde}>
          Este portal de código abierto replica la activación del Buzón IMSS. No pertenece al Instituto Mexicano del
          Seguro Social ni al Gobierno de México y no lo representa.
        </p>
      </div>
    </footer>
  );
}
