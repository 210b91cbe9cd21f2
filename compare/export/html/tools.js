// Filters, search, names, sidebars and the keys.
const tools = (() => {
  const { $, $$, make, button, pressed, rows, bar, place, classroom, moved, go, part, stops, difference, current } = reader;
  let found = [];

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

  function pane(head, number) {
    const made = button($(".chip", head).textContent, `Show or hide ${head.textContent.trim()}`, () => {
      const off = head.classList.toggle("off");
      for (const row of $$(".row")) $(".cells", row).children[number].classList.toggle("off", off);
      const column = $("#columns").children[number];
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
    reader.look(found.length > 0);
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
      const [first, last] = [point(from), point(from + wanted.length - 1)];
      // Static: a live one would be looked at anew whenever a sentence moves.
      made.push(new StaticRange({
        startContainer: first[1], startOffset: from - first[0], endContainer: last[1], endOffset: from + wanted.length - last[0],
      }));
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
      (current() || openers.get(id)).focus({ preventScroll: true });
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
      const made = button(kind, `Show or hide points of kind ${kind}`, () => {
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
    [["j"], "Next sentence of the account", () => reader.step(1)],
    [["k"], "Previous sentence", () => reader.step(-1)],
    [["h"], "The account to the left", () => reader.sideways(-1)],
    [["l"], "The account to the right", () => reader.sideways(1)],
    [["g", "Home"], "First sentence", () => reader.ends(false)],
    [["G", "End"], "Last sentence", () => reader.ends(true)],
    [["Enter"], "To the counterpart", reader.counterpart],
    [["/"], "Search", () => field.focus()],
    [["n"], "Next search result", () => walk(1)],
    [["N"], "Previous search result", () => walk(-1)],
  ];
  const filters = [];
  if (!classroom) {
    filters.push(filter("shared", "="), filter("divergent", "≠"), filter("unique", "+"));
    keys.push([["]", "."], "Next point", () => difference(1)], [["[", ","], "Previous point", () => difference(-1)]);
    for (const [key, index] of [["1", 0], ["2", 1], ["3", 2]]) keys.push([[key], filters[index].title, () => filters[index].click()]);
    keys.push([["w"], "Mark words that differ from the counterpart everywhere, or only where you point", () => document.body.classList.toggle("words")]);
    for (const [id, text, key] of [["differences", "Points", "d"], ["entities", "Names", "e"], ["quotations", "Quotations", "u"], ["coverage", "Coverage", "m"]]) {
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
    if (["Enter", "Home", "End"].includes(event.key) && target !== current() && (event.key === "Enter" || target !== document.body)) return;
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
  if (stops.length) group(button("↑", "Previous point ([)", () => difference(-1)), button("↓", "Next point (])", () => difference(1)));
  group(field, place);
  group(...openers.values());
  group(button("?", "Keys (?)", explain));
  document.body.append(help);
  bar.hidden = false;
  const measure = () => document.documentElement.style.setProperty("--bar", `${bar.offsetHeight}px`);
  new ResizeObserver(measure).observe(bar);
  return { keys };
})();
