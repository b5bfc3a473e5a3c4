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
      const span = make("span", "", text);
      span.lang = lang;
      fragment.append(span);
    }
    return fragment;
  };

  // Language and theme

  const speak = (lang) => {
    root.dataset.lang = root.lang = lang;
    one("#language").setAttribute("aria-pressed", String(lang === "en"));
    one("#query").placeholder = lang === "en" ? "Search (/)" : "探す (/)";
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
  const scenarios = all(".scenario");
  const statements = all(".statement");
  let index = null;
  const indexed = () => index ??= [...scenarios, ...statements].map((element) => ({
    element,
    text: fold(element.textContent),
    tags: (element.dataset.tags || "").split(" "),
    section: element.closest(".feature")?.id,
    isScenario: element.classList.contains("scenario"),
  }));
  const wanted = () => ({
    words: fold(one("#query").value).split(/\s+/).filter(Boolean),
    section: one("#section").value, result: one("#result").value, tag: one("#tag").value,
  });
  const fits = (entry, { words, section, result, tag }) =>
    (!section || entry.section === section || !entry.isScenario)
    && (!result || entry.element.dataset.result === result || !entry.isScenario)
    && (!tag || entry.tags.includes(tag) || !entry.isScenario)
    && words.every((word) => word.startsWith("@")
      ? !entry.isScenario || entry.tags.includes(word.slice(1)) : entry.text.includes(word));
  let found = scenarios.length;
  const sayFound = () => {
    one("#found").textContent = english()
      ? `${found} of ${scenarios.length} scenarios` : `${scenarios.length}件中${found}件のシナリオ`;
    one("#nothing").hidden = found > 0 || scenarios.length === 0;
  };
  const search = () => {
    const wish = wanted();
    const asked = wish.words.length || wish.section || wish.result || wish.tag;
    found = 0;
    if (!asked) {
      all(".scenario[hidden], .statement[hidden], .rule[hidden], .feature[hidden], .account[hidden]")
        .forEach((element) => { element.hidden = false; });
      found = scenarios.length;
    } else {
      const shown = new Set();
      for (const entry of indexed()) {
        const fit = fits(entry, wish);
        if (entry.element.hidden === fit) entry.element.hidden = !fit;
        if (!fit) continue;
        if (entry.isScenario) found += 1;
        for (let up = entry.element.parentElement; up && up.tagName === "SECTION"; up = up.parentElement) shown.add(up);
      }
      all(".rule, .feature, .account").forEach((section) => { section.hidden = !shown.has(section); });
    }
    sayFound();
  };
  let waiting = 0;
  const soon = () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(search); };
  one("#search").addEventListener("input", soon);
  one("#search").addEventListener("submit", (event) => event.preventDefault());
  one("#search").addEventListener("reset", soon);
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) {
      event.preventDefault();
      one("#query").focus();
    } else if (event.key === "Escape" && document.activeElement === one("#query")) {
      one("#search").reset();
    }
  });

  // Journeys, drawn when somebody asks for one

  let data = null;
  const walks = () => data ??= JSON.parse(one("#walks").textContent);
  const MANY = 8; // acts of one step that are folded away
  const SHAPES = { "スマートフォン": "phone", "マルチコピー機": "kiosk", "窓口": "counter" };
  const DEEDS = {
    "ホームボタンを押す": "Press the home button", "カードをかざす": "Hold the card to the phone",
    "カードを離す": "Take the card away", "カード読み取り台にカードをセットする": "Set the card on the tray",
    "カード読み取り台からカードを取る": "Take the card from the tray", "カードを渡す": "Hand the card over",
    "カードを受け取る": "Take the card back",
  };
  const DEVICES = { "スマートフォン": "Phone", "マルチコピー機": "Kiosk", "窓口": "Counter" };
  const clock = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Tokyo", dateStyle: "short", timeStyle: "medium" });
  const timeOf = (seconds) => make("time", "", clock.format(seconds * 1000));
  const deed = (kind, on, typed) => ({
    press: () => both(`「${on}」を選ぶ`, `Choose 「${on}」`),
    enter: () => both(`「${on}」に ${typed} を入力する`, `Type ${typed} into 「${on}」`),
    do: () => both(on, DEEDS[on]),
  })[kind]();
  const drawn = (screen, shape) => {
    const box = make("div", `screen ${shape}`, make("p", "title", screen.title));
    if (screen.message) box.append(make("p", "", screen.message));
    if (screen.rows) {
      box.append(make("dl", "", ...screen.rows.map(([name, value]) =>
        make("div", "", make("dt", "", name), make("dd", "", value)))));
    }
    if (screen.field != null) box.append(make("p", "label", screen.field), make("div", "field"));
    if (screen.choices) box.append(make("ul", "", ...screen.choices.map((label) => make("li", "", label))));
    if (screen.wants_card) box.append(make("div", "card", both("▭ カードを待っています", "▭ waits for the card")));
    return box;
  };
  const wire = (entry) => {
    const { words } = walks();
    return make("li", "", entry[0] === "x"
      ? `${words[entry[2]]} ⇄ card  ${words[entry[3]]}` : `centre  ${words[entry[2]]}: ${words[entry[3]]}`);
  };
  const frame = (act, wires) => {
    const { screens, words } = walks();
    const [, at, device, kind, on, typed, , after] = act;
    const shape = SHAPES[words[device]] || "counter";
    const did = make("p", "did", timeOf(at), both(`${words[device]}: `, `${DEVICES[words[device]] || words[device]}: `), deed(kind, words[on], typed));
    const box = make("div", `frame${shape === "kiosk" ? " wide-device" : ""}`, did, drawn(screens[after], shape));
    if (wires.length) box.append(make("ul", "wire", ...wires.map(wire)));
    return box;
  };
  const tries = ([pin, password]) => make("span", "",
    both("残り回数 数字4桁 ", "tries left: PIN "), make("b", "", String(pin)),
    both("、署名用パスワード ", ", signing password "), make("b", "", String(password)));
  const moved = (before, after) => {
    const names = [["数字4桁の残り回数", "Tries left on the PIN"], ["署名用パスワードの残り回数", "Tries left on the signing password"]];
    return names.map(([ja, en], place) => [ja, en, before[place], after[place]])
      .filter(([, , was, is]) => was !== is)
      .map(([ja, en, was, is]) => make("p", "counters", both(`${ja} `, `${en} `), make("b", is < was ? "down" : "up", `${was} → ${is}`)));
  };
  const journey = (id) => {
    const { cases, texts } = walks();
    const [before, after, steps] = cases[id];
    const box = make("div", "journey");
    box.id = `walk-${id}`;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", english() ? "Journey" : "道のり");
    if (before && after) {
      box.append(make("p", "counters", both("はじめ: ", "Before: "), tries(before)), make("p", "counters", both("おわり: ", "After: "), tries(after)));
    }
    let last = null;
    for (const [text, result, counters, entries] of steps) {
      const [keyword, ja, en] = texts[text];
      const head = make("h6", "", `${keyword} `, both(ja, en));
      if (result !== "passed") head.append(make("span", "count", ` (${result})`));
      box.append(head);
      const frames = make("div", "frames");
      let wires = [];
      for (const entry of entries) {
        if (entry[0] !== "a") { wires.push(entry); continue; }
        frames.append(frame(entry, wires));
        wires = [];
      }
      if (wires.length) frames.append(make("ul", "wire", ...wires.map(wire)));
      if (frames.childElementCount > MANY) {
        const summary = make("summary", "", both(`${frames.childElementCount}の操作`, `${frames.childElementCount} acts`));
        box.append(make("details", "", summary, frames));
      } else if (frames.childElementCount) box.append(frames);
      if (last && counters) box.append(...moved(last, counters));
      last = counters || last;
    }
    return box;
  };
  const toggle = (button, open = button.getAttribute("aria-expanded") !== "true") => {
    const place = one(".walks", button.closest(".scenario"));
    const id = button.dataset.case;
    one(`#walk-${CSS.escape(id)}`, place)?.remove();
    if (open) place.append(journey(id));
    button.setAttribute("aria-expanded", String(open));
    if (open) button.setAttribute("aria-controls", `walk-${id}`); else button.removeAttribute("aria-controls");
  };
  document.addEventListener("click", (event) => {
    const walk = event.target.closest("button.walk");
    if (walk) toggle(walk);
    const tag = event.target.closest("button.tag");
    if (tag) {
      one("#tag").value = tag.dataset.tag;
      search();
      one("#search").scrollIntoView({ block: "nearest" });
    }
  });

  // Deep links: what is linked to is shown, whatever was searched for

  const arrive = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest("[hidden]")) { one("#search").reset(); search(); }
    target.scrollIntoView();
    const walk = target.matches("tr") && one("button.walk", target);
    if (walk) toggle(walk, true);
  };
  addEventListener("hashchange", arrive);

  if (kept.get("theme")) root.dataset.theme = kept.get("theme");
  speak(kept.get("lang") || "ja");
  arrive();
})();
