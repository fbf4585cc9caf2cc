import { formatCantidad } from '#domain/cantidad.ts';
import { formatFecha, formatPlazo } from '#domain/fecha.ts';
import type { PeticionVista, ResultadoDePeticion } from '#domain/representacion/peticion.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { Acciones, Boton, BotonEnlace } from '#ui/components/boton/boton.tsx';
import { Casilla } from '#ui/components/campo/campo.tsx';
import { Formulario } from '#ui/components/formulario/formulario.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { tablaDe } from '#ui/components/tabla/tabla.tsx';
import { ETIQUETA_DE_PETICION, RESULTADO_DE_PETICION } from '#wording/representacion/peticion-en-palabras.ts';

interface Peticion {
  id: string;
  rfc: string;
  nombre: string;
  venceEn: Date;
}

/** To the titular, after signing in: who asks to be named, and the two answers. */
export function AvisoDePeticiones({ peticiones, cerrar }: PropsDeAviso) {
  return peticiones.map(({ id, rfc, nombre, venceEn }) => (
    <Aviso key={id} tipo="informacion" titulo="Petición de representación">
      <p>{nombre} te pide ser su representante.</p>
      <p>
        Su RFC es {rfc}. Si no la conoces, di que no; si no contestas, la petición termina el {formatPlazo(venceEn)}.
      </p>
      <Formulario action={cerrar} ocultos={{ peticion: id }}>
        <Pila>
          <Casilla name="paraSiempre" value="si" etiqueta="No recibir más peticiones suyas" />
          <Acciones>
            <BotonEnlace href={`/buzon/representantes?nombrar=si&peticion=${id}#nombrar`}>Sí, nombrar</BotonEnlace>
            <Boton variante="secundario">No</Boton>
          </Acciones>
        </Pila>
      </Formulario>
    </Aviso>
  ));
}
interface PropsDeAviso {
  peticiones: readonly Peticion[];
  cerrar: (formData: FormData) => Promise<void>;
}

interface Pedida {
  id: string;
  rfcDelTitular: string;
  pedidaEn: Date;
  venceEn: Date;
  vista: PeticionVista;
}

export const TablaDePedidas = tablaDe<Pedida>({
  titulo: 'Peticiones que hiciste',
  tituloVisible: true,
  columnas: [
    { titulo: 'RFC', celda: ({ rfcDelTitular }) => rfcDelTitular },
    { titulo: 'Fecha', celda: ({ pedidaEn }) => formatFecha(pedidaEn) },
    { titulo: 'Vence', celda: ({ venceEn }) => formatFecha(venceEn) },
    { titulo: 'Estado', celda: ({ vista }) => ETIQUETA_DE_PETICION[vista] },
  ],
  vacia: 'No has pedido a nadie que te nombre su representante.',
});

interface Renglon {
  numero: number;
  texto: string;
  resultado: ResultadoDePeticion;
}

const TablaDeRenglones = tablaDe<Renglon>({
  titulo: 'Resultado de cada renglón',
  tituloVisible: true,
  columnas: [
    { titulo: 'Renglón', celda: ({ numero }) => formatCantidad(numero) },
    { titulo: 'RFC', larga: true, celda: ({ texto }) => texto },
    { titulo: 'Resultado', larga: true, celda: ({ resultado }) => RESULTADO_DE_PETICION[resultado] },
  ],
});

/** What became of each line. */
export function ResultadoDePeticiones({ pedidos }: { pedidos: readonly Omit<Renglon, 'numero'>[] }) {
  const pedidas = pedidos.filter(({ resultado }) => resultado === 'PEDIDA').length;
  return (
    <>
      <Aviso tipo={pedidas > 0 ? 'exito' : 'informacion'}>
        Peticiones hechas: {formatCantidad(pedidas)} de {formatCantidad(pedidos.length)}.
      </Aviso>
      <TablaDeRenglones filas={pedidos.map((pedido, lugar) => ({ numero: lugar + 1, ...pedido }))} />
    </>
  );
}
