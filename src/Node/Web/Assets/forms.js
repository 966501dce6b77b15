// Sends forms without leaving the page: a refused form is no step in the browser's history, so that going back never asks whether to send it again, and the
// place and the focus are kept. Where this does not run, or fails, the browser sends the form as it always does.
(() => {
  let isSending = false;

  const show = async (response, fragment) => {
    const focused = document.activeElement?.id;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    document.title = page.title;
    document.documentElement.lang = page.documentElement.lang;
    document.body.replaceWith(page.body);
    const place = document.querySelector("[autofocus]") ?? (focused && document.getElementById(focused));
    if (place) place.focus();
    else if (fragment) document.getElementById(fragment)?.scrollIntoView();
    document.dispatchEvent(new Event("shown"));
  };

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

  addEventListener("submit", async event => {
    const form = event.target, button = event.submitter;
    if (event.defaultPrevented || form.getAttribute("method")?.toLowerCase() !== "post") return;
    event.preventDefault();
    if (isSending) return;
    isSending = true;
    const data = new FormData(form);
    if (button?.name) data.append(button.name, button.value);
    const isPlain = form.enctype !== "multipart/form-data";
    // As browsers send line breaks themselves; for a form with files, fetch does the same.
    const fields = [...data].map(([name, value]) => [name, String(value).replace(/\r\n|\r|\n/g, "\r\n")]);
    const to = new URL(button?.getAttribute("formaction") ?? form.getAttribute("action") ?? "", location.href);
    try {
      const response = await fetch(to, {
        method: "POST",
        headers: { "Form-Script": "1" },
        body: isPlain ? new URLSearchParams(fields) : data,
      });
      const place = response.headers.get("Location");
      if (place) goTo(place);
      else await show(response, to.hash.slice(1));
    } catch {
      sendPlainly(form, button);
    } finally {
      isSending = false;
    }
  });
})();
