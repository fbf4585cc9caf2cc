'use client';

import { useEffect, useRef } from 'react';

/** Gives the focus to the element it stands in, once, when that element appears. */
export function EnfocarAlCargar() {
  const marca = useRef<HTMLSpanElement>(null);
  useEffect(() => marca.current?.parentElement?.focus(), []);
  return <span ref={marca} hidden />;
}
