// Runs on the page of a former address, as a classic script: it takes along what stands behind the `#`, which a refresh cannot.
(() => {
  const link = document.querySelector(".kh-moved a");
  link.hash = location.hash;
  location.replace(link.href);
})();
