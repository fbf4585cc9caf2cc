interface Plazos {
  antesMs: number;
  despuesMs: number;
}

export type PlazoDeEntrega = ReturnType<typeof startPlazo>;

/**
 * Also for a relay that trickles its replies, which no timeout of the socket notices: little before the final dot, and
 * then as much as RFC 5321 (4.5.3.2.6) says a relay may need.
 */
export function startPlazo({ antesMs, despuesMs }: Plazos, cierre?: AbortSignal) {
  const over = new AbortController();
  let isEntregado = false;
  let timer = setTimeout(() => over.abort(), antesMs);
  return {
    signal: cierre ? AbortSignal.any([over.signal, cierre]) : over.signal,
    /** Whether the final dot went out: whatever happens now, the relay may have taken the message. */
    isEntregado: () => isEntregado,
    deliver() {
      isEntregado = true;
      clearTimeout(timer);
      timer = setTimeout(() => over.abort(), despuesMs);
    },
    end: () => clearTimeout(timer),
  };
}
