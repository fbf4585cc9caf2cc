/**
 * At the end of each page React aborts a signal, for a reason whose stack nobody reads. Until it is read a stack holds what its
 * functions were called on, and that the request, and those of whoever was served at the same instant: a portal that answers
 * ten at once never let any go. Once read it is a text (github.com/react/react/issues/37288).
 */
export function mendAborts(): void {
  const { abort } = AbortController.prototype;
  AbortController.prototype.abort = function (this: AbortController, reason?: unknown): void {
    abort.call(this, reason);
    const { reason: given } = this.signal;
    if (given instanceof Error) void given.stack;
  };
}
