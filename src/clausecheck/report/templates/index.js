(() => {
  "use strict";
  const body = document.querySelector(".heat tbody"), heads = Array.from(document.querySelectorAll(".heat thead th"));
  const find = document.getElementById("find"), shown = document.getElementById("shown");
  const rows = Array.from(body.rows);
  const value = (row, column) => {
    const cell = row.cells[column];
    if (!cell) return -2;
    return column === 0 ? cell.dataset.v : Number(cell.dataset.v);
  };
  heads.forEach((head, column) => head.querySelector("button").addEventListener("click", () => {
    const before = head.getAttribute("aria-sort");
    const down = before ? before !== "descending" : column > 0;
    for (const other of heads) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const compare = (a, b) => { const x = value(a, column), y = value(b, column); return x < y ? -1 : x > y ? 1 : 0; };
    rows.sort((a, b) => (down ? -1 : 1) * compare(a, b));
    body.append(...rows);
  }));
  find.addEventListener("input", () => {
    const wanted = find.value.trim().toLowerCase();
    let left = 0;
    for (const row of rows) {
      row.hidden = !row.cells[0].textContent.toLowerCase().includes(wanted);
      if (!row.hidden) left += 1;
    }
    shown.textContent = wanted ? `${left} of ${rows.length} shown` : "";
  });
})();
