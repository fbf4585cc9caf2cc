export { authHandler as GET, authHandler as POST } from '../../../_server/auth.ts';
