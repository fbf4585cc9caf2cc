import type { EstadoDeMedio } from '../medio-de-contacto/estado.ts';
import type { Mecanismo } from '../medio-de-contacto/mecanismo.ts';

/** A titular in a list of the staff: covered, and known by an id that says nothing. */
export interface TitularHallado {
  id: string;
  rfc: string;
  nombre: string;
  registros: number;
  activo: boolean;
}

export interface MedioHallado {
  folio: string;
  mecanismo: Mecanismo;
  valor: string;
  estado: EstadoDeMedio;
  fechaDeRegistro: Date;
  titular: Pick<TitularHallado, 'id' | 'rfc' | 'nombre'>;
}
