import { report } from "./checks";

/** In Script Lab or in a task pane of its own: asks, and shows the report to copy. */
void Office.onReady(async () => {
  const output = document.createElement("textarea");
  output.readOnly = true;
  output.style.cssText = "box-sizing:border-box;width:100%;height:90vh;font:12px monospace";
  output.value = "About fifteen seconds. A sheet comes and goes …";
  document.body.append(output);
  output.value = JSON.stringify(await report(), null, 2);
  output.select();
});
