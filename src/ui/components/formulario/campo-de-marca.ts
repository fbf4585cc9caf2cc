/** The hidden field by which a form says whose page it stands on. */
export const CAMPO_DE_MARCA = 'marca';
