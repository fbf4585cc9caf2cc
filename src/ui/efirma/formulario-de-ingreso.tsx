'use client';

import type { ReactNode } from 'react';
import { ok } from '#domain/result.ts';
import type { OnFirma } from './attempt-firma.ts';
import { FormularioEfirma } from './formulario-efirma.tsx';
import { type Door, type IssueChallenge, signIn } from './sign-in.ts';

/** Sign-in with an e.firma; goes to the Buzón, or to the console of the staff, when the session is open. */
export function FormularioDeIngreso({ issueChallenge, puerta = 'buzon', aviso, pie }: Props) {
  const onFirma: OnFirma = async (efirma) => {
    const signedIn = await signIn(efirma, issueChallenge, puerta);
    if (!signedIn.ok) return signedIn;
    location.assign(`/${puerta}`);
    return ok(null);
  };
  return <FormularioEfirma encabezado="h1" modo="ingresar" onFirma={onFirma} aviso={aviso} pie={pie} />;
}
interface Props {
  issueChallenge: IssueChallenge;
  puerta?: Door;
  aviso?: ReactNode;
  pie: ReactNode;
}
