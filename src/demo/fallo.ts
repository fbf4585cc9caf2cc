/** How a double is told to fail: to be tried again, for good, or by taking the message and never saying so. */
export type Fallo = 'temporal' | 'definitivo' | 'sin-respuesta';

type FalloConRespuesta = Exclude<Fallo, 'sin-respuesta'>;

export const SMTP_DE_FALLO: Record<FalloConRespuesta, { code: number; message: string }> = {
  temporal: { code: 451, message: '4.3.0 Try again later' },
  definitivo: { code: 550, message: '5.1.1 No such user here' },
};

export const TWILIO_DE_FALLO: Record<FalloConRespuesta, { status: number; code: number; message: string }> = {
  temporal: { status: 503, code: 20503, message: 'Service unavailable' },
  definitivo: { status: 400, code: 21211, message: "Invalid 'To' Phone Number" },
};
