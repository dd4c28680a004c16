import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-components";
import { kinds, type Kind } from "../../core/records/roles";
import type { SourceGuess } from "../../mapping/guess";
import { kindName } from "../../reference";
import { useLanguage } from "../texts";
import { ownEscape } from "../view/escape";
import { AddIcon } from "../view/icons";
import { blockName } from "./block-name";
import { keyOf, sourceFromGuess, type DraftSource } from "./mapping-draft";
import { isProposed } from "./use-mapping-draft";

interface Props {
  readonly guesses: readonly SourceGuess[];
  readonly sources: readonly DraftSource[];
  onGuess(source: DraftSource): void;
  onKind(kind: Kind): void;
}

/** Tables that were found and are not in use, each one press away; and any kind by hand. */
export function AddKind({ guesses, sources, onGuess, onKind }: Props) {
  const language = useLanguage();
  const used = new Set(sources.flatMap(({ kind, block }) => (block ? [keyOf(kind, block)] : [])));
  const free = guesses.filter((guess) => isProposed(guess) && !used.has(keyOf(guess.kind, guess.block)));
  return (
    <>
      {free.map((guess) => (
        <div key={keyOf(guess.kind, guess.block)}>
          <Button
            size="small"
            appearance="subtle"
            icon={<AddIcon />}
            onClick={() => onGuess(sourceFromGuess(guess))}
          >
            {language.text("addFound", {
              kind: kindName(guess.kind, language.locale),
              name: blockName(guess.block, language),
            })}
          </Button>
        </div>
      ))}
      <div onKeyDown={ownEscape}>
        <Menu positioning={{ autoSize: "height" }}>
          <MenuTrigger disableButtonEnhancement>
            <Button size="small" icon={<AddIcon />}>
              {language.text("addTable")}
            </Button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {(Object.keys(kinds) as Kind[]).map((kind) => (
                <MenuItem key={kind} onClick={() => onKind(kind)}>
                  {kindName(kind, language.locale)}
                </MenuItem>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      </div>
    </>
  );
}
