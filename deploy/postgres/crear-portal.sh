#!/bin/sh
# El usuario del portal: entra y nada más; los permisos se los da npm start después de migrar.
set -eu
# Aparte: si no la puede leer se detiene, en lugar de crear un usuario sin contraseña.
clave=$(cat /run/secrets/clave_portal)
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d "$POSTGRES_DB" -v clave="$clave" <<'SQL'
CREATE ROLE buzon_portal LOGIN PASSWORD :'clave';
SQL
