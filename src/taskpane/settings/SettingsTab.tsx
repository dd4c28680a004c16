import { TabFooter } from "../shell/TabFooter";
import { TabBody } from "../view/TabBody";
import { About } from "./About";

export function SettingsTab() {
  return (
    <>
      <TabBody>
        <About />
      </TabBody>
      <TabFooter />
    </>
  );
}
