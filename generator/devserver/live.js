// The development server adds this script to every page it sends; it is no part
// of the site. It shows what is wrong with the content over the page, and loads
// the page or its styles again when they have changed.
(() => {
  "use strict";

  // build is the one that the page shows, empty for a page that stands in for
  // another; gone is what to say when the server does not answer.
  const { build, gone } = document.currentScript.dataset;

  /** @type {EventSource | null} */
  let stream = null;
  let lastId = build;
  /** How long the server may be silent before it is called gone, in milliseconds. */
  const patience = 3000;
  let silence = 0;
  let again = 0;

  // The stream is open only while somebody can see the page: browsers keep at
  // most six connections to a server for all tabs together.
  function listen() {
    if (stream || document.hidden) return;
    const mine = new EventSource("/_svod/events?build=" + encodeURIComponent(lastId));
    stream = mine;
    mine.onmessage = (event) => {
      clearTimeout(silence);
      silence = 0;
      lastId = event.lastEventId;
      obey(JSON.parse(event.data));
    };
    mine.onerror = () => {
      if (!silence) silence = setTimeout(() => show({ heading: gone, error: true, mistakes: [] }), patience);
      if (mine.readyState !== EventSource.CLOSED || stream !== mine) return;
      rest(); // refused for good: another program may have the port for now
      again = setTimeout(listen, 1000);
    };
  }

  function rest() {
    stream?.close();
    stream = null;
    clearTimeout(again);
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);

  function obey(message) {
    if (message.change === "reload") {
      rest();
      location.reload(); // keeps the scroll position
      return;
    }
    show(message.overlay);
    if (message.change === "style") restyle();
  }

  // The names of stylesheets change with what is in them, so the page is asked
  // which ones it has now. Each is swapped when the new one has loaded, so that
  // the page is never without styles.
  async function restyle() {
    let now;
    try {
      const answer = await fetch(location.href, { cache: "no-store" });
      now = new DOMParser().parseFromString(await answer.text(), "text/html");
    } catch {
      return; // the next message says what to do
    }
    const scripts = (page) => [...page.scripts].map((s) => s.getAttribute("src")).join(" ");
    if (scripts(now) !== scripts(document)) {
      location.reload();
      return;
    }
    const old = [...document.querySelectorAll('link[rel="stylesheet"]')];
    const sheets = [...now.querySelectorAll('link[rel="stylesheet"]')];
    sheets.forEach((sheet, i) => {
      const link = document.createElement("link");
      for (const { name, value } of sheet.attributes) link.setAttribute(name, value);
      const before = old[i];
      if (before && before.getAttribute("href") === link.getAttribute("href")) {
        const url = new URL(link.href);
        url.searchParams.set("again", lastId);
        link.href = url.href;
      }
      link.onload = () => before?.remove();
      (before ?? document.head.lastElementChild).after(link);
    });
    for (const extra of old.slice(sheets.length)) extra.remove();
  }

  /** @type {HTMLElement | null} */
  let host = null;
  let shown = "null";

  // Shows an overlay, or none. Everything is put in as text: an excerpt may hold
  // any characters.
  function show(overlay) {
    const now = JSON.stringify(overlay ?? null);
    if (now === shown) return; // whoever has closed it need not do so again
    shown = now;
    host?.remove();
    host = null;
    if (!overlay) return;
    host = document.createElement("svod-overlay");
    host.lang = overlay.lang ?? document.documentElement.lang;
    host.setAttribute("role", overlay.error ? "alert" : "status");
    const root = host.attachShadow({ mode: "open" });
    const style = element("link", "");
    style.rel = "stylesheet";
    style.href = "/_svod/overlay.css";
    const box = element("details", overlay.error ? "error" : "warning");
    box.open = overlay.error;
    box.append(element("summary", "", overlay.heading));
    for (const m of overlay.mistakes) box.append(section(m, overlay.open));
    if (overlay.more) box.append(element("p", "more", overlay.more));
    root.append(style, box);
    document.documentElement.append(host);
  }

  function section(m, open) {
    const out = element("section", m.error ? "error" : "warning");
    if (m.place) {
      const place = element("p", "place", m.place);
      if (m.link) {
        const link = element("a", "", open);
        link.href = m.link;
        place.append(" ", link);
      }
      out.append(place);
    }
    const said = element("p", "message");
    if (m.kind) said.append(element("b", "", m.kind + ": "));
    said.append(m.message);
    out.append(said);
    if (m.line) {
      const code = element("pre", "");
      code.append(element("span", "number", String(m.line)), " ", m.before ?? "");
      if (m.marked) code.append(element("mark", "", m.marked));
      code.append(m.after ?? "");
      out.append(code);
    }
    if (m.remedy) out.append(element("p", "remedy", m.remedy));
    return out;
  }

  function element(tag, name, text) {
    const e = document.createElement(tag);
    if (name) e.className = name;
    if (text) e.textContent = text;
    return e;
  }

  addEventListener("keydown", (event) => {
    const box = host?.shadowRoot.querySelector("details");
    if (event.key === "Escape" && box) box.open = false;
  });

  listen();
})();
