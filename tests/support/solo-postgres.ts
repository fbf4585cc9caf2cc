// A process that brings the embedded database and nothing else, for tests that kill it.
import { startPostgres } from '#demo/postgres/start-postgres.ts';

const [datos = ''] = process.argv.slice(2);
const postgres = await startPostgres({ datos, database: 'buzon' });
console.log(postgres.urlOf('buzon'));
process.on('SIGTERM', () => postgres.stop().then(() => process.exit(0)));
setInterval(() => undefined, 60_000);
