-- Whether an attached PDF does things by itself, for whoever downloads it. Those stored before were never looked at.
CREATE TYPE "AccionesDeAdjunto" AS ENUM ('SIN_ACCIONES', 'CON_ACCIONES', 'SIN_REVISAR');
ALTER TABLE "adjunto_de_mensaje" ADD COLUMN "acciones" "AccionesDeAdjunto" NOT NULL DEFAULT 'SIN_REVISAR';
ALTER TABLE "adjunto_de_mensaje" ALTER COLUMN "acciones" DROP DEFAULT;
