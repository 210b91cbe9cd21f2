// The reading view, each account as it was written with the others following through links; and the map of the whole comparison.
(() => {
  const { $, $$, make, button, before, reaching, go, settle, pressed, bar, rows, classroom, moved, shown, reordered, peersOf, letterOf, current } = reader;
  const columns = $("#columns");
  const heads = $$(".head");
  const homes = new Map();
  let reading = false;
  let together = true;
  let driver = null;
  let anchors = null;

  function build() {
    const cells = rows.querySelectorAll(".cell");
    const byLetter = new Map(heads.map((head) => [head.dataset.letter, []]));
    for (const cell of cells) {
      for (const sentence of cell.querySelectorAll(":scope > .s")) {
        homes.set(sentence, cell);
        byLetter.get(letterOf(sentence)).push(sentence);
      }
    }
    heads.forEach((head, index) => {
      const sentences = byLetter.get(head.dataset.letter);
      sentences.sort((a, b) => Number(a.id.match(/\d+$/)[0]) - Number(b.id.match(/\d+$/)[0]));
      const column = make("div", { className: `column ${head.className.match(/o\d/)[0]}`, tabIndex: 0, role: "region", ariaLabel: head.textContent.trim() });
      column.classList.toggle("off", head.classList.contains("off"));
      const home = sentences.length ? homes.get(sentences[0]) : null;
      if (home && home.lang) column.lang = home.lang;
      let paragraph = null;
      for (const sentence of sentences) {
        if (!paragraph || paragraph.dataset.p !== sentence.dataset.p) {
          paragraph = make("div", { className: "paragraph", dir: "auto" });
          paragraph.dataset.p = sentence.dataset.p;
          // As with the rows: on a long page what is off the screen isn't laid out, a chunk of paragraphs at a time.
          if (!column.lastChild || column.lastChild.childElementCount === 12) column.append(make("div", { className: "chunk" }));
          column.lastChild.append(paragraph);
        }
        if (sentence.classList.contains("heading")) paragraph.classList.add("heading");
        paragraph.append(sentence, " ");
      }
      column.addEventListener("scroll", () => follow(column), { passive: true });
      for (const name of ["pointerenter", "focusin", "wheel", "touchstart"]) column.addEventListener(name, () => (driver = column), { passive: true });
      columns.append(column);
    });
  }

  // How high a chunk will be once it is laid out, guessed from its letters, so that the scroll bar is about right from the beginning.
  function guess() {
    for (const column of columns.children) {
      const first = column.firstChild;
      if (!first || !document.body.classList.contains("long")) continue;
      const pixels = first.offsetHeight / (first.textContent.length || 1);
      for (const chunk of column.children) chunk.style.containIntrinsicHeight = `auto ${Math.round(pixels * chunk.textContent.length)}px`;
    }
  }

  function unbuild() {
    columns.remove(); // nothing is drawn for each sentence that moves
    for (const [sentence, cell] of homes) cell.append(sentence);
    homes.clear();
    columns.replaceChildren();
    rows.after(columns);
  }

  function view(wanted) {
    reading = wanted;
    anchors = null;
    if (reading) build();
    else unbuild();
    reordered();
    columns.hidden = !reading;
    rows.hidden = reading;
    document.body.classList.toggle("reading", reading);
    guess();
    pressed(viewer, reading);
    syncer.hidden = !reading;
    explain.hidden = true;
    const here = current();
    if (here && shown(here)) {
      if (reading) go(here);
      else settle(here, "center");
      here.focus({ preventScroll: true });
    } else if (reading) bring();
  }

  const scrolls = () => getComputedStyle(columns.firstChild).overflowY !== "visible";

  // The columns fill the window: the page stands where they do.
  function bring() {
    if (!scrolls()) return settle(columns, "start");
    return scrollBy(0, columns.getBoundingClientRect().top - bar.offsetHeight - $(".heads").offsetHeight);
  }

  // Between two columns, pairs of linked sentences that keep their order are level; between those, the place is interpolated. Which pairs, is
  // known without looking at the screen; where they are is asked only of those around the line that is level.
  const middle = (column) => column.clientHeight / 3;
  const top = (sentence, column) => sentence.getClientRects()[0].top - column.getBoundingClientRect().top + column.scrollTop;

  function paired() {
    if (anchors) return anchors;
    anchors = new Map();
    const open = [...columns.children].filter((column) => !column.classList.contains("off"));
    const all = new Map(open.map((column) => [column, $$(".s", column).filter(shown)]));
    const number = new Map([...all.values()].flatMap((sentences) => sentences.map((sentence, index) => [sentence, index])));
    for (const near of open) {
      const lists = new Map(open.filter((column) => column !== near).map((column) => [column, []]));
      for (const sentence of all.get(near)) {
        const taken = new Set();
        for (const peer of peersOf(sentence)) {
          const far = peer.closest(".column");
          if (!number.has(peer) || !lists.has(far) || taken.has(far)) continue;
          taken.add(far);
          lists.get(far).push([sentence, number.get(peer), peer]);
        }
      }
      for (const [far, pairs] of lists) lists.set(far, rising(pairs));
      anchors.set(near, lists);
    }
    return anchors;
  }

  // The longest run of pairs in which both sides go on.
  function rising(pairs) {
    const ends = [];
    const before = new Array(pairs.length).fill(-1);
    pairs.forEach(([, y], index) => {
      let low = 0;
      let high = ends.length;
      while (low < high) {
        const mid = (low + high) >> 1;
        if (pairs[ends[mid]][1] < y) low = mid + 1;
        else high = mid;
      }
      if (low) before[index] = ends[low - 1];
      ends[low] = index;
    });
    const run = [];
    for (let index = ends.length ? ends.at(-1) : -1; index >= 0; index = before[index]) run.unshift(pairs[index]);
    return run;
  }

  function follow(column, times = document.body.classList.contains("long") ? 2 : 0) {
    if (!together || column !== driver || !scrolls()) return;
    const lists = paired().get(column);
    if (!lists) return;
    const at = column.scrollTop + middle(column);
    for (const [far, pairs] of lists) {
      const next = before(pairs.length, (index) => top(pairs[index][0], column) <= at);
      const place = (index, side, within) => (index < 0 ? 0 : index < pairs.length ? top(pairs[index][side], within) : within.scrollHeight);
      const [y0, y1] = [place(next - 1, 0, column), place(next, 0, column)];
      const [f0, f1] = [place(next - 1, 2, far), place(next, 2, far)];
      far.scrollTop = f0 + ((at - y0) / (y1 - y0 || 1)) * (f1 - f0) - middle(far);
    }
    // What was only guessed is laid out by now.
    if (times) requestAnimationFrame(() => reading && follow(column, times - 1));
  }

  // The differences of each sentence, looked for once. One whose ends stand in two rows is written in both.
  let sayings = null;
  function said() {
    if (sayings) return sayings;
    sayings = new Map();
    const seen = new Set();
    for (const claim of $$(".finding .claim", rows)) {
      if (seen.has(claim.textContent)) continue;
      seen.add(claim.textContent);
      for (const { hash } of claim.querySelectorAll(".where a")) {
        const name = hash.slice(1);
        if (!sayings.has(name)) sayings.set(name, []);
        sayings.get(name).push(claim);
      }
    }
    return sayings;
  }

  const explain = make("div", { className: "explain", hidden: true, role: "status" });
  document.body.append(explain);
  moved.push((sentence) => {
    anchors = sentence ? anchors : null;
    if (!reading) return;
    if (!sentence) return void (explain.hidden = true);
    const found = said().get(sentence.id) || [];
    explain.replaceChildren(...found.map((claim) => claim.cloneNode(true)));
    explain.hidden = !found.length;
    if (!scrolls()) return void settle(sentence, "center");
    bring();
    const column = sentence.closest(".column");
    driver = column;
    const target = top(sentence, column) - middle(column);
    if (Math.abs(column.scrollTop - target) > column.clientHeight / 3) column.scrollTop = target;
    follow(column);
  });
  addEventListener("resize", () => (anchors = null));

  const viewer = button("Reading view", "Each account as it was written (v)", () => view(!reading));
  pressed(viewer, false);
  const syncer = button("Scroll together", "The other accounts follow (s)", () => pressed(syncer, (together = !together)));
  syncer.hidden = true;
  pressed(syncer, true);
  bar.prepend(make("div", { className: "group" }, viewer, syncer));
  tools.keys.push([["v"], "Aligned or reading view", () => viewer.click()], [["s"], "Scroll the accounts together, or each alone", () => reading && syncer.click()]);

  // The map -----------------------------------------------------------------------------------------------------------------------

  if (!classroom && heads.length > 1) {
    const svg = (name, attributes) => {
      const element = document.createElementNS("http://www.w3.org/2000/svg", name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      return element;
    };
    const all = $$(".row", rows);
    const paths = { shared: "", divergent: "", unique: "" };
    all.forEach((row, y) => {
      [...row.firstElementChild.children].forEach((cell, x) => {
        for (const status of ["divergent", "shared", "unique"]) {
          if (!$(`.s.${status}`, cell)) continue;
          paths[status] += `M${x} ${y}h.85v.9h-.85z`;
          break;
        }
      });
    });
    const map = svg("svg", { class: "map", viewBox: `0 0 ${heads.length} ${all.length}`, preserveAspectRatio: "none", "aria-hidden": "true" });
    for (const [status, d] of Object.entries(paths)) if (d) map.append(svg("path", { class: status, d }));
    const frame = svg("rect", { class: "view", x: 0, y: 0, width: heads.length, height: 1 });
    map.append(frame);
    map.style.display = "none";
    map.addEventListener("click", (event) => {
      const box = map.getBoundingClientRect();
      const row = all[Math.min(all.length - 1, Math.floor(((event.clientY - box.top) / box.height) * all.length))];
      if (reading) go([...homes.keys()].find((sentence) => row.contains(homes.get(sentence))));
      else settle(row, "center");
    });
    let waiting = false;
    const track = () => {
      waiting = false;
      if (reading) return;
      const first = reaching(all, bar.getBoundingClientRect().bottom);
      frame.setAttribute("y", first);
      frame.setAttribute("height", Math.max(1, reaching(all, innerHeight) + 1 - first));
    };
    addEventListener("scroll", () => {
      if (!waiting) requestAnimationFrame(track);
      waiting = true;
    }, { passive: true });
    new IntersectionObserver(([entry]) => {
      map.style.display = entry.isIntersecting ? "" : "none";
      track();
    }).observe($("#comparison"));
    document.body.append(map);
  }
})();
