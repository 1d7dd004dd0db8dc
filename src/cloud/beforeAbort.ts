/**
 * Waits for an answer until the signal says to stop, whether or not whoever gives the answer listens to it. What the answer
 * turns out to be after that is nobody's concern.
 * @throws the signal's reason
 */
export function beforeAbort<Answer>(signal: AbortSignal, answer: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason);
    const settled = (): void => signal.removeEventListener('abort', stop);
    answer.then(resolve, reject).then(settled, settled);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
