(() => {
  "use strict";
  const period = Number(document.body.dataset.refresh) * 1000;
  const pause = document.getElementById("pause");
  const problem = document.getElementById("problem");
  let paused = false;

  // What an action did is told once: not again by an update.
  const address = new URL(location.href);
  address.searchParams.delete("notice");
  history.replaceState(null, "", address);

  pause.hidden = false;
  pause.addEventListener("click", () => {
    paused = !paused;
    pause.setAttribute("aria-pressed", String(paused));
  });

  const isTyping = () => document.activeElement instanceof HTMLInputElement;

  // Only what has changed is exchanged, so that a screen reader says what is new and nothing else.
  function exchange(id, fresh) {
    const old = document.getElementById(id);
    const now = fresh.getElementById(id);
    if (!now) {
      throw new Error("not a status page");
    }

    if (old.innerHTML === now.innerHTML && old.className === now.className) {
      return;
    }

    const focused = old.contains(document.activeElement) ? document.activeElement.id : "";
    old.className = now.className;
    old.replaceChildren(...now.childNodes);
    if (focused) {
      document.getElementById(focused)?.focus();
    }
  }

  async function update() {
    if (!paused && !document.hidden && !isTyping()) {
      try {
        const answer = await fetch(address, { cache: "no-store", headers: { Accept: "text/html" } });
        if (!answer.ok) {
          throw new Error(String(answer.status));
        }

        const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
        exchange("clock", fresh);
        exchange("summary", fresh);
        exchange("live", fresh);
        document.title = fresh.title;
        problem.hidden = true;
      } catch {
        problem.hidden = false;
      }
    }

    setTimeout(update, period);
  }

  setTimeout(update, period);
})();
