import type { Univer } from "@univerjs/core";
import { HoverManagerService } from "@univerjs/sheets-ui";
import type { WorkbookModel } from "../model/types";
import { follow } from "./follow-link";

/** Links in cells: a hand over them, a click follows. One to the outside asks the page, which may open a new window. */
export function followLinks(
  univer: Univer,
  model: WorkbookModel,
  container: HTMLElement,
  openOutside: (address: string) => void,
): void {
  const hover = univer.__getInjector().get(HoverManagerService);
  const linkAt = (place: { subUnitId: string; row: number; col: number } | undefined) => {
    const sheet = place && model.sheet(place.subUnitId);
    return place && sheet?.features.links.at(place.row, place.col);
  };
  hover.currentCell$.subscribe((cell) => {
    const link = linkAt(cell?.location);
    container.classList.toggle("over-link", link !== undefined);
    container.title = link ? (link.screenTip ?? link.documentReference ?? link.address ?? "") : "";
  });
  hover.currentClickedCell$.subscribe(({ location }) => {
    const link = linkAt(location);
    // after the click has been dealt with: it selects the cell first
    if (link) setTimeout(() => follow(model, link, openOutside));
  });
}
