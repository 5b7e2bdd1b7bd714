/** Lets pages that were read open again without a network (`public/sw.js`). Late, so that it never competes with the page itself. */
const LATE = 4000;

if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  addEventListener('load', () => {
    setTimeout(() => {
      // Refused in private windows and on addresses without https; the site then works as it is.
      navigator.serviceWorker.register(`${import.meta.env.BASE_URL}sw.js`).catch(() => undefined);
    }, LATE);
  });
}
