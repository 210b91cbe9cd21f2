// The table of names: sorted by a column's figures, by where an account first names them, by who is left out; and a filter as you type.
(() => {
  const { $, $$, make, button } = reader;
  const panel = $("#entities");
  const tables = panel ? $$("table", panel) : [];
  if (!tables.length) return;
  const bodies = tables.map((table) => $("tbody", table));
  const made = bodies.map((body) => [...body.rows]);
  const rowsOf = [...made];
  // On a long page one kind of name has several tables: sorted as one, they are filled again in turn.
  const kinds = [];
  tables.forEach((table, index) => {
    if (table.caption.textContent.endsWith(", continued")) kinds.at(-1).push(index);
    else kinds.push([index]);
  });
  const cell = (row, column) => row.cells[column].dataset;
  const orders = [
    ["most first", (column) => (a, b) => Number(cell(b, column).n) - Number(cell(a, column).n)],
    ["in the order of the account", (column) => (a, b) => Number(cell(a, column).first ?? 101) - Number(cell(b, column).first ?? 101)],
    ["left out first", (column) => (a, b) => Number("out" in cell(b, column)) - Number("out" in cell(a, column))],
  ];
  const byName = ["by name", () => (a, b) => $(".named", a).textContent.localeCompare($(".named", b).textContent)];
  const told = make("span", { className: "where" });
  told.setAttribute("role", "status");
  let sorted = ["", -1];

  function sort(column, choice) {
    const [words, comparing] = choice;
    for (const kind of kinds) {
      const rows = kind.flatMap((index) => made[index]);
      if (words) rows.sort(comparing(column));
      for (const index of kind) {
        rowsOf[index] = rows.splice(0, made[index].length);
        bodies[index].append(...rowsOf[index]);
      }
    }
    sorted = [words, column];
    for (const table of tables) {
      [...table.tHead.rows[0].cells].forEach((head, index) => {
        if (words && index === column) head.setAttribute("aria-sort", words === "most first" ? "descending" : words === "by name" ? "ascending" : "other");
        else head.removeAttribute("aria-sort");
      });
    }
    const letter = tables[0].tHead.rows[0].cells[column].textContent;
    told.textContent = !words ? "by how often they are named" : column ? `${letter}: ${words}` : words;
  }

  for (const table of tables) {
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const choices = column ? [...orders, ["", null]] : [byName, ["", null]];
      const sorter = button("", column ? "Sort: most first, in the order of the account, left out first" : "Sort by name", () => {
        const at = sorted[1] === column ? choices.findIndex(([words]) => words === sorted[0]) : -1;
        sort(column, choices[(at + 1) % choices.length]);
      });
      sorter.className = "sorter";
      sorter.ariaLabel = `Sort by ${head.textContent}`;
      sorter.append(...head.childNodes);
      head.append(sorter);
    });
  }

  const field = make("input", { type: "search", placeholder: "Filter names", ariaLabel: "Filter the names" });
  field.addEventListener("input", () => {
    const words = field.value.trim().toLowerCase().split(/\s+/);
    tables.forEach((table, index) => {
      let some = false;
      for (const row of rowsOf[index]) {
        const text = row.cells[0].textContent.toLowerCase();
        row.hidden = !words.every((word) => text.includes(word));
        some ||= !row.hidden;
      }
      table.hidden = !some;
    });
  });
  $("h2", panel).after(make("p", { className: "group" }, field, told));
  told.textContent = "by how often they are named";
})();
