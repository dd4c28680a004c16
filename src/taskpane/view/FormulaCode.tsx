import { mergeClasses } from "@fluentui/react-components";
import { Fragment } from "react";
import { useSharedStyles } from "./styles";

interface Props {
  readonly formula: string;
  readonly className: string;
}

/** A formula that breaks between its arguments, and inside one only where it has to. */
export function FormulaCode({ formula, className }: Props) {
  const shared = useSharedStyles();
  const parts = formula.split(/(?<=[,;(])/);
  return (
    <code className={mergeClasses(shared.code, className)}>
      {parts.map((part, index) => (
        <Fragment key={index}>
          {part}
          <wbr />
        </Fragment>
      ))}
    </code>
  );
}
