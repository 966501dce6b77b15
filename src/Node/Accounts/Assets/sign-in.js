// A link's token is in the fragment, which only the browser sees. This puts it into the form and leaves one button to press.
// Nothing is sent by itself: a mail filter that opens links and runs scripts must not use one up.
(() => {
  const mark = "#t=";
  const take = () => {
    if (!location.hash.startsWith(mark)) return;
    const field = document.getElementById("enter-Key");
    const section = document.getElementById("come-in");
    if (!field || !section) return;
    field.value = location.hash.slice(mark.length);
    history.replaceState(null, "", location.pathname + location.search);
    for (const id of ["ask-for-link", "with-code", "asked"]) {
      const other = document.getElementById(id);
      if (other) other.hidden = true;
    }
    document.getElementById("with-link").hidden = false;
    field.closest(".field").hidden = true;
    section.querySelector("button").focus();
  };
  take();
  addEventListener("hashchange", take);
})();
