/** libfaketime tells a signal handler the true time: no limit of PostgreSQL ends what waits, a lock or a statement. */
export const isRelojMovido = process.env.FAKETIME !== undefined;
