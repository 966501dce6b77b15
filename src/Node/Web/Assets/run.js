// The page on which a meeting is run: counts the minutes of the item, and follows what others do, while somebody looks at it. Without scripts the hours stand there.
(() => {
  const Seconds = 1000, Pause = 20 * Seconds, Idle = 30 * 60 * Seconds;
  let touched = Date.now();
  for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, () => touched = Date.now(), { passive: true });

  // The server's clock counts: a phone's may be wrong.
  const ahead = document.querySelector("[data-now]") ? Date.parse(document.querySelector("[data-now]").dataset.now) - Date.now() : 0;
  const count = () => {
    for (const clock of document.querySelectorAll("[data-ends]")) {
      const left = Math.ceil((Date.parse(clock.dataset.ends) - Date.now() - ahead) / (60 * Seconds));
      const words = (left >= 0 ? clock.dataset.left : clock.dataset.over).replace("{0}", Math.abs(left));
      if (clock.textContent !== words) clock.textContent = words;
      clock.classList.toggle("over", left < 0);
    }
  };
  count();
  setInterval(count, Seconds);
  document.addEventListener("shown", count);

  const isTyped = part => [...part.querySelectorAll("input:not([type=hidden]), textarea")].some(field =>
    field.type === "radio" ? field.checked !== field.defaultChecked : field.value !== field.defaultValue);

  setInterval(() => {
    const room = document.querySelector("[data-refresh]");
    if (!room || document.hidden || Date.now() - touched > Idle) return;
    const item = document.getElementById("item");
    // Whoever writes, or looks at another item, stays where they are.
    const follows = item && !new URLSearchParams(location.search).has("item") && !item.contains(document.activeElement) && !isTyped(item);
    const shown = item?.querySelector("section[id^=item-]")?.id.slice("item-".length);
    document.dispatchEvent(new CustomEvent("refresh", {
      detail: { from: location.pathname + (follows || !shown ? "" : `?item=${shown}`), parts: room.dataset.refresh.split(" ").concat(follows ? "item" : []) },
    }));
  }, Pause);
})();
