'use client';

import type { ReactNode } from 'react';
import { ok } from '#domain/result.ts';
import type { OnFirma } from './attempt-firma.ts';
import { FormularioEfirma } from './formulario-efirma.tsx';
import { type IssueChallenge, signIn } from './sign-in.ts';

/** Sign-in with an e.firma; goes to the Buzón when the session is open. */
export function FormularioDeIngreso({ issueChallenge, aviso }: Props) {
  const onFirma: OnFirma = async (efirma) => {
    const signedIn = await signIn(efirma, issueChallenge);
    if (!signedIn.ok) return signedIn;
    location.assign('/buzon');
    return ok(null);
  };
  return <FormularioEfirma encabezado="h1" modo="ingresar" onFirma={onFirma} aviso={aviso} />;
}
interface Props {
  /** Server action. */
  issueChallenge: IssueChallenge;
  aviso?: ReactNode;
}
