-- AlterTable
ALTER TABLE "seleccion_de_registros" ADD COLUMN     "representacion_id" UUID;

-- AddForeignKey
ALTER TABLE "seleccion_de_registros" ADD CONSTRAINT "seleccion_de_registros_representacion_id_fkey" FOREIGN KEY ("representacion_id") REFERENCES "representacion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Lo que marca un representante es de quien representa, y sólo los registros patronales para los que lo nombró.
CREATE OR REPLACE VIEW "registro_seleccionado" AS
  SELECT s.id AS seleccion_id, r.id, r.numero FROM "seleccion_de_registros" s
  JOIN "sesion" x ON x.id = s.sesion_id
  LEFT JOIN "representacion" p ON p.id = s.representacion_id
  JOIN "registro_patronal" r ON r.titular_id = coalesce(p.titular_id, x.titular_id) AND r.estado = 'VIGENTE'
  WHERE s.todos AND (coalesce(p.registros, '{}') = '{}' OR r.numero::text = ANY (p.registros)) AND NOT EXISTS (
    SELECT FROM "marca_de_registro" m WHERE m.seleccion_id = s.id AND m.registro_patronal_id = r.id)
  UNION ALL
  SELECT s.id, r.id, r.numero FROM "seleccion_de_registros" s
  JOIN "sesion" x ON x.id = s.sesion_id
  LEFT JOIN "representacion" p ON p.id = s.representacion_id
  JOIN "marca_de_registro" m ON m.seleccion_id = s.id
  JOIN "registro_patronal" r ON r.id = m.registro_patronal_id AND r.titular_id = coalesce(p.titular_id, x.titular_id)
    AND r.estado = 'VIGENTE'
  WHERE NOT s.todos AND (coalesce(p.registros, '{}') = '{}' OR r.numero::text = ANY (p.registros));
