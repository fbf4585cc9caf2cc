// Imported into a worker (NODE_OPTIONS): names under «.prueba» are this machine's while the file of BUZON_FALLAS_NOMBRES exists.
import dns from 'node:dns';
import { existsSync } from 'node:fs';

const AQUI = '127.0.0.1';
const { lookup } = dns;
const { resolve4 } = dns.Resolver.prototype;

dns.lookup = function lookupDePrueba(name, ...rest) {
  const done = rest.at(-1);
  if (!name.endsWith('.prueba')) return lookup.call(dns, name, ...rest);
  const isAll = typeof rest[0] === 'object' && rest[0]?.all;
  setImmediate(() => {
    if (!isKnown()) done(lost(name));
    else if (isAll) done(null, [{ address: AQUI, family: 4 }]);
    else done(null, AQUI, 4);
  });
};

dns.Resolver.prototype.resolve4 = function resolve4DePrueba(name, done) {
  if (!name.endsWith('.prueba')) return resolve4.call(this, name, done);
  setImmediate(() => (isKnown() ? done(null, [AQUI]) : done(lost(name))));
};

function isKnown() {
  return existsSync(process.env.BUZON_FALLAS_NOMBRES ?? '');
}

function lost(name) {
  return Object.assign(new Error(`getaddrinfo EAI_AGAIN ${name}`), { code: 'EAI_AGAIN' });
}
