(() => {
  "use strict";
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const cards = all(".card"), marks = all("[data-p]"), chips = all(".chip"), topic = document.getElementById("topic");
  const back = document.getElementById("back"), pane = document.getElementById("contract"), keys = document.getElementById("keys");
  const shown = document.getElementById("shown"), calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const byPassage = new Map();
  for (const mark of marks) for (const id of mark.dataset.p.split(" ")) byPassage.set(id, [...(byPassage.get(id) || []), mark]);
  let current = null, turn = 0, cameFrom = null;

  const visible = () => cards.filter((card) => !card.hidden);
  const passages = (card) => [...new Set(all("a.at", card).map((link) => link.hash.slice(1)))];
  const beside = () => getComputedStyle(pane).position === "sticky";
  const light = (ids) => {
    for (const mark of marks) mark.classList.remove("on");
    for (const id of ids) for (const mark of byPassage.get(id) || []) mark.classList.add("on");
  };
  const into = (element, block) => element.scrollIntoView({ block, behavior: calm || !beside() ? "auto" : "smooth" });

  function choose(card, move) {
    if (current) current.removeAttribute("aria-current");
    current = card;
    turn = 0;
    if (!card) return light([]);
    card.setAttribute("aria-current", "true");
    light(passages(card));
    if (move) { card.focus({ preventScroll: true }); into(card, "nearest"); }
    if (beside()) { const first = byPassage.get(passages(card)[0]); if (first) into(first[0], "center"); }
  }

  function show(id, from) {
    const found = byPassage.get(id);
    if (!found) return;
    light([id]);
    cameFrom = from;
    back.hidden = beside() || !from;
    const target = found.find((mark) => mark.matches("a")) || found[0];
    if (!target.matches("a")) target.setAttribute("tabindex", "-1");
    target.focus({ preventScroll: true });
    into(found[0], "center");
  }

  function goBack() {
    back.hidden = true;
    if (!cameFrom) return;
    cameFrom.focus({ preventScroll: true });
    into(cameFrom, "center");
    cameFrom = null;
  }

  function filter() {
    const tones = new Set(chips.filter((chip) => chip.getAttribute("aria-pressed") === "true").map((chip) => chip.dataset.tone));
    const left = new Set();
    for (const card of cards) {
      card.hidden = !tones.has(card.dataset.tone) || Boolean(topic.value && card.dataset.topic !== topic.value);
      if (!card.hidden) left.add(card.id);
    }
    for (const mark of marks) if (mark.dataset.f) mark.classList.toggle("off", !mark.dataset.f.split(" ").some((id) => left.has(id)));
    shown.textContent = left.size === cards.length ? "" : `${left.size} of ${cards.length} shown`;
    if (current && current.hidden) choose(null);
  }

  function everything() {
    for (const chip of chips) chip.setAttribute("aria-pressed", "true");
    topic.value = "";
    filter();
  }

  function step(by) {
    const list = visible();
    if (!list.length) return;
    const at = current ? list.indexOf(current) + by : by > 0 ? 0 : list.length - 1;
    choose(list[Math.max(0, Math.min(list.length - 1, at))], true);
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']"), card = event.target.closest(".card");
    if (link && byPassage.has(link.hash.slice(1))) {
      event.preventDefault();
      if (card && card !== current) choose(card);
      show(link.hash.slice(1), link);
    } else if (link && link.matches(".hl")) {
      event.preventDefault();
      const ids = link.dataset.f.split(" "), at = current ? ids.indexOf(current.id) : -1;
      const target = document.getElementById(ids[(at + 1) % ids.length]);
      if (target.hidden) everything();
      choose(target);
      cameFrom = link;
      target.focus({ preventScroll: true });
      into(target, beside() ? "center" : "start");
    } else if (link && link.hash.match(/^#f\d+$/)) {
      event.preventDefault();
      const target = document.getElementById(link.hash.slice(1));
      if (target.hidden) everything();
      choose(target, true);
    } else if (card && !event.target.closest("summary, button, a, .about, .wording") && !String(getSelection())) {
      choose(card);
    }
  });
  for (const chip of chips) chip.addEventListener("click", () => {
    chip.setAttribute("aria-pressed", String(chip.getAttribute("aria-pressed") !== "true"));
    filter();
  });
  topic.addEventListener("change", filter);
  back.addEventListener("click", goBack);
  keys.addEventListener("click", () => {
    const help = document.getElementById("keys-help");
    help.hidden = !help.hidden;
    keys.setAttribute("aria-expanded", String(!help.hidden));
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "?") keys.click();
    else if (event.key === "Escape") { if (current) { back.hidden = true; current.focus({ preventScroll: true }); into(current, "center"); } else goBack(); }
    else if (event.key === "Enter" && current && !event.target.closest("summary, button, .report a")) {
      event.preventDefault();
      const ids = passages(current);
      if (ids.length) show(ids[turn++ % ids.length], current);
    } else return;
  });
  addEventListener("beforeprint", () => { for (const detail of all("details")) detail.open = true; });
  filter();
})();
