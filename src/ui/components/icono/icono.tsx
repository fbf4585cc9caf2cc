import estilos from './icono.module.css';

/** Stroke drawings on a grid of 24, made for this portal. */
const TRAZOS = {
  inicio: 'M3 11.2 12 4l9 7.2M5.5 9.5V20h13V9.5M9.8 20v-5.8h4.4V20',
  activacion: 'M13 3H6v18h12v-8M9 8h4M9 12h3M9 17.5h6M14.2 9.6l5.2-5.2 1.9 1.9-5.2 5.2-2.6.7z',
  promociones:
    'M4 13.5 6.6 5h10.8L20 13.5V19H4zM4 13.5h4.6c.3 1.7 1.6 2.7 3.4 2.7s3.1-1 3.4-2.7H20M12 12.2V7.4M9.8 9.4 12 7.2l2.2 2.2',
  medios: 'M3 6h12.5v9H3zM3 6.6l6.2 4.8 6.3-4.8M18.5 9H21v11h-6.5v-2M17 17.4h1.6',
  correo: 'M3 5.5h18v13H3zM3 6.4l9 6.8 9-6.8',
  telefono: 'M7 2.5h10v19H7zM10.8 18.6h2.4',
  descargar: 'M12 3.5v11.5M7 10.5l5 5 5-5M4 16v4.5h16V16',
  eliminar: 'M4 6.5h16M9 6V3.5h6V6M6 6.5l1 14h10l1-14M10 10.5v6M14 10.5v6',
  validar: 'M4.5 12.5l5 5L19.5 7',
  palomilla: 'M12 2.8a9.2 9.2 0 1 0 0 18.4 9.2 9.2 0 0 0 0-18.4zM7.8 12.3l3 3 5.4-6',
  alto: 'M8.2 2.8h7.6l5.4 5.4v7.6l-5.4 5.4H8.2l-5.4-5.4V8.2zM12 7.5v5.5M12 16.2v.3',
  nota: 'M12 3.2 22 20.5H2zM12 9.5v5M12 17.3v.3',
  informacion: 'M12 2.8a9.2 9.2 0 1 0 0 18.4 9.2 9.2 0 0 0 0-18.4zM12 11v5.8M12 7.3v.3',
  buscar: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.3 15.3 20.5 20.5',
  ayuda:
    'M12 2.8a9.2 9.2 0 1 0 0 18.4 9.2 9.2 0 0 0 0-18.4zM9.2 9.4c.1-1.7 1.2-2.7 2.9-2.7 1.6 0 2.8 1 2.8 2.5 0 2.1-2.9 2.2-2.9 4.5M12 16.8v.3',
  reloj: 'M12 2.8a9.2 9.2 0 1 0 0 18.4 9.2 9.2 0 0 0 0-18.4zM12 6.8V12l3.6 2.2',
  candado: 'M5 10.5h14v10H5zM8 10.5V7.2a4 4 0 0 1 8 0v3.3M12 14.5v2.5',
  llave: 'M8 20.2a4.6 4.6 0 1 0 0-9.2 4.6 4.6 0 0 0 0 9.2zM11.3 12.4 20 3.7M16.3 7.4l3 3M8 15.5v.2',
  documento: 'M6 2.8h8.5L18.5 7v14.2H6zM14 3v4.5h4.5M9 12h6.5M9 16h6.5',
  nuevo: 'M12 4.5v15M4.5 12h15',
  regresar: 'M20 12H4.5M11 5l-7 7 7 7',
  salir: 'M14 4H5v16h9M10 12h10.5M16.5 8l4 4-4 4',
  reenviar: 'M20 11A8 8 0 0 0 5.7 7L3.5 9.5M3.5 4.5v5h5M4 13a8 8 0 0 0 14.3 4l2.2-2.5M20.5 19.5v-5h-5',
  reemplazar: 'M3.5 7.5h16M16 4l3.5 3.5L16 11M20.5 16.5h-16M8 13l-3.5 3.5L8 20',
  etiqueta: 'M3.5 3.5H12l8.5 8.5-8.5 8.5L3.5 12zM8 7.8v.4',
  tablero: 'M3.5 20.5h17M6 20.5v-7h3.5v7M11 20.5V8.5h3.5v12M16 20.5v-16h3.5v16',
  equipo:
    'M9 4a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM2.5 20v-2c0-2.4 2-4 6.5-4s6.5 1.6 6.5 4v2M16 4.3a3.3 3.3 0 0 1 0 6.4M17.5 14.3c2.700.4 4 1.800 4 3.7v2',
} as const;

export type NombreDeIcono = keyof typeof TRAZOS;

/** A drawing beside visible words; it says nothing of its own, so screen readers pass it by. */
export function Icono({ nombre }: { nombre: NombreDeIcono }) {
  return (
    <svg className={estilos.icono} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={TRAZOS[nombre]} />
    </svg>
  );
}
