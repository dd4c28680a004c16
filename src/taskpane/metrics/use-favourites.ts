import { noMapping } from "../../mapping/mapping";
import { toWorkbookError } from "../../workbook";
import { useMapped } from "../mapped";
import { problemText } from "../problem-text";
import { useShell } from "../shell/context";
import { useLanguage } from "../texts";

export interface Favourites {
  readonly ids: readonly string[];
  has(id: string): boolean;
  /** Adds the metric as the last one, or takes it out; kept in the workbook. */
  toggle(id: string): Promise<void>;
}

export function useFavourites(): Favourites {
  const { service, mapping = noMapping } = useMapped();
  const { tell } = useShell();
  const language = useLanguage();
  const ids = mapping.settings.favourites ?? NONE;
  return {
    ids,
    has: (id) => ids.includes(id),
    async toggle(id) {
      const favourites = ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];
      try {
        await service?.saveMapping({ ...mapping, settings: { ...mapping.settings, favourites } });
        tell({
          intent: "success",
          text: language.text(favourites.includes(id) ? "favouriteAdded" : "favouriteRemoved"),
        });
      } catch (problem) {
        tell({ intent: "error", text: problemText(toWorkbookError(problem), language) });
      }
    },
  };
}

const NONE: readonly string[] = [];
