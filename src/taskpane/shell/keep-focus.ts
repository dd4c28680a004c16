/**
 * Keeps the keyboard where it was when the control that has it goes away (a message is dismissed, a card removed): the first
 * control of what stood around it takes over. Without this the focus would fall to the page's start. Returns how to stop.
 */
export function keepFocus(root: HTMLElement): () => void {
  let around: readonly Element[] = [];
  const remember = ({ target }: FocusEvent) => {
    around = target instanceof Element ? ancestors(target, root) : [];
  };
  const observer = new MutationObserver(() => {
    const [focused] = around;
    // A person who works in the sheet is left there.
    if (focused === undefined || focused.isConnected || !document.hasFocus()) return;
    if (document.activeElement !== document.body && document.activeElement !== null) return;
    const next = around
      .filter((element) => element.isConnected)
      .map(firstControl)
      .find((control) => control !== undefined);
    next?.focus();
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

function firstControl(element: Element): HTMLElement | undefined {
  return [...element.querySelectorAll<HTMLElement>(CONTROLS)].find(
    (control) => control.closest("[hidden]") === null && control.tabIndex >= 0,
  );
}
