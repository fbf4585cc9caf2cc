/** Bytes of the largest file that is read: a `.cer` or a `.key` has some two thousand. */
export const MAX_FILE_BYTES = 64 * 1024;
