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

  const isTyped = part => [...part.querySelectorAll("input:not([type=hidden]), textarea, select")].some(field =>
    field.type === "radio" ? field.checked !== field.defaultChecked
      : field.type === "select-one" ? field.selectedIndex > 0
      : field.value !== field.defaultValue);

  setInterval(() => {
    const room = document.querySelector("[data-refresh]");
    if (!room || document.hidden || Date.now() - touched > Idle) return;
    const item = document.getElementById("item");
    // Whoever writes, or looks at another item, stays where they are: it is asked again just before anything is shown.
    const follows = () => item && !new URLSearchParams(location.search).has("item") && !item.contains(document.activeElement) && !isTyped(item);
    const shown = item?.querySelector("section[id^=item-]")?.id.slice("item-".length);
    // What somebody searched for stays in the address, and on the page.
    const from = new URL(location.href), isFollowing = follows();
    from.hash = "";
    if (!isFollowing && shown) from.searchParams.set("item", shown);
    document.dispatchEvent(new CustomEvent("refresh", {
      detail: { from, parts: () => isFollowing && !follows() ? [] : room.dataset.refresh.split(" ").concat(isFollowing ? "item" : []) },
    }));
  }, Pause);
})();
