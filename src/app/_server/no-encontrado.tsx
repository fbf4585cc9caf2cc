import type { ReactNode } from 'react';
import { answerNotFound } from '#infra/http/respuesta.ts';

/** What a page answers, with the status 404, about something that is not there: readable without script too. */
export function NoEncontrado({ children }: { children: ReactNode }) {
  answerNotFound();
  return children;
}
