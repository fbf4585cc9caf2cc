import { cookies } from 'next/headers';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { Inicio } from '#ui/components/inicio/inicio.tsx';
import { cookieName, findSesionesDelNavegador, SALIDA } from '../_server/cookies.ts';

export const metadata = { title: { absolute: 'Buzón · Activa tu Buzón IMSS con tu e.firma' } };

/** What the Buzón is; after «Salir», that the session is closed. */
export default async function InicioPage() {
  const isCerrada = (await cookies()).has(cookieName(SALIDA)) && !(await findSesionesDelNavegador()).sesionId;
  return (
    <>
      {isCerrada && <Aviso tipo="exito">Cerraste tu sesión en este navegador.</Aviso>}
      <Inicio />
    </>
  );
}
