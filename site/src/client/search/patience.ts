/** Milliseconds after which somebody who waits wants to know that something is going on. */
export const noticeable = 400;

/** Milliseconds after which somebody who waits wants to be told, and to try again. */
const patience = 10_000;

/** A result, or a rejection where it takes longer than anybody waits. */
export function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("The search index has not come in time.")), patience);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
