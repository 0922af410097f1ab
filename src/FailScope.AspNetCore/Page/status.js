(() => {
  "use strict";
  const period = Number(document.body.dataset.refresh) * 1000;
  const pause = document.getElementById("pause");
  const problem = document.getElementById("problem");
  let paused = false;

  // The result of an action is shown once. Updates do not ask for it again.
  const address = new URL(location.href);
  address.searchParams.delete("notice");
  history.replaceState(null, "", address);

  pause.hidden = false;
  pause.addEventListener("click", () => {
    paused = !paused;
    pause.setAttribute("aria-pressed", String(paused));
  });

  const isTyping = () => document.activeElement instanceof HTMLInputElement;

  // Only changed parts are replaced, so that a screen reader announces changes only.
  function replace(id, fresh) {
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
        replace("clock", fresh);
        replace("summary", fresh);
        replace("live", fresh);
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
