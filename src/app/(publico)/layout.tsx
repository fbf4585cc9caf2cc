import { PublicoFrame } from '../_frame/publico-frame.tsx';

export default PublicoFrame;
