'use client';

import { type ReactNode, useEffect } from 'react';
import { ok } from '#domain/result.ts';
import { forgetVencidos, keepEnviados } from '#ui/components/borrador/escritos.ts';
import type { OnFirma } from './attempt-firma.ts';
import { FormularioEfirma } from './formulario-efirma.tsx';
import { type Door, type IssueChallenge, signIn } from './sign-in.ts';

/** Sign-in with an e.firma; goes to the Buzón, or to the console of the staff, or back, when the session is open. */
export function FormularioDeIngreso({ issueChallenge, puerta = 'buzon', regreso, pie }: Props) {
  useEffect(() => {
    keepEnviados();
    forgetVencidos();
  }, []);
  const onFirma: OnFirma = async (efirma) => {
    const signedIn = await signIn(efirma, issueChallenge, puerta);
    if (!signedIn.ok) return signedIn;
    location.assign(regreso ?? `/${puerta}`);
    return ok(null);
  };
  return <FormularioEfirma modo="ingresar" onFirma={onFirma} pie={pie} />;
}
interface Props {
  issueChallenge: IssueChallenge;
  puerta?: Door;
  /** The page that was asked for without a session. */
  regreso?: string | null;
  pie: ReactNode;
}
