// Sends forms without leaving the page: a refused form is no step in the browser's history, so that going back never asks whether to send it again, and the
// place and the focus are kept. A form that names the parts of the page which it changes leaves all the rest as it is, with what is typed there; such forms wait
// for each other, so that taps may be fast. Where this does not run, or fails, the browser sends the form as it always does.
(() => {
  let last = Promise.resolve(), waiting = 0, isLeaving = false;

  const read = async response => new DOMParser().parseFromString(await response.text(), "text/html");

  const show = (page, fragment) => {
    const focused = document.activeElement?.id;
    document.title = page.title;
    document.documentElement.lang = page.documentElement.lang;
    document.body.replaceWith(page.body);
    const place = document.querySelector("[autofocus]") ?? (focused && document.getElementById(focused));
    if (place) place.focus();
    else if (fragment) document.getElementById(fragment)?.scrollIntoView();
    document.dispatchEvent(new Event("shown"));
  };

  // False when the page has no such parts: it is another one. What somebody unfolded stays so, and the elements themselves, since readers of a live region watch them.
  const showParts = (page, parts, after) => {
    const pairs = parts.map(id => [document.getElementById(id), page.getElementById(id)]);
    if (pairs.some(pair => pair.includes(null))) return false;
    for (const [old, fresh] of pairs) {
      const focused = old.contains(document.activeElement) && document.activeElement.id;
      const unfolded = [...old.querySelectorAll("details[id][open]")].map(one => one.id);
      old.replaceChildren(...fresh.childNodes);
      for (const id of unfolded) document.getElementById(id)?.setAttribute("open", "");
      const place = old.querySelector("[autofocus]") ?? document.getElementById(after || focused);
      place?.focus({ preventScroll: place.id === focused });
    }
    document.dispatchEvent(new Event("shown"));
    return true;
  };

  // What is typed there into another form is not saved by this one.
  const isTypedElsewhere = (part, form) => [...(document.getElementById(part)?.querySelectorAll("textarea, input:not([type=hidden], [type=radio], [type=checkbox])") ?? [])]
    .some(field => field.form !== form && field.value !== field.defaultValue);

  const goTo = place => {
    const url = new URL(place, location.href);
    const isHere = url.pathname + url.search === location.pathname + location.search;
    if (!isHere) return location.assign(url);
    history.replaceState(null, "", url);
    location.reload();
  };

  const sendPlainly = (form, button) => {
    if (button?.name) {
      const field = document.createElement("input");
      field.type = "hidden";
      field.name = button.name;
      field.value = button.value;
      form.append(field);
    }
    HTMLFormElement.prototype.submit.call(form);
  };

  const send = async (to, body, parts, after) => {
    const response = await fetch(to, { method: "POST", headers: { "Form-Script": parts ? "parts" : "page" }, body });
    const place = response.headers.get("Location");
    if (!parts) return place ? goTo(place) : show(await read(response), to.hash.slice(1));
    // Anything else is a fault on the way: it must not take the place of what is typed.
    if (response.status !== 204 && ![409, 422].includes(response.status) && !response.ok) throw new Error(response.status);
    const page = await read(place ? await fetch(new URL(place, location.href)) : response);
    if (!showParts(page, parts, place && after)) return place ? goTo(place) : show(page);
    if (place) history.replaceState(null, "", new URL(place, location.href).href.split("#")[0]);
  };

  addEventListener("submit", event => {
    const form = event.target, button = event.submitter;
    if (event.defaultPrevented || form.getAttribute("method")?.toLowerCase() !== "post") return;
    event.preventDefault();
    const parts = (button?.dataset.parts ?? form.dataset.parts)?.split(" ");
    if (!parts && isLeaving) return;
    isLeaving ||= !parts;
    const data = new FormData(form);
    if (button?.name) data.append(button.name, button.value);
    const isPlain = form.enctype !== "multipart/form-data";
    // As browsers send line breaks themselves; for a form with files, fetch does the same.
    const fields = [...data].map(([name, value]) => [name, String(value).replace(/\r\n|\r|\n/g, "\r\n")]);
    const to = new URL(button?.getAttribute("formaction") ?? form.getAttribute("action") ?? "", location.href);
    const unsent = document.getElementById("unsent");
    waiting++;
    last = last
      .then(() => send(to, isPlain ? new URLSearchParams(fields) : data, parts?.filter(part => !isTypedElsewhere(part, form)), form.dataset.after))
      .then(() => unsent && (unsent.hidden = true))
      .catch(() => parts && unsent ? unsent.hidden = false : sendPlainly(form, button))
      .finally(() => { waiting--; isLeaving &&= !!parts; });
  });

  // What a page works out from a form is shown while it is filled in.
  addEventListener("change", event => {
    const live = event.target.form?.querySelector("button[data-live]");
    live?.form.requestSubmit(live);
  });

  // Somebody else may have changed them meanwhile.
  document.addEventListener("refresh", event => {
    if (!waiting) last = last.then(async () => showParts(await read(await fetch(event.detail.from)), event.detail.parts())).catch(() => {});
  });
})();
