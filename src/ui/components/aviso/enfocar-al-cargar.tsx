'use client';

import { useEffect, useRef } from 'react';
import { keepEnviados } from '../borrador/escritos.ts';

const ERROR = 'Error: ';

/** Gives the focus to the element it stands in, once, when that element appears; while it is an error, the page's title says so. */
export function EnfocarAlCargar({ isError }: { isError: boolean }) {
  const marca = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    marca.current?.parentElement?.focus();
    if (!isError) return;
    keepEnviados();
    const tell = () => {
      if (!document.title.startsWith(ERROR)) document.title = ERROR + document.title;
    };
    tell();
    // The title of a page that is still arriving is written after this.
    const observer = new MutationObserver(tell);
    observer.observe(document.head, { childList: true, characterData: true, subtree: true });
    return () => {
      observer.disconnect();
      if (document.title.startsWith(ERROR)) document.title = document.title.slice(ERROR.length);
    };
  }, [isError]);
  return <span ref={marca} hidden />;
}
