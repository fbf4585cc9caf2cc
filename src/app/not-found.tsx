import { PageNotFound } from './_frame/not-found.tsx';

export const metadata = { title: 'Página no encontrada' };

export default PageNotFound;
