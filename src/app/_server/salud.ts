import { describeSalud } from '#server/describe-salud.ts';
import { root } from './root.ts';

export const describePortal = () => describeSalud(root());
