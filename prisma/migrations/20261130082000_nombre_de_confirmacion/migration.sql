-- Se puede usar desde la migración que sigue: PostgreSQL no deja usar un valor nuevo en la transacción que lo agrega.
ALTER TYPE "TipoDeAviso" ADD VALUE 'CONFIRMA_MEDIO';
