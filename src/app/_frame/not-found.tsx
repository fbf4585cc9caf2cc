import type { ReactNode } from 'react';
import { answerNotFound } from '#server/response.ts';
import { PageNotFound } from './page-not-found.tsx';

/** What a page answers, with the status 404, about something that is not there: readable without script too. */
export function NotFound({ children = <PageNotFound /> }: { children?: ReactNode }) {
  answerNotFound();
  return children;
}
