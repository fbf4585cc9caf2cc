/** How a double is told to fail: to be tried again, for good, or by taking the message and never saying so. */
export type Fallo = 'temporal' | 'definitivo' | 'sin-respuesta';
