// Shows a page again after a save without losing the reader's place. Only the preview's answers
// have this script; it is a plug-in of livereload's.
"use strict";

const nonce = document.currentScript.nonce;

class JelaskanPlugin {
  static identifier = "jelaskan";
  static version = "1";

  // Says at once that it takes care of the page, so that livereload does not load it anew.
  reload() {
    refresh().catch(() => location.reload());
    return true;
  }
}
window.LiveReloadPluginJelaskan = JelaskanPlugin;

// What is to be ticked off lies open; preview_page.py puts it beside the page where there is room.
document.querySelector(".draft details")?.setAttribute("open", "");

const PANEL = "#jelaskan-problems";
const FOLDED = `details:not(${PANEL})`;
let asked = 0;

async function refresh() {
  const number = ++asked;
  const answer = await fetch(location.href, { cache: "no-store" });
  // The policy of the page that was loaded first holds, so styles need its nonce.
  const text = (await answer.text()).replace(/<style\b[^>]*>/g, `<style nonce="${nonce}">`);
  if (number !== asked) return; // a later save is already on its way
  const page = new DOMParser().parseFromString(text, "text/html");
  const place = remember();
  for (const { name } of [...document.documentElement.attributes]) {
    document.documentElement.removeAttribute(name);
  }
  for (const { name, value } of page.documentElement.attributes) {
    document.documentElement.setAttribute(name, value);
  }
  document.title = page.title;
  const styles = [...document.head.querySelectorAll("style")];
  document.head.append(...page.head.querySelectorAll("style"));
  document.body.replaceWith(page.body);
  for (const style of styles) style.remove();
  restore(place);
}

// What a person would miss: the line they read, what they opened, and what has the focus.
function remember() {
  const marks = [...document.querySelectorAll("main [id], [id]:not(main *)")];
  let anchor = null;
  for (const element of marks) {
    const { top, height } = element.getBoundingClientRect();
    if (!height || element.matches(`${PANEL}, :popover-open`)) continue; // they scroll with nothing
    if (top > innerHeight / 3) break;
    anchor = { id: element.id, top };
  }
  const panel = document.querySelector(PANEL);
  return {
    anchor,
    scroll: scrollY,
    popovers: [...document.querySelectorAll(":popover-open")].map(({ id }) => id),
    details: [...document.querySelectorAll(FOLDED)].map(({ open }) => open),
    panel: panel && { open: panel.open, scroll: panel.scrollTop },
    focus: document.activeElement?.id,
    isOnPanel: document.activeElement?.parentElement === panel,
  };
}

function restore({ anchor, scroll, popovers, details, panel, focus, isOnPanel }) {
  const found = [...document.querySelectorAll(FOLDED)];
  if (found.length === details.length) found.forEach((one, n) => (one.open = details[n]));
  else document.querySelector(".draft details")?.setAttribute("open", "");
  const problems = document.querySelector(PANEL);
  if (problems && panel) {
    problems.open = panel.open; // who has folded it up has read it
    problems.scrollTop = panel.scroll;
    if (isOnPanel) problems.querySelector("summary").focus();
  }
  if (location.hash) location.replace(location.hash); // or nothing would be marked as the target
  for (const id of popovers) document.getElementById(id)?.showPopover?.();
  if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
  const element = anchor && document.getElementById(anchor.id);
  const moved = element ? element.getBoundingClientRect().top - anchor.top : scroll - scrollY;
  scrollBy({ top: moved, behavior: "instant" });
}
