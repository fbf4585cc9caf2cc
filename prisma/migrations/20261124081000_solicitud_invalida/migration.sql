ALTER TYPE "TipoDeAviso" ADD VALUE 'SOLICITUD_INVALIDA';

-- More evidence that is written once.
CREATE TRIGGER "consulta_ocsp_no_cambia" BEFORE UPDATE OR DELETE OR TRUNCATE ON "consulta_ocsp"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "certificado_revocado_no_cambia" BEFORE UPDATE OR DELETE OR TRUNCATE ON "certificado_revocado"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "certificado_de_sello_no_cambia" BEFORE UPDATE OR DELETE OR TRUNCATE ON "certificado_de_sello"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
