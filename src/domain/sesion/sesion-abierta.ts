export interface SesionAbierta {
  id: string;
  creadaEn: Date;
  ultimaActividadEn: Date;
  serie: string;
  isCurrent: boolean;
}
