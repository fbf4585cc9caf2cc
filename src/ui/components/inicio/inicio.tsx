import { BotonEnlace } from '../boton/boton.tsx';
import { Icono } from '../icono/icono.tsx';
import estilos from './inicio.module.css';

export function Inicio() {
  return (
    <div className={estilos.inicio}>
      <Portada />
      <TresPasos />
      <Promesas />
      <Publico />
    </div>
  );
}

function Portada() {
  return (
    <div className={estilos.portada}>
      <div className={estilos.mensaje}>
        <h1 className={estilos.titulo}>Activa tu Buzón IMSS</h1>
        <p className={estilos.entradilla}>
          El Buzón IMSS es el medio para recibir por internet los avisos, notificaciones y requerimientos del Instituto.
          Este portal reproduce su activación con e.firma, para patrones y particulares; el Instituto no notifica por
          él.
        </p>
        <div className={estilos.accion}>
          <BotonEnlace href="/ingresar">Ingresar</BotonEnlace>
          <p className={estilos.tiempo}>
            <Icono nombre="reloj" />
            Toma unos 5 minutos
          </p>
        </div>
      </div>
      <section className={estilos.requisitos} aria-labelledby="requisitos">
        <h2 id="requisitos">Ten a la mano</h2>
        <ul>
          {REQUISITOS.map(({ icono, titulo, texto }) => (
            <li key={icono}>
              <Icono nombre={icono} />
              <div>
                <strong>{titulo}</strong>
                <p>{texto}</p>
              </div>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

const REQUISITOS = [
  { icono: 'llave', titulo: 'Tu e.firma vigente', texto: 'Certificado (.cer), llave privada (.key) y su contraseña.' },
  { icono: 'correo', titulo: 'Un correo electrónico', texto: 'Puedes registrar hasta cinco.' },
  { icono: 'telefono', titulo: 'Un teléfono celular', texto: 'Recibirás un código por SMS.' },
] as const;

const PASOS = {
  Registra: 'Da de alta al menos un correo electrónico, y hasta cinco, y un número de celular.',
  Valida: 'Abre el enlace que llega a tu correo y captura el código de cinco dígitos que llega por SMS.',
  Firma: 'Firma con tu e.firma la solicitud y manifestación para el uso del Buzón IMSS y descarga tu acuse.',
};

function TresPasos() {
  return (
    <section aria-labelledby="pasos">
      <h2 id="pasos">Tres sencillos pasos</h2>
      <ol className={estilos.pasos}>
        {Object.entries(PASOS).map(([nombre, texto], indice) => (
          <li key={nombre}>
            <span className={estilos.numero} aria-hidden="true">
              {indice + 1}
            </span>
            <h3>{nombre}</h3>
            <p>{texto}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Promesas() {
  return (
    <div className={estilos.promesas}>
      <section className={estilos.promesa} aria-labelledby="seguridad">
        <Icono nombre="candado" />
        <h2 id="seguridad">Tu llave privada no sale de tu dispositivo</h2>
        <p>
          La firma se hace en tu navegador. Tu llave privada y su contraseña no se envían ni se guardan: sólo viajan tu
          certificado, que es público, y la firma.
        </p>
      </section>
      <section className={estilos.promesa} aria-labelledby="plazo">
        <Icono nombre="reloj" />
        <h2 id="plazo">Tienes 72 horas para validar</h2>
        <p>
          El plazo corre desde que registras cada medio de contacto. Si vence, el registro se cancela y tendrás que
          realizarlo nuevamente.
        </p>
      </section>
    </div>
  );
}

function Publico() {
  return (
    <section aria-labelledby="publico">
      <h2 id="publico">¿Para quién es?</h2>
      <dl className={estilos.publico}>
        <div>
          <dt>Patrones IMSS</dt>
          <dd>Personas físicas o morales que cuentan con Registros Patronales registrados ante el Instituto.</dd>
        </div>
        <div>
          <dt>Particulares</dt>
          <dd>Personas que no cuentan con registros patronales, pero están interesadas en utilizar el Buzón IMSS.</dd>
        </div>
      </dl>
      <p className={estilos.dudas}>
        ¿No te llega un mensaje o tu e.firma no es aceptada? <a href="/ayuda#mensajes">Consulta qué hacer</a>.
      </p>
    </section>
  );
}
