// A page that has moved: goes on at once and keeps the query and the fragment, which no header and no meta can.
(() => {
  const to = document.currentScript.dataset.to;
  location.replace(to + location.search + location.hash);
})();
