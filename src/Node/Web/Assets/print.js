// Buttons that print the page are there only where they can.
(() => {
  const offer = () => {
    for (const button of document.querySelectorAll("button[data-print]")) button.hidden = false;
  };
  offer();
  document.addEventListener("shown", offer);
  document.addEventListener("click", event => {
    if (event.target.closest("button[data-print]")) print();
  });
})();
