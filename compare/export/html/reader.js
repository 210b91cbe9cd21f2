"use strict";
// The reader's keys, filters and search on the page. Everything is on the page without it: the script only moves, hides and lights up.
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
  let found = [];
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
    if (!here.closest(".column") && (box.top < 120 || box.bottom > innerHeight - 60)) here.scrollIntoView({ block: "center" });
    for (const act of moved) act(here);
  }

  function next(sentence, by) {
    const all = sentencesOf(letterOf(sentence));
    let at = index.get(sentence) + by;
    while (all[at] && !shown(all[at])) at += by;
    return all[at];
  }

  // The first sentence on the screen: found by halving, so that only a few rows are laid out.
  function start() {
    const all = rows.hidden ? sentencesOf(letterOf($(".column:not(.off) .s"))) : $$(".row:not(.empty)");
    let low = 0;
    let high = all.length - 1;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (all[mid].getBoundingClientRect().bottom <= 120) low = mid + 1;
      else high = mid;
    }
    for (; low < all.length; low++) {
      const found = all[low].matches(".s") ? [all[low]] : $$(".s", all[low]);
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
    const letters = $$(".head:not(.off) .letter").map((one) => one.textContent);
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
    const top = here.getBoundingClientRect().top;
    const far = (sentence) => Math.abs(sentence.getBoundingClientRect().top - top);
    return sentencesOf(letter).filter(shown).reduce((best, other) => (!best || far(other) < far(best) ? other : best), null);
  }

  function counterpart() {
    const peers = here ? peersOf(here).filter(shown) : [];
    go(peers[0]);
  }

  function ends(last) {
    const all = sentencesOf(here ? letterOf(here) : letterOf($(".s"))).filter(shown);
    go(last ? all.at(-1) : all[0]);
  }

  // Differences: one stop for each, in the order of the rows
  const stops = $$("#rows .finding").map((finding) => finding.querySelector(".where a").hash.slice(1));
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
      if (runs && !found.length) paint(peer, runs);
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
  });

  // Filters ----------------------------------------------------------------------------------------------------------------------

  function tidy() {
    for (const row of $$(".row")) {
      const empty = !$$(".cell:not(.off) .s", row).some((sentence) => {
        const status = ["shared", "divergent", "unique"].find((name) => sentence.classList.contains(name));
        return !status || !document.body.classList.contains(`hide-${status}`);
      });
      row.classList.toggle("empty", empty);
    }
    for (const act of moved) act(null);
  }

  function filter(status, sign) {
    const count = $$(`.s.${status}`).length;
    const made = button(`${sign} ${status} ${count}`, `Show or hide what is ${status}`, () => {
      pressed(made, !document.body.classList.toggle(`hide-${status}`));
      tidy();
    });
    made.className = "filter";
    pressed(made, true);
    return made;
  }

  function pane(head, place) {
    const letter = $(".letter", head).textContent;
    const made = button(letter, `Show or hide ${head.textContent.trim()}`, () => {
      const off = head.classList.toggle("off");
      for (const row of $$(".row")) $(".cells", row).children[place].classList.toggle("off", off);
      const column = $("#columns").children[place];
      if (column) column.classList.toggle("off", off);
      pressed(made, !off);
      tidy();
    });
    pressed(made, true);
    return made;
  }

  // Search, and the mentions of a name: n and N walk through whichever was looked for last ------------------------------------------

  const field = make("input", { type: "search", placeholder: "Search /", ariaLabel: "Search the accounts" });
  let at = -1;

  function look(sentences) {
    part();
    for (const old of $$(".hit")) old.classList.remove("hit");
    found = sentences;
    at = -1;
  }

  function walk(by) {
    if (!found.length) return;
    at = (at + by + found.length + (at < 0 && by < 0 ? 1 : 0)) % found.length;
    place.textContent = `${at + 1}/${found.length}`;
    go(found[at]);
  }

  function ranges(body, text, wanted) {
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    const nodes = [];
    for (let node = walker.nextNode(), from = 0; node; from += node.length, node = walker.nextNode()) nodes.push([from, node]);
    const point = (offset) => nodes.findLast(([from]) => from <= offset) || nodes[0];
    const made = [];
    for (let from = text.indexOf(wanted); from >= 0; from = text.indexOf(wanted, from + wanted.length)) {
      const range = new Range();
      const [first, last] = [point(from), point(from + wanted.length - 1)];
      range.setStart(first[1], from - first[0]);
      range.setEnd(last[1], from + wanted.length - last[0]);
      made.push(range);
    }
    return made;
  }

  function search() {
    const wanted = field.value.trim().toLowerCase();
    const lit = [];
    mark(-1);
    look(!wanted ? [] : $$(".s").filter((sentence) => {
      const body = $(".t", sentence);
      const text = body.textContent.toLowerCase();
      if (!text.includes(wanted)) return false;
      if (lit.length < 5000 && text.length === body.textContent.length) lit.push(...ranges(body, text, wanted));
      return true;
    }));
    for (const sentence of found) sentence.classList.add("hit");
    if (window.CSS && CSS.highlights) CSS.highlights.set("search", new Highlight(...lit));
    place.textContent = wanted ? `0/${found.length}` : "";
  }
  field.addEventListener("input", search);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") walk(event.shiftKey ? -1 : 1);
  });

  function mark(entity) {
    for (const old of $$(".named-now")) old.classList.remove("named-now");
    for (const name of $$(".named")) pressed(name, Number(name.dataset.e) === entity);
    if (entity < 0) return;
    const named = $$(`.e[data-e="${entity}"]`);
    for (const mention of named) mention.classList.add("named-now");
    look([...new Set(named.map((mention) => mention.closest(".s")))].filter(Boolean));
    place.textContent = `0/${found.length}`;
  }
  for (const name of $$(".named")) {
    const made = button(name.textContent, "Show every mention; n and N walk through them", () =>
      mark(made.getAttribute("aria-pressed") === "true" ? -1 : Number(made.dataset.e)));
    made.className = "named";
    made.dataset.e = name.dataset.e;
    pressed(made, false);
    name.replaceWith(made);
  }

  // Sidebars ---------------------------------------------------------------------------------------------------------------------

  const openers = new Map();

  function dock(id) {
    const panel = document.getElementById(id);
    const open = panel && !panel.classList.contains("docked");
    for (const other of $$(".docked")) {
      other.classList.remove("docked");
      $(".close", other).remove();
      openers.get(other.id).setAttribute("aria-expanded", "false");
    }
    document.body.classList.toggle("has-dock", Boolean(open));
    if (open) {
      panel.classList.add("docked");
      panel.prepend(Object.assign(button("Close", "Close (Esc)", () => dock(id)), { className: "close" }));
      openers.get(id).setAttribute("aria-expanded", "true");
      panel.tabIndex = -1;
      panel.focus({ preventScroll: true });
    } else if (panel) {
      (here || openers.get(id)).focus({ preventScroll: true });
    }
  }

  function opener(id, text, key) {
    const made = button(text, `${text} (${key})`, () => dock(id));
    made.setAttribute("aria-expanded", "false");
    made.setAttribute("aria-controls", id);
    openers.set(id, made);
    return made;
  }

  const sorts = [...new Set($$("#differences li[data-kind]").map((item) => item.dataset.kind))];
  if (sorts.length > 1 && !classroom) {
    const group = make("p", { className: "group kinds" });
    for (const kind of sorts) {
      const made = button(kind, `Show or hide differences of kind ${kind}`, () => {
        const off = made.getAttribute("aria-pressed") === "true";
        pressed(made, !off);
        for (const item of $$(`#differences li[data-kind="${kind}"]`)) item.classList.toggle("off", off);
      });
      pressed(made, true);
      group.append(made);
    }
    $("#differences h2").after(group);
  }

  // Keys -------------------------------------------------------------------------------------------------------------------------

  const keys = [
    [["j"], "Next sentence of the account", () => step(1)],
    [["k"], "Previous sentence", () => step(-1)],
    [["h"], "The account to the left", () => sideways(-1)],
    [["l"], "The account to the right", () => sideways(1)],
    [["g", "Home"], "First sentence", () => ends(false)],
    [["G", "End"], "Last sentence", () => ends(true)],
    [["Enter"], "To the counterpart", counterpart],
    [["/"], "Search", () => field.focus()],
    [["n"], "Next of what was looked for", () => walk(1)],
    [["N"], "Previous of it", () => walk(-1)],
  ];
  const filters = [];
  if (!classroom) {
    filters.push(filter("shared", "="), filter("divergent", "≠"), filter("unique", "+"));
    keys.push([["]", "."], "Next difference", () => difference(1)], [["[", ","], "Previous difference", () => difference(-1)]);
    for (const [key, index] of [["1", 0], ["2", 1], ["3", 2]]) keys.push([[key], filters[index].title, () => filters[index].click()]);
    for (const [id, text, key] of [["differences", "Differences", "d"], ["entities", "Names", "e"], ["quotations", "Quotations", "u"], ["coverage", "Coverage", "m"]]) {
      opener(id, text, key);
      keys.push([[key], text, () => dock(id)]);
    }
  }

  const help = make("dialog", { ariaLabel: "Keys" });
  function explain() {
    const table = make("table", {}, make("caption", { textContent: "Keys" }));
    const body = make("tbody");
    for (const [names, what] of keys) {
      const cell = make("td");
      names.forEach((name, index) => cell.append(index ? " " : "", make("kbd", { textContent: name })));
      body.append(make("tr", {}, cell, make("td", { textContent: what })));
    }
    table.append(body);
    help.replaceChildren(table, button("Close", "Close (Esc)", () => help.close()));
    help.showModal();
  }
  keys.push([["?"], "These keys", explain]);

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    const target = event.target;
    if (event.key === "Escape") {
      if (target === field) {
        field.value = "";
        search();
        field.blur();
      } else if ($(".docked")) dock($(".docked").id);
      else part();
      return;
    }
    if (target.closest("input, textarea, select")) return;
    if (["Enter", "Home", "End"].includes(event.key) && target !== here && (event.key === "Enter" || target !== document.body)) return;
    const key = keys.find(([names]) => names.includes(event.key));
    if (!key) return;
    event.preventDefault();
    key[2]();
  });

  function group(...children) {
    if (children.length) bar.append(make("div", { className: "group" }, ...children));
  }

  const heads = $$(".head");
  group(...filters);
  if (heads.length > 2) group(...heads.map(pane));
  if (stops.length) group(button("↑", "Previous difference ([)", () => difference(-1)), button("↓", "Next difference (])", () => difference(1)));
  group(field, place);
  group(...openers.values());
  group(button("?", "Keys (?)", explain));
  document.body.append(help);
  bar.hidden = false;
  const measure = () => document.documentElement.style.setProperty("--bar", `${bar.offsetHeight}px`);
  new ResizeObserver(measure).observe(bar);
  const reordered = () => (order = null);
  return { $, $$, reordered, make, button, pressed, keys, bar, rows, moved, shown, peersOf, letterOf, go, current: () => here };
})();
