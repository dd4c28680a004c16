/**
 * Keeps the keyboard where it was when the control that has it goes away (a message is dismissed, a card removed): the next
 * control of what stood around it takes over. Without this the focus would fall to the page's start. Returns how to stop.
 */
export function keepFocus(root: HTMLElement): () => void {
  let around: readonly Element[] = [];
  let before: readonly HTMLElement[] = [];
  let after: readonly HTMLElement[] = [];
  const remember = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return;
    const controls = controlsIn(root);
    const at = controls.indexOf(target);
    around = ancestors(target, root);
    before = controls.slice(0, Math.max(0, at)).reverse();
    after = controls.slice(at + 1);
  };
  const observer = new MutationObserver(() => {
    const [focused] = around;
    // A person who works in the sheet is left there.
    if (focused === undefined || focused.isConnected || !document.hasFocus()) return;
    if (document.activeElement !== document.body && document.activeElement !== null) return;
    const place = around.find((element) => element.isConnected && controlsIn(element).length > 0);
    if (place === undefined) return;
    const [first] = controlsIn(place);
    const near = [...after, ...before].find((control) => place.contains(control) && canFocus(control));
    (near ?? first)?.focus();
  });
  root.addEventListener("focusin", remember);
  observer.observe(root, { childList: true, subtree: true });
  return () => {
    root.removeEventListener("focusin", remember);
    observer.disconnect();
  };
}

/** The element and what it stands in, up to the root. */
function ancestors(element: Element, root: HTMLElement): readonly Element[] {
  const found: Element[] = [];
  for (let each: Element | null = element; each !== null && root.contains(each); each = each.parentElement)
    found.push(each);
  return found;
}

const CONTROLS = "button, a[href], input, select, textarea, [tabindex='0']";

function controlsIn(element: Element): readonly HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>(CONTROLS)].filter(canFocus);
}

function canFocus(control: HTMLElement): boolean {
  return control.isConnected && control.tabIndex >= 0 && control.closest("[hidden]") === null;
}
