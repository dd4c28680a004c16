import { Link, Text } from "@fluentui/react-components";
import { useLanguage } from "../texts";
import { Part } from "../view/Part";

/** What a person wants to know before trusting the add-in with sales records. */
export function About() {
  const language = useLanguage();
  return (
    <>
      <Part title={language.text("privacy")}>
        <Text block size={200}>
          {language.text("privacyHow")}
        </Text>
      </Part>
      <Part title={language.text("about")}>
        <Text block size={200}>
          {language.text("aboutWhat")}
        </Text>
        <Link href="licences.txt" target="_blank" rel="noopener">
          {language.text("licences")}
        </Link>
      </Part>
    </>
  );
}
