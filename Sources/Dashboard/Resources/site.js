// Makes pages more convenient; every page says the same without it.
"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");

  /** Small letters without accents. */
  const folded = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/\s+/g, " ").trim();

  /** Filters and sorts the matrix by what stands in the address. */
  const startMatrix = (table, form) => {
    const filterNames = ["subregion", "voice", "confidence"];
    const bodies = [...table.tBodies].map((body) => ({ body, rows: [...body.rows] }));
    const status = form.querySelector("[data-status]");
    const read = () => new URLSearchParams(location.search);

    const apply = () => {
      const wanted = read();
      for (const select of form.querySelectorAll("select")) select.value = wanted.get(select.name) ?? "";
      const region = wanted.get("subregion") ?? "";
      const voice = wanted.get("voice") ?? "";
      const least = Number(wanted.get("confidence") ?? 0);
      for (const { body, rows } of bodies) {
        body.hidden = region !== "" && body.dataset.region !== region;
        body.replaceChildren(...rows);
      }
      for (const cell of table.querySelectorAll("td[data-c]")) {
        const voices = cell.dataset.v.split(" ");
        cell.classList.toggle("muted", (voice !== "" && !voices.includes(voice)) || Number(cell.dataset.k) < least);
      }
      sort(wanted.get("sort"));
      for (const link of document.querySelectorAll(".chips a, .langs a")) {
        const address = new URL(link.getAttribute("href"), location.href);
        // Another matrix has other columns to sort by; the same one in another language has these.
        for (const name of link.closest(".langs") ? [...filterNames, "sort"] : filterNames) {
          if (wanted.get(name)) address.searchParams.set(name, wanted.get(name));
          else address.searchParams.delete(name);
        }
        link.setAttribute("href", address.href);
      }
      const rows = table.querySelectorAll("tbody:not([hidden]) td[data-c]:first-of-type").length;
      const cells = table.querySelectorAll("tbody:not([hidden]) td[data-c]:not(.muted)").length;
      status.textContent = status.dataset.text.replace("{rows}", rows).replace("{cells}", cells);
    };

    const sort = (column) => {
      for (const head of table.tHead.querySelectorAll("th[data-c]")) {
        if (head.dataset.c === column) head.setAttribute("aria-sort", "descending");
        else head.removeAttribute("aria-sort");
      }
      if (!column) return;
      const shown = bodies.filter(({ body }) => !body.hidden);
      const rows = shown.flatMap(({ rows }) => rows.filter((row) => !row.classList.contains("region")));
      const rank = (row) => {
        const cell = row.querySelector(`td[data-c="${CSS.escape(column)}"]`);
        return cell && cell.dataset.r !== "" ? Number(cell.dataset.r) : -2;
      };
      const sorted = rows.map((row, place) => ({ row, place, rank: rank(row) }));
      sorted.sort((left, right) => right.rank - left.rank || left.place - right.place);
      shown.forEach(({ body }, place) => body.replaceChildren(...(place === 0 ? sorted.map(({ row }) => row) : [])));
    };

    const go = (change) => {
      const wanted = read();
      for (const [name, value] of change) {
        if (value) wanted.set(name, value);
        else wanted.delete(name);
      }
      const query = wanted.toString();
      history.pushState(null, "", query ? `?${query}` : location.pathname);
      apply();
    };

    form.addEventListener("change", (event) => {
      if (event.target.matches("select")) go([[event.target.name, event.target.value]]);
    });
    form.addEventListener("submit", (event) => {
      if (form.querySelector("input")) return;
      event.preventDefault();
      go([...new FormData(form)]);
    });
    form.querySelector(".reset").addEventListener("click", (event) => {
      event.preventDefault();
      go([...filterNames, "sort"].map((name) => [name, ""]));
    });
    for (const link of table.querySelectorAll("[data-sort]")) {
      link.addEventListener("click", (event) => {
        event.preventDefault();
        go([["sort", read().get("sort") === link.dataset.sort ? "" : link.dataset.sort]]);
      });
    }
    addEventListener("popstate", apply);
    apply();
  };

  /** Shows of the list only what holds all words of the query. */
  const startSearch = (form) => {
    const input = form.querySelector("input");
    const status = form.querySelector("[data-status]");
    const all = status.textContent;
    const groups = [...document.querySelectorAll("[data-group]")].map((group) => ({
      group, count: group.querySelector("[data-count]"), items: [...group.querySelectorAll("[data-k]")],
    }));
    const total = groups.reduce((sum, { items }) => sum + items.length, 0);

    const apply = () => {
      const words = folded(input.value).split(" ").filter(Boolean);
      let found = 0;
      for (const { group, count, items } of groups) {
        let here = 0;
        for (const item of items) {
          const fits = words.every((word) => item.dataset.k.includes(word));
          item.hidden = !fits;
          if (fits) here += 1;
        }
        group.hidden = here === 0;
        count.textContent = here;
        found += here;
      }
      status.textContent = words.length ? all.replace(/^\D*[\d.,\u202f]+/, found) : all.replace(/^[\d.,\u202f]+/, total);
    };

    input.value = new URLSearchParams(location.search).get("q") ?? "";
    input.addEventListener("input", () => {
      apply();
      history.replaceState(null, "", input.value ? `?q=${encodeURIComponent(input.value)}` : location.pathname);
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    apply();
  };

  /** Lets the tab key stop only at those boxes that hold more than they show. */
  const watchBoxes = (boxes) => {
    const settle = (box) => {
      const isFull = box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight;
      if (isFull) box.setAttribute("tabindex", "0");
      else box.removeAttribute("tabindex");
    };
    const observer = new ResizeObserver((entries) => entries.forEach(({ target }) => settle(target)));
    for (const box of boxes) observer.observe(box);
  };

  watchBoxes(document.querySelectorAll(".scroll"));
  const table = document.querySelector("[data-matrix]");
  const filters = document.querySelector("[data-filters]");
  if (table && filters) startMatrix(table, filters);
  const search = document.querySelector("[data-search]");
  if (search) startSearch(search);
})();
