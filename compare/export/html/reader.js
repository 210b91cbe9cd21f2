"use strict";
// Going from sentence to sentence, and counterparts that light up. Everything is on the page without it: the script only moves, hides and lights up.
const reader = (() => {
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
  const rows = $("#rows");
  const bar = $(".bar");
  const data = $("#marks");
  const marks = data ? JSON.parse(data.textContent) : {};
  const classroom = document.body.classList.contains("classroom");
  const moved = []; // what else has to happen when the reader goes to a sentence
  let here = null;
  let looking = false;
  let standing = null;

  function make(name, properties = {}, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  }

  function button(text, title, act) {
    const made = make("button", { type: "button", title, textContent: text });
    made.addEventListener("click", act);
    return made;
  }

  const pressed = (element, on) => element.setAttribute("aria-pressed", String(on));
  // Asking for a place on the screen would lay out what isn't drawn; what is hidden is known without.
  const shown = (sentence) => !sentence.closest(".off, .empty") &&
    !["shared", "divergent", "unique"].some((status) => sentence.classList.contains(status) && document.body.classList.contains(`hide-${status}`));
  const letterOf = (sentence) => sentence.id.replace(/\d+$/, "");
  const peersOf = (sentence) => (sentence.dataset.peers || "").split(" ").filter(Boolean).map((id) => document.getElementById(id));
  let order = null; // letter → its sentences as they follow each other in this view
  let index = null; // sentence → its place among them
  function sentencesOf(letter) {
    if (!order) {
      order = new Map();
      index = new Map();
      for (const sentence of $$(".s")) {
        const own = letterOf(sentence);
        if (!order.has(own)) order.set(own, []);
        index.set(sentence, order.get(own).push(sentence) - 1);
      }
    }
    return order.get(letter) || [];
  }

  // Going somewhere ---------------------------------------------------------------------------------------------------------------

  // On a long page the way to a place is only guessed until it is laid out: look again until it stays where it is, or somebody goes elsewhere.
  let aim = 0;
  function settle(element, block) {
    const own = ++aim;
    element.scrollIntoView({ block });
    if (!document.body.classList.contains("long")) return;
    let height = NaN;
    let still = 0;
    let times = 100;
    const again = () => {
      if (own !== aim) return;
      element.scrollIntoView({ block });
      const now = element.getBoundingClientRect().top + scrollY;
      still = now === height ? still + 1 : 0;
      height = now;
      if (still < 3 && --times) requestAnimationFrame(again);
    };
    requestAnimationFrame(again);
  }
  for (const name of ["wheel", "touchstart", "pointerdown", "keydown"]) addEventListener(name, () => aim++, { passive: true, capture: true });

  function go(sentence) {
    if (!sentence) return;
    if (here) {
      here.classList.remove("here");
      here.removeAttribute("tabindex");
    }
    here = sentence;
    here.classList.add("here");
    here.tabIndex = 0;
    here.focus({ preventScroll: true });
    const box = here.getBoundingClientRect();
    if (!here.closest(".column") && (box.top < 120 || box.bottom > innerHeight - 60)) settle(here, "center");
    for (const act of moved) act(here);
  }

  function next(sentence, by) {
    const all = sentencesOf(letterOf(sentence));
    let at = index.get(sentence) + by;
    while (all[at] && !shown(all[at])) at += by;
    return all[at];
  }

  // How many of so many things that follow each other come before a height; found by halving, so that only a few are laid out.
  function before(count, isBefore) {
    let low = 0;
    let high = count;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (isBefore(mid)) low = mid + 1;
      else high = mid;
    }
    return low;
  }

  // Which of the elements is the first that reaches below a height on the screen. Chunks first: of all but one of them nothing is laid out.
  const chunked = new WeakMap(); // elements → where in them each chunk begins
  function reaching(elements, height) {
    const bottom = (element) => element.getBoundingClientRect().bottom;
    if (!chunked.has(elements)) {
      const begins = new Map();
      elements.forEach((element, index) => {
        const chunk = element.closest(".chunk");
        if (!begins.has(chunk)) begins.set(chunk, index);
      });
      chunked.set(elements, [...begins]);
    }
    const chunks = chunked.get(elements);
    const at = Math.min(before(chunks.length, (index) => bottom(chunks[index][0]) <= height), chunks.length - 1);
    const first = chunks[at][1];
    const end = at + 1 < chunks.length ? chunks[at + 1][1] : elements.length;
    return Math.min(first + before(end - first, (index) => bottom(elements[first + index]) <= height), elements.length - 1);
  }

  // The first sentence on the screen.
  function start() {
    const all = rows.hidden ? sentencesOf(letterOf($(".column:not(.off) .s"))) : $$(".row:not(.empty)");
    if (!all.length) return null;
    for (let at = reaching(all, 120); at < all.length; at++) {
      const found = all[at].matches(".s") ? [all[at]] : $$(".s", all[at]);
      if (found.some(shown)) return found.find(shown);
    }
    return null;
  }

  function step(by) {
    if (here && shown(here)) go(next(here, by));
    else go(start());
  }

  function sideways(by) {
    if (!here) return go(start());
    const letters = $$(".head:not(.off)").map((one) => one.dataset.letter);
    const letter = letters[letters.indexOf(letterOf(here)) + by];
    if (!letter) return undefined;
    const peer = peersOf(here).find((other) => letterOf(other) === letter && shown(other));
    return go(peer || (rows.hidden ? level(letter) : beside(letter)));
  }

  // The sentence of another account that stands nearest: in the rows by their order, in the columns by height.
  function beside(letter) {
    const before = (sentence) => here.compareDocumentPosition(sentence) & Node.DOCUMENT_POSITION_PRECEDING;
    const all = sentencesOf(letter).filter(shown);
    const after = all.findIndex((sentence) => !before(sentence));
    const row = here.closest(".row");
    return all.find((sentence) => row.contains(sentence)) || all[after < 0 ? all.length - 1 : after];
  }

  function level(letter) {
    const all = sentencesOf(letter).filter(shown);
    return all.length ? all[reaching(all, here.getBoundingClientRect().top)] : null;
  }

  function counterpart() {
    const peers = here ? peersOf(here).filter(shown) : [];
    go(peers[0]);
  }

  function ends(last) {
    const all = sentencesOf(here ? letterOf(here) : letterOf($(".s"))).filter(shown);
    go(last ? all.at(-1) : all[0]);
  }

  // Points: one stop for each, in the order of the rows; one whose sides stand in two rows is written in both
  const first = new Map();
  for (const { dataset, children } of $$("#rows .finding")) if (!first.has(dataset.point)) first.set(dataset.point, $(".where a", children[0]).hash.slice(1));
  const stops = [...first.values()];
  const place = make("span", { className: "place" });
  let stop = -1;

  function difference(by) {
    if (!stops.length) return;
    stop = stop < 0 && by < 0 ? stops.length - 1 : (stop + by + stops.length) % stops.length;
    place.textContent = `${stop + 1}/${stops.length}`;
    go(document.getElementById(stops[stop]));
  }

  // Counterparts: those of the sentence under the pointer or the focus light up, marked against it -------------------------------

  const kinds = { x: "c x", c: "c", r: "r", o: "o", s: "" };
  const joined = new Map();

  function paint(sentence, runs) {
    const body = $(".t", sentence);
    joined.set(sentence, [...body.childNodes]);
    const signs = Array.from(body.textContent);
    const parts = [];
    let at = 0;
    for (const [, size, kind] of runs.matchAll(/(\d+)([a-z])/g)) {
      const text = signs.slice(at, (at += Number(size))).join("");
      parts.push(kinds[kind] ? make("span", { className: kinds[kind], textContent: text }) : text);
    }
    body.replaceChildren(...parts);
  }

  function part() {
    for (const [sentence, nodes] of joined) {
      sentence.classList.remove("peer");
      if (nodes) $(".t", sentence).replaceChildren(...nodes);
    }
    joined.clear();
    if (standing) standing.classList.remove("joined");
    standing = null;
  }

  function join(sentence) {
    if (sentence === standing) return;
    part();
    if (!sentence || !sentence.dataset.peers || String(getSelection())) return;
    standing = sentence;
    sentence.classList.add("joined");
    for (const peer of peersOf(sentence)) {
      peer.classList.add("peer");
      const runs = (marks[peer.id] || {})[sentence.id];
      if (runs && !looking) paint(peer, runs);
      else joined.set(peer, null);
    }
  }

  const under = (event) => (event.target instanceof Element ? event.target.closest(".s") : null);
  for (const area of [rows, $("#columns")]) {
    area.addEventListener("pointerover", (event) => event.pointerType !== "touch" && join(under(event)));
    area.addEventListener("pointerleave", () => join(here && here.contains(document.activeElement) ? here : null));
    area.addEventListener("focusin", (event) => join(under(event)));
    area.addEventListener("focusout", () => part());
    area.addEventListener("click", (event) => {
      const sentence = under(event);
      if (sentence && !event.target.closest("a, summary") && !String(getSelection())) go(sentence);
    });
  }
  addEventListener("hashchange", () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.classList.contains("s")) go(target);
    else if (target) settle(target, "start");
  });

  const reordered = () => (order = null);
  return { $, $$, make, button, before, reaching, pressed, rows, bar, place, classroom, moved, shown, reordered, peersOf, letterOf, go, settle, step, sideways, counterpart, ends, difference, part, stops, look: (on) => (looking = on), current: () => here };
})();
