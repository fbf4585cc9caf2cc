import type { ReactNode } from 'react';
import { answerNotFound } from '#server/respuesta.ts';
import { PaginaNoEncontrada } from './pagina-no-encontrada.tsx';

/** What a page answers, with the status 404, about something that is not there: readable without script too. */
export function NoEncontrado({ children = <PaginaNoEncontrada /> }: { children?: ReactNode }) {
  answerNotFound();
  return children;
}
