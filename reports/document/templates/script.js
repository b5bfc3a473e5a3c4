"use strict";
(() => {
  const root = document.documentElement;
  const one = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const english = () => root.dataset.lang === "en";
  const kept = {
    get: (key) => { try { return localStorage.getItem("tejun-" + key); } catch { return null; } },
    set: (key, value) => { try { localStorage.setItem("tejun-" + key, value); } catch { /* not kept, then */ } },
  };
  const make = (name, className, ...children) => {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...children.filter((child) => child !== "" && child != null));
    return element;
  };
  const both = (ja, en) => {
    const fragment = document.createDocumentFragment();
    for (const [lang, text] of [["ja", ja], ["en", en || ja]]) {
      const span = make("span", lang, text);
      span.lang = lang;
      fragment.append(span);
    }
    return fragment;
  };

  // Language and theme

  const speak = (lang) => {
    root.dataset.lang = root.lang = lang;
    for (const element of all(`[data-label-${lang}]`)) element.setAttribute("aria-label", element.getAttribute(`data-label-${lang}`));
    for (const element of all(`option[data-${lang}], title[data-${lang}]`)) element.textContent = element.getAttribute(`data-${lang}`);
    one("#query").placeholder = one("#query").getAttribute(`data-hint-${lang}`);
    kept.set("lang", lang);
    sayFound();
  };
  const dark = () => root.dataset.theme
    ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  one("#language").addEventListener("click", () => speak(english() ? "ja" : "en"));
  one("#theme").addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    kept.set("theme", root.dataset.theme);
  });

  // Search: every word must be there; a word that begins with @ is a tag

  const fold = (text) => text.normalize("NFKC").toLowerCase();
  const told = (element, selector) => element ? all(selector, element).map((part) => part.textContent).join(" ") : "";
  const above = new Map();
  const heading = (element) => {
    if (!above.has(element)) above.set(element, fold(told(element, ":scope > h3 .name, :scope > h4 .name, :scope > .background .text")));
    return above.get(element);
  };
  const scenarios = all(".scenario");
  const statements = all(".statement");
  const entries = [];
  const indexed = () => {
    if (entries.length) return entries;
    for (const element of scenarios) {
      const feature = element.closest(".feature");
      entries.push({
        element, isScenario: true,
        text: `${heading(feature)} ${heading(element.closest(".rule"))} ${fold(told(element, ".name, .text, caption, td:not(.asked), .error"))}`,
        tags: element.dataset.tags.split(" "), section: feature.id, result: element.dataset.result,
      });
    }
    const sections = new Map(all("#section option").map((option) => [option.dataset.number, option.value]));
    for (const element of statements) {
      entries.push({
        element, isScenario: false, text: fold(told(element, "h4 .name, .place, p, dd")),
        tags: [], section: sections.get(element.dataset.section), result: element.dataset.result,
      });
    }
    return entries;
  };
  const wanted = () => ({
    words: fold(one("#query").value).split(/\s+/).filter(Boolean),
    section: one("#section").value, result: one("#result").value, tag: one("#tag").value,
  });
  const fits = (entry, { words, section, result, tag }) =>
    (!section || entry.section === section)
    && (!result || entry.result === result)
    && (!tag || entry.tags.includes(tag))
    && words.every((word) => word.startsWith("@") ? entry.tags.includes(word.slice(1)) : entry.text.includes(word));
  let found = scenarios.length;
  let others = statements.length;
  let narrowed = false;
  const sayFound = () => {
    one("#found").textContent = english()
      ? `${found} of ${scenarios.length} scenarios` + (narrowed ? `, ${others} statements and values` : "")
      : `シナリオ${scenarios.length}件中${found}件` + (narrowed ? `、案内の文と値${others}件` : "");
    one("#narrowed").hidden = !narrowed;
    one("#nothing").hidden = !narrowed || found + others > 0;
  };
  const search = () => {
    const wish = wanted();
    narrowed = Boolean(wish.words.length || wish.section || wish.result || wish.tag);
    found = others = 0;
    const shown = new Set();
    for (const entry of indexed()) {
      const fit = !narrowed || fits(entry, wish);
      if (entry.element.hidden === fit) entry.element.hidden = !fit;
      if (!fit) continue;
      if (entry.isScenario) found += 1; else others += 1;
      for (let up = entry.element.parentElement; up && !shown.has(up); up = up.parentElement) shown.add(up);
    }
    for (const section of all(".rule, .feature, .account")) section.hidden = narrowed && !shown.has(section);
    sayFound();
  };
  let waiting = 0;
  const soon = () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(search); };
  one("#search").addEventListener("input", soon);
  one("#search").addEventListener("submit", (event) => event.preventDefault());
  one("#search").addEventListener("reset", soon);
  one("#filters").open = matchMedia("(min-width: 40rem)").matches;

  // Journeys, drawn when somebody asks for one

  let data = null;
  const walks = () => data ??= JSON.parse(one("#walks").textContent);
  const word = (place) => both(...walks().words[place]);
  const clock = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Tokyo", dateStyle: "short", timeStyle: "medium" });
  const drawn = (place, shape) => {
    const screen = walks().screens[place];
    const box = make("div", `screen ${shape}`, make("p", "title", screen.title));
    if (screen.message) box.append(make("p", "", screen.message));
    if (screen.rows) {
      box.append(make("dl", "", ...screen.rows.map(([name, value]) =>
        make("div", "", make("dt", "", name), make("dd", "", value)))));
    }
    if (screen.field != null) box.append(make("p", "label", screen.field), make("div", "field"));
    if (screen.choices) box.append(make("ul", "", ...screen.choices.map((label) => make("li", "", label))));
    if (screen.wants_card) box.append(make("div", "card", both("▭ カード待ち", "▭ waits for the card")));
    return box;
  };
  const lines = (wires) => make("ul", "wire", ...wires.map((place) => make("li", "", word(place))));
  const frame = (said, shape, screen, wires) => {
    const box = make("div", `frame${shape === "kiosk" ? " wide-device" : ""}`, make("p", "did", ...said), drawn(screen, shape));
    if (wires.length) box.append(lines(wires));
    return box;
  };
  const tries = ([pin, password]) => make("span", "",
    both("数字4桁の残り回数 ", "tries left on the PIN "), make("b", "", String(pin)),
    both("、署名用パスワードの残り回数 ", ", on the signing password "), make("b", "", String(password)));
  const moved = (before, after) => {
    const names = [["数字4桁の残り回数", "Tries left on the PIN"], ["署名用パスワードの残り回数", "Tries left on the signing password"]];
    return names.map(([ja, en], place) => [ja, en, before[place], after[place]])
      .filter(([, , was, is]) => was !== is)
      .map(([ja, en, was, is]) => make("p", "counters", both(`${ja} `, `${en} `), make("b", is < was ? "down" : "up", `${was} → ${is}`)));
  };
  const RESULTS = { failed: "失敗", undefined: "未定義", skipped: "省略" };
  const happened = (entries, scene) => {
    const frames = make("div", "frames");
    let wires = [];
    for (const entry of entries) {
      if (typeof entry === "number") { wires.push(entry); continue; }
      const [at, device, shape, deed, before, after] = entry;
      if (!scene.met.has(device)) {
        scene.met.add(device);
        frames.append(frame([word(device), both(" (はじめの画面)", " (at first)")], shape, before, []));
      }
      const time = at === scene.at ? "" : make("time", "", clock.format(at * 1000));
      scene.at = at;
      frames.append(frame([time, word(device), ": ", word(deed)], shape, after, wires));
      wires = [];
    }
    if (wires.length) frames.append(lines(wires));
    return frames;
  };
  const journey = (id) => {
    const { cases, texts } = walks();
    const [before, after, steps] = cases[id];
    const box = make("div", "journey");
    if (before && after) {
      box.append(
        make("p", "counters", both("前提が整ったとき: ", "When the circumstances were set: "), tries(before)),
        make("p", "counters", both("おわり: ", "At the end: "), tries(after)));
    }
    const scene = { met: new Set(), at: null };
    let last = null;
    for (const [text, result, counters, given, entries] of steps) {
      const [keyword, keywordEnglish, ja, en] = texts[text];
      const head = make("h6", "", both(`${keyword} `, `${keywordEnglish} `), both(ja, en));
      if (result !== "passed") head.append(make("span", "count", both(` (${RESULTS[result]})`, ` (${result})`)));
      box.append(head);
      const frames = happened(entries, scene);
      const count = frames.childElementCount;
      if (count && given) {
        const summary = make("summary", "", both(`前提を整えた操作(画面${count}枚)`, `How it was set (${count} screens)`));
        box.append(make("details", "", summary, frames));
      } else if (count) box.append(frames);
      if (last && counters) box.append(...moved(last, counters));
      last = counters || last;
    }
    return box;
  };
  const toggle = (button, open = button.getAttribute("aria-expanded") !== "true") => {
    const id = `walk-${button.dataset.case}`;
    document.getElementById(id)?.remove();
    button.setAttribute("aria-expanded", String(open));
    button.removeAttribute("aria-controls");
    if (!open) return;
    const row = button.closest("tr");
    const box = row
      ? make("tr", "walked", Object.assign(make("td", "", journey(button.dataset.case)), { colSpan: row.cells.length }))
      : make("div", "", journey(button.dataset.case));
    box.id = id;
    (row || button).after(box);
    button.setAttribute("aria-controls", id);
  };
  document.addEventListener("click", (event) => {
    const walk = event.target.closest("button.walk");
    if (walk) toggle(walk);
    const tag = event.target.closest("button.tag");
    if (tag) {
      one("#tag").value = tag.dataset.tag;
      one("#filters").open = true;
      search();
      one("#search").scrollIntoView({ block: "nearest" });
    }
  });

  // Deep links: what is linked to is shown, whatever was searched for

  const arrive = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest("[hidden]")) {
      one("#search").reset();
      search();
    }
    target.scrollIntoView();
    const walk = target.matches("tr") && one("button.walk", target);
    if (walk) toggle(walk, true);
  };
  addEventListener("hashchange", arrive);

  if (kept.get("theme")) root.dataset.theme = kept.get("theme");
  speak(kept.get("lang") || "ja");
  arrive();
})();
